using System.Composition;
using Carter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CodexAura.Plugins.Mcp.Hosting;

/// <summary>Maps streamable HTTP at <c>/mcp</c>.</summary>
[Export(typeof(ICarterModule)), Shared]
public sealed class McpRoutes : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapMcp("/mcp").RequireLocalOrigin()
        // It has a protocol of its own; an OpenAPI document could say nothing of it.
        .ExcludeFromDescription();
}
