using CodexAura.Sdk.Json;
using System.Text;
using System.Text.Json;
using CodexAura.Engine.Context;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Context;

/// <summary>What the engine makes of a request before and after a provider sees it.</summary>
public sealed class ContextPipelineTests : IDisposable
{
    private readonly TempTree _tree = new();
    private readonly Recorder _provider = new();

    public ContextPipelineTests() => _tree.Write("shop/cart.py", "class Cart: pass\n").Write("shop/money.py", "class Money: pass\n");

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("shop/cart.py")]
    [InlineData("./shop/cart.py")]
    [InlineData("cart.py")]
    [InlineData("shop\\cart.py")]
    public async Task Files_are_found_however_they_are_written(string written)
    {
        await AskAsync(new ContextRequest { Files = [written, _tree.Full("shop/cart.py")] });

        Assert.Equal(["shop/cart.py"], _provider.Request!.Files);
    }

    [Fact]
    public async Task A_name_stands_for_all_definitions_of_it()
    {
        await AskAsync(new ContextRequest { Symbols = ["add", "Money", "shop/cart.py::class::Cart"] });

        Assert.Equal(["shop/cart.py::function::Cart.add", "shop/money.py::class::Money", "shop/cart.py::class::Cart"], _provider.Request!.Symbols);
    }

    [Fact]
    public async Task What_is_not_in_the_graph_is_an_error_that_names_what_is_similar()
    {
        var thrown = await Assert.ThrowsAsync<NodeSelectionException>(() => AskAsync(new ContextRequest { Symbols = ["Mone"] }));

        Assert.Contains("shop/money.py::class::Money", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 100, 2, "context.empty_request")]
    [InlineData("x", 0, 2, "context.max_tokens")]
    [InlineData("x", 100, 6, "context.depth")]
    public async Task A_request_that_cannot_be_answered_is_refused(string task, int tokens, int depth, string code)
    {
        var thrown = await Assert.ThrowsAsync<ContextException>(() => AskAsync(new ContextRequest { Task = task, MaxTokens = tokens, Depth = depth }));

        Assert.Equal(code, thrown.Code);
        Assert.Null(_provider.Request);
    }

    [Fact]
    public async Task Files_that_changed_or_went_since_are_stale()
    {
        Assert.Empty((await AskAsync(new ContextRequest { Task = "x" })).State.StaleFiles);

        File.Delete(_tree.Full("shop/money.py"));
        File.SetLastWriteTimeUtc(_tree.Full("shop/cart.py"), DateTime.UtcNow.AddHours(1));

        Assert.Equal(["shop/cart.py", "shop/money.py"], (await AskAsync(new ContextRequest { Task = "x" })).State.StaleFiles);
    }

    [Fact]
    public void Only_files_of_the_graph_inside_the_repository_are_read()
    {
        _tree.Write("secret.txt", "secret");
        File.Delete(_tree.Full("shop/money.py"));
        File.CreateSymbolicLink(_tree.Full("shop/money.py"), "/etc/hostname");
        var sources = new RepositorySources(Graph());

        Assert.Equal("class Cart: pass\n", sources.Read("shop/cart.py"));
        Assert.Null(sources.Read("secret.txt"));
        Assert.Null(sources.Read("../x"));
        Assert.Null(sources.Read("shop/money.py"));
    }

    [Fact]
    public async Task Json_has_what_the_protocol_says()
    {
        var answer = await AskAsync(new ContextRequest { Task = "x", MaxTokens = 77 });
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonFormat.Compact)) ContextJson.Write(json, answer);

        string sha = new('a', 40), id = GraphInfo.MakeId(new RepositoryInfo(_tree.Root, "shop", sha));
        Assert.Equal($$$"""
            {"items":[{"id":"shop/cart.py::class::Cart","path":"shop/cart.py","lines":[3,40],"relevance":1,"tokens":5,"reason":"seed","detail":"full","code":"class Cart: pass"}],"files":[{"path":"shop/cart.py","relevance":1}],"text":"text","total_tokens":6,"max_tokens":77,"omitted":[{"id":"shop/cart.py::file","path":"shop/cart.py","lines":[1,40],"relevance":0.5,"tokens":9,"reason":"later"}],"notes":["note"],"graph":{"id":"{{{id}}}","sha":"{{{sha}}}","stale_files":[]}}
            """, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private CodeGraph Graph() => Support.Graphs.Shop(new RepositoryInfo(_tree.Root, "shop", new string('a', 40)));

    private Task<ContextAnswer> AskAsync(ContextRequest request)
    {
        var graph = Graph();
        return new ContextPipeline(_provider).RunAsync(request, GraphInfo.Of(graph, DateTimeOffset.UtcNow), graph, null, TestContext.Current.CancellationToken);
    }

    private sealed class Recorder : IContextProvider
    {
        public ContextRequest? Request { get; private set; }

        public Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default)
        {
            Request = request;
            int cart = graph.Find("shop/cart.py::class::Cart");
            return Task.FromResult(new ContextResult(
                [new ContextItem(cart, 1, 5, "seed") { Detail = ContextDetail.Full, Code = "class Cart: pass" }], [new RankedFile("shop/cart.py", 1)], "text", 6)
            {
                Omitted = [new OmittedItem(graph.FindFile("shop/cart.py"), 0.5, 9, "later")],
                Notes = ["note"],
            });
        }
    }
}
