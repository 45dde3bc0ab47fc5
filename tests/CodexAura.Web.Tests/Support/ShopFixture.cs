using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CodexAura.Web.Tests.Support;

/// <summary>A server that has analysed the sample repository, for tests that only read.</summary>
public sealed class ShopFixture : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private TestServerHost _host = null!;

    public HttpClient Client { get; private set; } = null!;

    public HttpClient Plain => _host.PlainClient();

    public string GraphId { get; private set; } = "";

    public string Repository { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Repository = _workspace.Shop();
        _host = await TestServerHost.StartAsync(_workspace.Data);
        Client = await _host.ClientAsync();
        var answer = await Client.PostAsync("/api/v1/analyze", Workspace.Body(new { repo_path = Repository }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        GraphId = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("graph_id").GetString()!;
    }

    internal Task<ApiContract> ContractAsync() => ApiContract.ReadAsync(Plain);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _workspace.Dispose();
    }
}
