using System.Net;

namespace CodexAura.Web.Security;

/// <summary>The addresses that the server is to listen on.</summary>
internal static class Bindings
{
    /// <summary>Host names that clients on this machine use. A page of a stranger that was made to lead here comes with another one.</summary>
    private static readonly string[] _loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses addresses that make no sense, and a server that is open to others.</summary>
    /// <exception cref="ServerOptionsException">It can't or must not start like this.</exception>
    public static void Check(ServerOptions options)
    {
        if (options.Urls.Count == 0) throw new ServerOptionsException("The server needs an address to listen on, such as " + ServerOptions.DefaultUrl + ".");
        foreach (string url in options.Urls)
            if (!Uri.TryCreate(Normal(url), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.AbsolutePath != "/" || uri.Query.Length > 0)
                throw new ServerOptionsException($"'{url}' is no address to listen on; it must look like {ServerOptions.DefaultUrl}. For HTTPS put a proxy in front.");
        if (options.ApiKeys.Count == 0 && !options.AllowAnonymous && options.Urls.FirstOrDefault(url => !IsLoopback(url)) is { } open)
            throw new ServerOptionsException($"{open} can be reached from other machines, and no API key is set. "
                + "Set one ('codex-aura serve --new-api-key' makes one, CODEX_AURA_API_KEY hands it over), listen on 127.0.0.1, or say --allow-anonymous.");
    }

    /// <summary>Whether other machines can reach the server.</summary>
    public static bool IsOpen(ServerOptions options) => options.Urls.Any(url => !IsLoopback(url));

    /// <summary>The host names that requests may name.</summary>
    public static IReadOnlyList<string> AllowedHosts(ServerOptions options) =>
        !IsOpen(options) ? [.. _loopbackHosts, .. options.Urls.Select(url => new Uri(Normal(url)).Host).Except(_loopbackHosts)] : ["*"];

    private static bool IsLoopback(string url)
    {
        // '*' and '+' mean every address, as they do for Kestrel.
        string host = new Uri(Normal(url)).Host;
        return host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
    }

    private static string Normal(string url) => url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
}
