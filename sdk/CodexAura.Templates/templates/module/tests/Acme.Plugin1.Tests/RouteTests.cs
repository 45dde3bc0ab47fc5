using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;
using CodexAura.Sdk.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Plugin1.Tests;

/// <summary>The route over real HTTP, with one graph behind it.</summary>
public sealed class RouteTests
{
    [Fact]
    public async Task The_route_answers_about_a_graph()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        new PluginServices().ConfigureServices(builder.Services);
        builder.Services.AddSingleton<IGraphService>(new OneGraph());
        await using var app = builder.Build();
        new PluginModule().AddRoutes(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        string answer = await client.GetStringAsync("/acme.plugin1/the-graph/route_name", TestContext.Current.CancellationToken);

        Assert.Equal("""[{"path":"a.py","definitions":1}]""", answer);
    }

    private sealed class OneGraph : IGraphService
    {
        public IReadOnlyList<string> Stores => [];

        public Task<StoredGraph> LoadAsync(string graph, string? storage = null, CancellationToken cancellationToken = default)
        {
            Assert.Equal("the-graph", graph);
            var builder = new GraphBuilder();
            builder.AddDefinition(NodeType.Function, builder.AddFile("a.py", 2), "f", 1, 2);
            var made = builder.Build(new RepositoryInfo("/repository", "repository", null));
            return Task.FromResult(new StoredGraph(GraphInfo.Of(made, DateTimeOffset.UnixEpoch), made));
        }

        // The route asks for nothing else.
        public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, string? storage = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<GraphInfo> FindAsync(string graph, string? storage = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<GraphInfo> DeleteAsync(string graph, string? storage = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Neighbourhood Dependencies(CodeGraph graph, NeighbourQuery query) => throw new NotSupportedException();

        public int FindNode(CodeGraph graph, string reference) => throw new NotSupportedException();

        public SymbolMatches FindSymbols(CodeGraph graph, SymbolQuery query) => throw new NotSupportedException();

        public IReadOnlyList<string> StaleFiles(StoredGraph graph) => throw new NotSupportedException();

        public ISourceReader Sources(CodeGraph graph) => throw new NotSupportedException();
    }
}
