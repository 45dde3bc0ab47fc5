using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CodexAura.EndToEnd.Tests;

/// <summary>Plugins that are dropped in, and switched off, while <c>watch</c> and <c>mcp</c> run. What <c>serve</c> does is tested with the web server.</summary>
public sealed class DropInTests : IDisposable
{
    private readonly Aura _aura = new();

    public DropInTests()
    {
        _aura.Write("repo/a.py", "def f(): pass\n");
        _aura.Write("repo/b.good", "anything");
        _aura.Write("repo/c.talk", "fine");
        Directory.CreateDirectory(Plugins);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Plugins => _aura.In("plugins");

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task A_running_watch_takes_up_an_analyzer_and_tells_that_it_works_on_when_it_is_switched_off()
    {
        using var watch = _aura.Start(Aura.Executable, "watch", _aura.In("repo"), "--plugins", Plugins);
        try
        {
            Assert.Contains(": 2 nodes", await watch.StandardOutput.ReadLineAsync(Token), StringComparison.Ordinal);
            Drop("GoodAnalyzer");
            Assert.Contains(": 3 nodes", await watch.StandardOutput.ReadLineAsync(Token), StringComparison.Ordinal);
            Assert.Contains("plugins: test.good-analyzer 1.2.3 arrived", await watch.StandardError.ReadLineAsync(Token), StringComparison.Ordinal);

            (await _aura.RunAsync("plugins", "disable", "test.good-analyzer", "--plugins", Plugins)).Exits(0);
            string told = await watch.StandardError.ReadLineAsync(Token) ?? "";
            Assert.Contains("test.good-analyzer", told, StringComparison.Ordinal);
            Assert.Contains("restart needed (AURA1010)", told, StringComparison.Ordinal);
            string list = (await _aura.RunAsync("plugins", "list", "--plugins", Plugins)).Exits(0).Output;
            Assert.Contains($"AURA1010 test.good-analyzer: restart needed: codex-aura watch (process {watch.Id}) works on with 1.2.3, which was switched off since.", list, StringComparison.Ordinal);
            Assert.Contains("AURA1007", list, StringComparison.Ordinal);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_running_mcp_server_takes_up_an_analyzer_that_writes_to_standard_output_which_stays_the_protocols()
    {
        using var server = _aura.Start(Aura.Executable, "mcp", _aura.In("repo"), "--plugins", Plugins);
        try
        {
            await AskAsync(server, 1, "initialize", new { protocolVersion = "2025-11-25", capabilities = new { }, clientInfo = new { name = "test", version = "1" } });
            await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
            Assert.DoesNotContain("c.talk", await OverviewAsync(server, 2), StringComparison.Ordinal);
            Drop("Talkative");
            var clock = Stopwatch.StartNew();
            for (int id = 3; ; id++)
            {
                string overview = await OverviewAsync(server, id);
                if (overview.Contains("c.talk", StringComparison.Ordinal)) break;
                Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), overview);
                await Task.Delay(200, Token);
            }
            server.StandardInput.Close();
            Assert.Contains("I resolve", await server.StandardError.ReadToEndAsync(Token), StringComparison.Ordinal);
            await server.WaitForExitAsync(Token);
            Assert.Equal(0, server.ExitCode);
        }
        finally
        {
            if (!server.HasExited) server.Kill(entireProcessTree: true);
        }
    }

    private static Task<string> OverviewAsync(Process server, int id) => AskAsync(server, id, "tools/call", new { name = "graph_overview", arguments = new { } });

    /// <summary>Asks, and gives the line with the answer. Every line that comes is a message of the protocol.</summary>
    private static async Task<string> AskAsync(Process server, int id, string method, object parameters)
    {
        await server.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { jsonrpc = "2.0", id, method, @params = parameters }));
        await server.StandardInput.FlushAsync(Token);
        while (true)
        {
            string line = await server.StandardOutput.ReadLineAsync(Token) ?? throw new EndOfStreamException(await server.StandardError.ReadToEndAsync(Token));
            var message = JsonDocument.Parse(line).RootElement;
            Assert.Equal("2.0", message.GetProperty("jsonrpc").GetString());
            if (message.TryGetProperty("id", out var answered) && answered.GetRawText() == id.ToString(CultureInfo.InvariantCulture)) return line;
        }
    }

    private void Drop(string plugin)
    {
        string from = Aura.TestPlugin(plugin), to = Directory.CreateDirectory(Path.Join(Plugins, plugin)).FullName;
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Join(to, Path.GetFileName(file)));
    }
}
