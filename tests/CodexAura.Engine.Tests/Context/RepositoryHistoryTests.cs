using CodexAura.Engine.Context;
using CodexAura.Engine.Git;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Context;

/// <summary>The past of a graph is that of its commit, by the real git.</summary>
public sealed class RepositoryHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codex-aura-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_ends_with_the_commit_of_the_graph()
    {
        await GitAsync("init", "-q");
        await CommitAsync("first", "a.py");
        string second = await CommitAsync("second\n\nbecause of b", "sub/b.py");
        await CommitAsync("after the graph", "a.py");

        var changes = await ReadAsync(second, 10);

        Assert.Equal(["second\n\nbecause of b: sub/b.py", "first: a.py"], changes.Select(c => c.Message + ": " + string.Join(",", c.Files)));
        Assert.Single(await ReadAsync(second, 1));
    }

    [Fact]
    public async Task It_is_read_once_for_a_graph()
    {
        await GitAsync("init", "-q");
        var history = new RepositoryHistory(Graph(await CommitAsync("first", "a.py")));
        var before = await history.ReadAsync(5, TestContext.Current.CancellationToken);
        Directory.Delete(Path.Join(_folder, ".git"), recursive: true);

        Assert.Same(before, await history.ReadAsync(5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_there_is_none_it_is_empty()
    {
        string unknown = new('a', 40);
        Assert.Empty(await ReadAsync(null, 5));
        Assert.Empty(await ReadAsync(unknown, 5));
        await GitAsync("init", "-q");
        Assert.Empty(await ReadAsync(unknown, 5));
    }

    private Task<IReadOnlyList<PastChange>> ReadAsync(string? sha, int limit) => new RepositoryHistory(Graph(sha)).ReadAsync(limit, TestContext.Current.CancellationToken);

    private CodeGraph Graph(string? sha)
    {
        var builder = new GraphBuilder();
        builder.AddFile("a.py", 1);
        return builder.Build(new RepositoryInfo(_folder, "r", sha));
    }

    private async Task<string> CommitAsync(string message, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(_folder, path))!);
        await File.AppendAllTextAsync(Path.Join(_folder, path), "x = 1\n", TestContext.Current.CancellationToken);
        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "-m", message);
        return (await GitAsync("rev-parse", "HEAD")).Trim();
    }

    private Task<string> GitAsync(params string[] arguments) => GitCommand.RunAsync(_folder, arguments, TestContext.Current.CancellationToken);
}
