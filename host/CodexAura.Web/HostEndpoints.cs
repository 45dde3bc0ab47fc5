using CodexAura.Sdk.Services;
using CodexAura.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace CodexAura.Web;

/// <summary>The endpoints that the server has of itself; all others are Carter modules of plugins.</summary>
internal static class HostEndpoints
{
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(2);

    public static void MapHostEndpoints(this WebApplication app)
    {
        app.MapGet("/health", () => TypedResults.Ok(new Health("ok", ServerOptions.Version)))
            .AllowAnonymous().DisableRateLimiting()
            .WithName("health").WithTags("Server").WithSummary("Whether the server runs")
            .WithDescription("Answers without looking at anything else; open to all.");
        app.MapGet("/ready", ReadyAsync)
            .AllowAnonymous().DisableRateLimiting()
            .WithName("ready").WithTags("Server").WithSummary("Whether the server can answer")
            .WithDescription("Looks whether the store can be read; open to all.")
            .Produces<Health>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapPrometheusScrapingEndpoint("/metrics").DisableRateLimiting();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/docs", docs => docs
                .WithTitle("Codex Aura")
                .WithOpenApiRoutePattern("/openapi/{documentName}.json")
                // Fonts, the proxy and the assistant would come from, and talk to, machines of others.
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools())
            .AllowAnonymous().WithSecurityHeadersPolicy(SecurityHeaders.Docs);
    }

    private static async Task<IResult> ReadyAsync(IGraphService graphs, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadyPatience);
        try
        {
            await graphs.ListAsync(cancellationToken: limit.Token).WaitAsync(limit.Token);
            return TypedResults.Ok(new Health("ready", ServerOptions.Version));
        }
        catch (Exception thrown) when (!cancellationToken.IsCancellationRequested && thrown is CodexAuraException or OperationCanceledException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: "The store can't be read now.",
                extensions: new Dictionary<string, object?> { ["code"] = thrown is CodexAuraException { Code: var code } ? code : "store.slow" });
        }
    }

    /// <summary>The answer of <c>/health</c> and <c>/ready</c>.</summary>
    /// <param name="Status"><c>ok</c>, as a server that doesn't run doesn't answer; or <c>ready</c>.</param>
    /// <param name="Version">Version of the product.</param>
    internal sealed record Health(string Status, string Version);
}
