using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>
/// Keeps answers about a graph in memory. The time the graph was made is part of the key, so that the answers about a graph are
/// found no more as soon as another analysis, in whatever process, has replaced it.
/// </summary>
/// <param name="graphs">Knows the graphs.</param>
internal sealed class GraphVersionPolicy(GraphAccess graphs) : IOutputCachePolicy
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        bool wanted = HttpMethods.IsGet(http.Request.Method) && !http.Request.Query.ContainsKey(GraphQuery.IncludeCode);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = wanted;
        context.AllowLocking = false;
        if (!wanted) return;
        try
        {
            string storage = http.Request.Query[GraphQuery.Storage].ToString();
            var info = await graphs.FindAsync((string)http.Request.RouteValues["id"]!, storage.Length == 0 ? null : storage, cancellation);
            context.CacheVaryByRules.QueryKeys = "*";
            context.CacheVaryByRules.VaryByValues["graph"] = string.Create(CultureInfo.InvariantCulture, $"{info.Id} {info.CreatedAt.UtcTicks}");
            // Kept as it was sent: compressed or not.
            context.CacheVaryByRules.HeaderNames = HeaderNames.AcceptEncoding;
            context.ResponseExpirationTimeSpan = Lifetime;
        }
        catch (CodexAuraException)
        {
            // The endpoint says what is wrong.
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = false;
        }
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
