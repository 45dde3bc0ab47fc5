using CodexAura.Engine.Git;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Git;

public sealed class GitBlameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codex-aura-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_node_has_the_newest_commit_of_its_lines()
    {
        await GitAsync("init", "-q");
        await CommitAsync("Ann", "2024-01-01T00:00:00Z", "def f():\n    return 1\n\ndef g():\n    return 2\n");
        string second = await CommitAsync("Ben", "2024-02-01T00:00:00Z", "def f():\n    return 1\n\ndef g():\n    return 3\n");
        await File.WriteAllTextAsync(Path.Join(_folder, "a.py"), "def f():\n    return 7\n\ndef g():\n    return 3\n", TestContext.Current.CancellationToken);

        var blames = await GitBlame.OfAsync(Graph(), TestContext.Current.CancellationToken);

        Assert.Equal([second, blames[1]!.Commit, second, null], blames.Select(b => b?.Commit));
        Assert.Equal(("Ann", 2024), (blames[1]!.Author, blames[1]!.Time.Year));
        Assert.NotEqual(second, blames[1]!.Commit);
        Assert.Equal("Ben", blames[2]!.Author);
    }

    [Fact]
    public async Task Without_git_there_is_nobody_to_blame()
    {
        var failure = await Assert.ThrowsAsync<AnalysisException>(() => GitBlame.OfAsync(Graph(), TestContext.Current.CancellationToken));
        Assert.Equal("git.no_repository", failure.Code);
    }

    private CodeGraph Graph()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 5);
        builder.AddDefinition(NodeType.Function, file, "f", 1, 2, 1);
        builder.AddDefinition(NodeType.Function, file, "g", 4, 5, 1);
        builder.AddFile("new.py", 3);
        return builder.Build(new RepositoryInfo(_folder, "r", null));
    }

    private async Task<string> CommitAsync(string author, string date, string content)
    {
        await File.WriteAllTextAsync(Path.Join(_folder, "a.py"), content, TestContext.Current.CancellationToken);
        await GitAsync("add", "a.py");
        await GitAsync("-c", $"user.name={author}", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x", "--date", date);
        return (await GitAsync("rev-parse", "HEAD")).Trim();
    }

    private Task<string> GitAsync(params string[] arguments) => GitCommand.RunAsync(_folder, arguments, TestContext.Current.CancellationToken);
}
