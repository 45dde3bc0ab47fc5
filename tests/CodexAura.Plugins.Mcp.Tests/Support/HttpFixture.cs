using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>One <c>codex-aura serve</c> over the analysed sample repository, for the tests that change nothing.</summary>
public sealed partial class HttpFixture : IAsyncLifetime
{
    private readonly Shop _shop = new();
    private Process? _server;

    /// <summary>Address of the protocol's endpoint.</summary>
    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using (var analysis = Start("analyze", _shop.Root, "-q")) await analysis.WaitForExitAsync(TestContext.Current.CancellationToken);
        _server = Start("serve", "--urls", "http://127.0.0.1:0", "--log", "none");
        string line = await _server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? await _server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Url = Address().Match(line).Value + "/mcp";
    }

    public ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false }) _server.Kill(entireProcessTree: true);
        _server?.Dispose();
        _shop.Dispose();
        return ValueTask.CompletedTask;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _shop.Folder };
        start.Environment["CODEX_AURA_HOME"] = _shop.Data;
        foreach (string name in (string[])["CODEX_AURA_DATA", "CODEX_AURA_PLUGINS", "CODEX_AURA_STORAGE"]) start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
