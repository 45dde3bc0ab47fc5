using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Plugins.Mcp.Server;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Hosting;

/// <summary>The server behind <c>/mcp</c>: one for all sessions, about all repositories that may be analysed.</summary>
internal sealed class HttpServer : IDisposable
{
    private readonly Workspaces _workspaces;
    private readonly AuraServer _server;

    public HttpServer(AuraServices services)
    {
        var settings = new ServerSettings();
        _workspaces = new Workspaces(services, settings, home: null);
        _server = new AuraServer(services, settings, _workspaces);
        Tokens.WarmUp();
    }

    /// <summary>Fills in a session's options; <c>/mcp?answers=text</c> chooses the form of its answers.</summary>
    public void Configure(HttpContext context, McpServerOptions options) =>
        _server.Configure(options, Enum.TryParse<AnswerForm>(context.Request.Query["answers"], ignoreCase: true, out var form) ? form : null);

    public void Dispose() => _workspaces.Dispose();
}
