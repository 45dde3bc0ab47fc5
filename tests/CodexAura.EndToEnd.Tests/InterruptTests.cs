using System.Diagnostics;

namespace CodexAura.EndToEnd.Tests;

public sealed class InterruptTests : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Stopping_leaves_nothing_half_done(string signal)
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "It watches the threads in /proc.");
        string source = string.Concat(Enumerable.Range(0, 400).Select(i => $"def f{i}(a, b):\n    return [x for x in a if x in b and f{i / 2}(a, x)]\n\n"));
        for (int i = 0; i < 400; i++) _aura.Write($"repo/m{i}.py", source);
        // Who starts the tests in the background of a shell has signals ignored, and what is started inherits that.
        var process = _aura.Start("env", "--default-signal=INT,TERM", Aura.Executable, "analyze", _aura.In("repo"), "-o", _aura.In("g.json"));
        await WaitForThreadAsync(process, "codex-aura anal");
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = (await Aura.FinishAsync(process)).Exits(130).Says("Stopped; nothing was stored.");
        Assert.Empty(run.Output);
        Assert.Equal("[]", (await _aura.RunAsync("list", "--json")).Exits(0).Output.Trim());
        Assert.Empty(Directory.GetFiles(_aura.Folder, "g.json*"));
    }

    private static async Task WaitForThreadAsync(Process process, string name)
    {
        while (!process.HasExited)
        {
            try
            {
                if (Directory.EnumerateDirectories($"/proc/{process.Id}/task").Any(t => File.ReadAllText(t + "/comm").TrimEnd() == name)) return;
            }
            catch (IOException)
            {
                // A thread ended while it was looked at.
            }
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The analysis ended before it could be interrupted: " + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
