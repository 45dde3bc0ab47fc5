using System.Net;
using CodexAura.Plugins.Context.Basic.Embeddings;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.Configuration;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>A service of embeddings adds to the ranking where one is configured, and takes nothing away where it fails.</summary>
public sealed class EmbeddingTests : IDisposable
{
    private const string Task = "The basket total charges customers a wrong amount";
    private readonly string _folder = Directory.CreateTempSubdirectory("codex-aura-embeddings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Meaning_is_found_where_no_word_is_shared(bool numbers)
    {
        await using var server = Server();
        server.Numbers = numbers;

        var (without, with) = (await AskAsync(null), await AskAsync(server));

        Assert.NotEqual("src/shop/money.py", without.Files[0].Path);
        Assert.Equal("src/shop/money.py", with.Files[0].Path);
        Assert.Empty(with.Notes);
        Assert.All(server.Keys, key => Assert.Equal("Bearer secret", key));
    }

    [Fact]
    public async Task A_text_is_sent_once()
    {
        await using var server = Server();

        var first = await AskAsync(server);
        int sent = server.Texts.Count;
        var second = await AskAsync(server);

        Assert.True(sent > 2);
        Assert.Equal(sent, server.Texts.Count);
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task A_broken_cache_is_as_good_as_none()
    {
        await using var server = Server();
        var first = await AskAsync(server);
        string file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "embeddings")));
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, bytes.AsMemory(0, bytes.Length - 3), TestContext.Current.CancellationToken);
        int sent = server.Texts.Count;

        var second = await AskAsync(server);

        Assert.Equal(sent + 1, server.Texts.Count);
        Assert.Equal(first.Text, second.Text);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_service_that_fails_changes_nothing_but_a_note(HttpStatusCode status)
    {
        await using var server = Server();
        server.Status = status;

        var (without, with) = (await AskAsync(null), await AskAsync(server));

        Assert.Equal(without.Text, with.Text);
        Assert.Equal(without.Files, with.Files);
        Assert.StartsWith("Ranked without embeddings: ", Assert.Single(with.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_waited_for_no_longer_than_said()
    {
        await using var server = Server();
        server.Hangs = true;

        var (without, with) = (await AskAsync(null), await AskAsync(server, timeout: "0.2"));

        Assert.Equal(without.Text, with.Text);
        Assert.Equal("Ranked without embeddings: the service took more than 0.2 seconds.", Assert.Single(with.Notes));
    }

    [Theory]
    [InlineData("http://localhost:1/v1", null, null, "CODEX_AURA_EMBEDDINGS_MODEL is not")]
    [InlineData(null, "m", null, "CODEX_AURA_EMBEDDINGS_URL is not")]
    [InlineData("ftp://x", "m", null, "must be an address")]
    [InlineData("http://localhost:1/v1", "m", "soon", "must be a number of seconds")]
    public void Half_a_configuration_is_refused(string? url, string? model, string? timeout, string expected)
    {
        var thrown = Assert.Throws<ContextException>(() => EmbeddingOptions.Read(Variables(url, model, timeout)));

        Assert.Equal("context.embeddings_configuration", thrown.Code);
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_file_counts_where_the_environment_says_nothing()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["embeddings:url"] = "http://localhost:1/v1", ["embeddings:model"] = "of the file", ["embeddings:timeout"] = "3",
        }).Build();

        var options = EmbeddingOptions.Read(name => name == EmbeddingOptions.ModelVariable ? "of the environment" : null, configuration)!;

        Assert.Equal(("http://localhost:1/v1", "of the environment", null, 3), (options.Endpoint.OriginalString, options.Model, options.Key, options.Timeout.TotalSeconds));
    }

    [Fact]
    public void Nothing_is_asked_unless_it_is_configured() => Assert.Null(EmbeddingOptions.Read(_ => null));

    private static EmbeddingServer Server() => new(["basket total charges", "round_half_even"], ["receipt"]);

    private Task<ContextResult> AskAsync(EmbeddingServer? server, string? timeout = null)
    {
        var repository = Repositories.Shop();
        var provider = new BasicContextProvider { Variable = Variables(server?.Url, server is null ? null : "model", timeout), Location = new StoreLocation(_folder) };
        return provider.GetContextAsync(new ContextRequest { Task = Task }, repository.Graph(), repository, TestContext.Current.CancellationToken);
    }

    private static Func<string, string?> Variables(string? url, string? model, string? timeout) => name => name switch
    {
        EmbeddingOptions.UrlVariable => url,
        EmbeddingOptions.ModelVariable => model,
        EmbeddingOptions.KeyVariable => "secret",
        EmbeddingOptions.TimeoutVariable => timeout,
        _ => null,
    };
}
