namespace CodexAura.EndToEnd.Tests;

public sealed class PublishTests : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task The_published_folder_works_wherever_it_is()
    {
        string project = Path.Join(Aura.RepositoryRoot, "host", "CodexAura.Host");
        (await _aura.RunUnderAsync("dotnet", "publish", project, "-c", Aura.Configuration, "--no-build", "-o", _aura.In("out"))).Exits(0);
        Assert.True(File.Exists(_aura.In("out/plugins/CodexAura.Analyzers.Python/plugin.json")));
        var run = (await _aura.RunUnderAsync(_aura.In("out/codex-aura"), "analyze", Aura.Shop)).Exits(0);
        Assert.Contains("Most connected", run.Output, StringComparison.Ordinal);
    }
}
