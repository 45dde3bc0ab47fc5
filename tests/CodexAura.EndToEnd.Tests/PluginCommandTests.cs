namespace CodexAura.EndToEnd.Tests;

public sealed class PluginCommandTests : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task The_bundled_plugins_are_active()
    {
        var plugins = (await _aura.RunAsync("plugins", "list", "--json")).Exits(0).Json.EnumerateArray()
            .ToDictionary(p => p.GetProperty("id").GetString()!, p => (p.GetProperty("state").GetString(), p.GetProperty("exports")[0].GetProperty("name").GetString()));
        Assert.Equal(("active", "python"), plugins["codex-aura.python"]);
        Assert.Equal(("active", "sqlite"), plugins["codex-aura.sqlite"]);
        Assert.Contains("analyzer python", (await _aura.RunAsync("plugins", "list")).Exits(0).Output, StringComparison.Ordinal);
        (await _aura.RunAsync("plugins", "doctor")).Exits(0);
    }

    [Fact]
    public async Task A_broken_plugin_is_told_and_disturbs_nothing()
    {
        _aura.Write("plugins/broken/plugin.json", "{ not json");
        var list = (await _aura.RunAsync("plugins", "list", "--plugins", _aura.In("plugins"), "--json")).Exits(0).Json.EnumerateArray().ToArray();
        var broken = Assert.Single(list, p => p.GetProperty("state").GetString() == "failed");
        Assert.NotEmpty(broken.GetProperty("reason").GetString()!);
        var doctor = (await _aura.RunAsync("plugins", "doctor", _aura.In("plugins/broken"))).Exits(1);
        Assert.Contains(broken.GetProperty("code").GetString()!, doctor.Output, StringComparison.Ordinal);
        var run = (await _aura.RunAsync("analyze", Aura.Shop, "--plugins", _aura.In("plugins"), "-q")).Exits(0);
        Assert.Contains("broken", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_plugins_the_reason_is_clear()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Copying the executable is different there.");
        using (var copy = System.Diagnostics.Process.Start("cp", ["-r", Path.GetDirectoryName(Aura.Executable)!, _aura.In("app")])) await copy.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Delete(_aura.In("app/plugins"), recursive: true);
        (await _aura.RunUnderAsync(_aura.In("app/codex-aura"), "analyze", Aura.Shop)).Exits(2).Says("There is no store 'sqlite'; none is installed.");
    }
}
