using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CodexAura.Plugins.Mcp.Hosting;

/// <summary>
/// Keeps web pages of strangers out. A page whose name was made to lead to this machine (DNS rebinding) comes with a name as its
/// host that is none of ours, or with an origin that is another than the host.
/// </summary>
internal static class OriginGuard
{
    public static TBuilder RequireLocalOrigin<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            if (endpoint.RequestDelegate is not { } inner) return;
            endpoint.RequestDelegate = context => IsAllowed(context.Request) ? inner(context) : RefuseAsync(context);
        });
        return builder;
    }

    /// <summary>
    /// Whether a request may be answered. A name that is no address must be a loopback one, unless the server is meant for others:
    /// then the connection did not come over loopback, and the host's own list of names decides. An origin must be the server's own.
    /// </summary>
    internal static bool IsAllowed(HttpRequest request)
    {
        string host = request.Host.Host;
        bool overLoopback = request.HttpContext.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
        if (overLoopback && !IsLocalName(host) && !IPAddress.TryParse(host.Trim('[', ']'), out _)) return false;
        string? origin = request.Headers.Origin;
        if (string.IsNullOrEmpty(origin)) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && (uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || IsLocalName(uri.Host) && IsLocalName(host));
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This request names a host or origin that is not this server's. Use the address that the server prints at its start.");
    }
}
