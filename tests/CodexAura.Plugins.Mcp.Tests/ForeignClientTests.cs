using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary>Clients that others wrote: what they make of the server counts.</summary>
public sealed class ForeignClientTests : IDisposable
{
    private const string Inspector = "@modelcontextprotocol/inspector/clients/launcher/build/index.js";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    private Dictionary<string, string> Environment => new() { ["CODEX_AURA_HOME"] = _shop.Data };

    // The inspector hands servers none of its own variables but these.
    private string[] Inspected => ["--cli", "-e", "CODEX_AURA_HOME=" + _shop.Data, Executable.Path, "mcp", _shop.Root];

    [Fact]
    public async Task The_TypeScript_sdk_works_with_it_over_standard_input_and_output()
    {
        var (exit, output) = await NodeClients.RunAsync("client.mjs", Environment, "stdio", Executable.Path, "mcp", _shop.Root);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task The_inspector_finds_no_fault_with_the_schemas_and_calls_a_tool()
    {
        // --strict ends with an error where a schema has something that some client or model provider refuses.
        var (listExit, list) = await NodeClients.RunAsync(Inspector, Environment, [.. Inspected, "--method", "tools/list", "--strict"]);
        Assert.True(listExit == 0, list);
        Assert.Contains("get_dependencies", list, StringComparison.Ordinal);
        var (exit, output) = await NodeClients.RunAsync(Inspector, Environment,
            [.. Inspected, "--method", "tools/call", "--tool-name", "get_dependencies", "--tool-arg", "symbol=Cart.add", "--tool-arg", "depth=2"]);
        Assert.True(File.Exists(Path.Join(_shop.Data, "graphs.db")));
        Assert.True(exit == 0, output);
        Assert.Contains("from_wishes", output, StringComparison.Ordinal);
    }
}
