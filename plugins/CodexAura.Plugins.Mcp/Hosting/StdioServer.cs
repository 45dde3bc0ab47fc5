using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Plugins.Mcp.Server;
using CodexAura.Sdk.Services;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Hosting;

/// <summary>Runs the server on standard input and output until the client goes away.</summary>
internal static class StdioServer
{
    public static async Task<int> RunAsync(string? path, AuraServices services, ServerSettings settings, CancellationToken cancellationToken)
    {
        var options = new McpServerOptions();
        await using var transport = new StdioServerTransport("codex-aura", services.Loggers);
        // Standard output belongs to the protocol from here on; a plugin that prints something would break it.
        Console.SetOut(Console.Error);
        Answers.Tokens.WarmUp();
        McpServer? server = null;
        string? home = path is not null ? Path.GetFullPath(path) : HomeRepository.Around(Environment.CurrentDirectory);
        using var workspaces = new Workspaces(services, settings, async token => home ??= await AskClientAsync(server, token).ConfigureAwait(false));
        new AuraServer(services, settings, workspaces).Configure(options);
        server = McpServer.Create(transport, options, services.Loggers);
        await using (server)
        {
            if (home is not null) _ = AnalyzeAheadAsync(workspaces, services.Loggers.CreateLogger("mcp"), cancellationToken);
            try
            {
                await server.RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Ctrl+C is the usual end of a server.
            }
        }
        return 0;
    }

    /// <summary>Starts before the first call; a client that connects is not kept waiting for it.</summary>
    private static async Task AnalyzeAheadAsync(Workspaces workspaces, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            var workspace = await workspaces.FindAsync(null, cancellationToken).ConfigureAwait(false);
            await workspace.GetAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException)
        {
            // It takes long; it goes on.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.AheadFailed(logger, e.Message);
        }
    }

    /// <summary>Some clients start servers just anywhere, and tell where the user works when they are asked.</summary>
    private static async Task<string> AskClientAsync(McpServer? server, CancellationToken cancellationToken)
    {
#pragma warning disable MCP9005 // Roots are going out of use, but the clients that need this are those that have them.
        if (server?.ClientCapabilities?.Roots is not null)
        {
            var roots = await server.RequestRootsAsync(new ListRootsRequestParams(), cancellationToken).ConfigureAwait(false);
            if (roots.Roots.Select(r => HomeRepository.OfRoot(r.Uri)).FirstOrDefault(r => r is not null) is { } folder) return HomeRepository.Around(folder) ?? folder;
        }
#pragma warning restore MCP9005
        throw new ToolException($"The server was started in {Environment.CurrentDirectory}, which is no repository. "
            + "Put the path of the repository into the client's configuration: codex-aura mcp /path/to/repository.");
    }
}
