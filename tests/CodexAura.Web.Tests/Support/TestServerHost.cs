using System.Net.Http.Headers;
using CodexAura.Host.Hosting;
using CodexAura.Sdk.Services;
using CodexAura.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace CodexAura.Web.Tests.Support;

/// <summary>The server as <c>codex-aura serve</c> makes it, with the bundled plugins, but reached in process.</summary>
internal sealed class TestServerHost : IAsyncDisposable
{
    private readonly HostSession _session;
    private readonly WebApplication _app;

    private TestServerHost(HostSession session, WebApplication app) => (_session, _app) = (session, app);

    public static string TestPlugins { get; } = Path.Join(AppContext.BaseDirectory, "test-plugins");

    public IServiceProvider Services => _app.Services;

    /// <summary>Makes and starts a server.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="options">Changes to how it is set up.</param>
    /// <param name="policy">What may be analysed.</param>
    /// <param name="plugins">Names of test plugins to load.</param>
    public static async Task<TestServerHost> StartAsync(string data, ServerOptions? options = null, AnalysisPolicy? policy = null, params string[] plugins)
    {
        options ??= new ServerOptions();
        var session = Sessions.Create(data, [.. plugins.Select(name => Path.Join(TestPlugins, name))]);
        session.Policy = policy ?? new AnalysisPolicy { Roots = options.Roots };
        var app = WebServer.Build(options with { LogRequests = false }, new WebComposition(session), web => web.UseTestServer());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestServerHost(session, app);
    }

    /// <summary>A client whose answers are all compared with the OpenAPI document.</summary>
    public async Task<HttpClient> ClientAsync(string? key = null)
    {
        var plain = _app.GetTestClient();
        if (key is not null) plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var contract = await ApiContract.ReadAsync(plain);
        var client = new HttpClient(new CheckingHandler(contract) { InnerHandler = _app.GetTestServer().CreateHandler() }) { BaseAddress = _app.GetTestServer().BaseAddress };
        client.DefaultRequestHeaders.Authorization = plain.DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <summary>A client whose answers nobody looks at.</summary>
    public HttpClient PlainClient() => _app.GetTestClient();

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _session.Dispose();
    }

    private sealed class CheckingHandler(ApiContract contract) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Content.Headers.ContentType?.MediaType != "text/event-stream") await contract.CheckAsync(request, response);
            return response;
        }
    }
}
