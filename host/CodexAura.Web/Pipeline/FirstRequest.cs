using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Web.Pipeline;

/// <summary>
/// Makes the first requests itself, before the server says that it runs: several hundred methods of the web server are compiled by them,
/// for which the first client would wait. They are real ones, over a socket, as only that goes the whole way; no log and no figure has them.
/// </summary>
internal sealed class FirstRequest(IServer server, ILogger<FirstRequest> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    // A host name that is allowed everywhere. The second request takes the way of those that are limited and need a key, the third that of
    // those with a body: whether they are answered, refused, or lead nowhere for want of a module or a graph, makes no difference.
    private static readonly byte[] Requests = Encoding.ASCII.GetBytes(string.Join("\r\n",
        "GET /health HTTP/1.1", "Host: localhost", "", "GET /api/v1/graphs?page_size=1 HTTP/1.1", "Host: localhost", "",
        "POST /api/v1/graph/-/impact HTTP/1.1", "Host: localhost", "Connection: close", "Content-Type: application/json", "Content-Length: 23", "", """{"changed_files":["-"]}"""));
    private volatile int _port;

    /// <summary>Whether a request is one of these. Keeps it out of the figures if so.</summary>
    public bool IsOwn(HttpContext http)
    {
        if (_port == 0 || http.Connection.RemotePort != _port) return false;
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics) metrics.MetricsDisabled = true;
        return true;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // A server of tests listens nowhere.
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var to = EndPointOf(new Uri(address));
            using var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            // Known before the server can see it.
            socket.Bind(new IPEndPoint(to.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0));
            _port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            await socket.ConnectAsync(to, limit.Token);
            await socket.SendAsync(Requests, limit.Token);
            byte[] answer = new byte[4096];
            while (await socket.ReceiveAsync(answer, limit.Token) > 0) { }
        }
        catch (Exception thrown) when (thrown is SocketException or UriFormatException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Then the first client makes it.
            WebLog.NotWarmedUp(logger, thrown);
        }
        finally
        {
            _port = 0;
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IPEndPoint EndPointOf(Uri address)
    {
        // What is no address stands for this machine, or for every address of it.
        var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var known) ? known : IPAddress.Loopback;
        if (ip.Equals(IPAddress.Any)) ip = IPAddress.Loopback;
        else if (ip.Equals(IPAddress.IPv6Any)) ip = IPAddress.IPv6Loopback;
        return new IPEndPoint(ip, address.Port);
    }
}
