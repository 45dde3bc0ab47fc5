using System.Globalization;
using CodexAura.Plugins.Rest.Graphs;
using CodexAura.Sdk.Graph;
using Microsoft.Net.Http.Headers;

namespace CodexAura.Plugins.Rest.Answers;

/// <summary>Tells clients whether what they have is still what they would get.</summary>
internal static class ETags
{
    /// <summary>
    /// Tells by the graph's description alone whether the client has the answer already, before any of it is read. Where it has not, the
    /// answer is made, and <see cref="Matches"/> is asked with the description that came with it.
    /// </summary>
    public static async Task<bool> ClientHasAsync(HttpContext http, GraphAccess graphs, string graph, string? storage, CancellationToken cancellationToken)
    {
        // '*' asks whether there is any answer: only making it tells.
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Count > 0 && !known.Any(given => given.Equals(EntityTagHeaderValue.Any))
            && Matches(http, await graphs.FindAsync(graph, storage, cancellationToken));
    }

    /// <summary>
    /// Puts the entity tag of a graph's answer into the response. An answer follows from the graph and the URL alone, so the graph's
    /// id and time of making are enough; it is weak, since the same answer may come compressed or not.
    /// </summary>
    /// <returns>True when the client has it already: the answer is 304 then.</returns>
    public static bool Matches(HttpContext http, GraphInfo info)
    {
        string tag = string.Create(CultureInfo.InvariantCulture, $"\"{info.Id}-{info.CreatedAt.UtcTicks:x}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue(tag, isWeak: true);
        // To be asked about each time: another analysis may replace the graph at any moment.
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
            && known.Any(given => given.Equals(EntityTagHeaderValue.Any) || given.Compare(headers.ETag, useStrongComparison: false));
    }
}
