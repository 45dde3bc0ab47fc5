using CodexAura.Engine.Analysis;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Impact;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Tests.Impact;

/// <summary>What the analyzer is asked, with real repositories and the language of <see cref="ToyAnalyzer"/>.</summary>
public sealed class ImpactQueryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_of_the_work_tree_become_symbols_whether_the_graph_is_older_or_newer()
    {
        using var tree = await CommittedAsync();
        var before = await AnalyseAsync(tree);
        // A line more above, and another call in g: before the edit g is in lines 3 and 4, after it in 4 and 5.
        tree.Write("a.toy", "\ndef f\ncall g\ndef g\ncall h\n");
        var after = await AnalyseAsync(tree);

        Assert.Equal(["a.toy::function::g"], (await AskAsync(before, new ImpactQuestion { WorkTree = true })).ChangedSymbols);
        Assert.Equal(["a.toy::function::g"], (await AskAsync(after, new ImpactQuestion { WorkTree = true })).ChangedSymbols);
    }

    [Fact]
    public async Task A_range_is_read_from_the_commits_not_from_the_work_tree()
    {
        using var tree = await CommittedAsync();
        tree.Write("b.toy", "def h\ncall f\n");
        tree.Git("commit", "-qam", "two");
        tree.Write("a.toy", "boom\n");
        var graph = await AnalyseAsync(tree, read: "b.toy");

        Assert.Equal(["b.toy::function::h"], (await AskAsync(graph, new ImpactQuestion { Since = "HEAD~1" })).ChangedSymbols);
        Assert.Equal(["b.toy::function::h"], (await AskAsync(graph, new ImpactQuestion { Since = "HEAD~1..HEAD" })).ChangedSymbols);
    }

    [Fact]
    public async Task Removed_and_new_files_are_named_as_a_whole()
    {
        using var tree = await CommittedAsync();
        var graph = await AnalyseAsync(tree);
        File.Delete(tree.Full("b.toy"));
        tree.Write("c.toy", "def k\n");

        var request = await AskAsync(graph, new ImpactQuestion { WorkTree = true });

        Assert.Equal(["b.toy", "c.toy"], request.ChangedFiles.Order(StringComparer.Ordinal));
        Assert.Contains("b.toy::function::h", request.ChangedSymbols);
    }

    [Fact]
    public async Task Files_and_symbols_may_be_given_as_people_write_them()
    {
        using var tree = await CommittedAsync();
        var graph = await AnalyseAsync(tree);

        Assert.Equal(["a.toy"], (await AskAsync(graph, new ImpactQuestion { Files = ["./a.toy"] })).ChangedFiles);
        Assert.Equal(["a.toy"], (await AskAsync(graph, new ImpactQuestion { Files = [tree.Full("a.toy")] })).ChangedFiles);
        Assert.Equal(["a.toy::function::f"], (await AskAsync(graph, new ImpactQuestion { Symbols = ["f"] })).ChangedSymbols);
        var missing = await Assert.ThrowsAsync<NodeSelectionException>(() => AskAsync(graph, new ImpactQuestion { Files = ["nowhere.toy"] }));
        Assert.Equal("file.not_found", missing.Code);
    }

    [Theory]
    [InlineData("nonsense", "git.revision_unknown")]
    [InlineData("--output=x", "git.revision_unknown")]
    public async Task An_unknown_revision_is_an_error_that_says_so(string revision, string code)
    {
        using var tree = await CommittedAsync();
        var graph = await AnalyseAsync(tree);

        Assert.Equal(code, (await Assert.ThrowsAsync<AnalysisException>(() => AskAsync(graph, new ImpactQuestion { Since = revision }))).Code);
    }

    [Fact]
    public async Task Without_a_repository_changes_can_not_be_read_but_symbols_can_be_asked()
    {
        using var tree = new TempTree().Write("a.toy", "def f\n");
        var graph = await AnalyseAsync(tree);
        var answer = await new ImpactQuery(new Recorder()).AskAsync(graph, new ImpactQuestion { Symbols = ["f"] }, Token);

        Assert.Contains(answer.Notes, n => n.Contains("history", StringComparison.Ordinal));
        Assert.Equal("git.no_repository", (await Assert.ThrowsAsync<AnalysisException>(() => AskAsync(graph, new ImpactQuestion { WorkTree = true }))).Code);
    }

    [Theory]
    [InlineData(1, "a0.toy was edited a moment ago")]
    [InlineData(5, "a0.toy, a1.toy, a2.toy and 2 more files were edited a moment ago")]
    public async Task Answers_from_a_preview_say_which_files_are_being_resolved(int edited, string note)
    {
        using var tree = new TempTree();
        var builder = new GraphBuilder();
        for (int i = 0; i < 6; i++)
        {
            tree.Write($"a{i}.toy", "def f\n");
            builder.AddDefinition(NodeType.Function, builder.AddFile($"a{i}.toy", 1), "f", 1, 1, 1);
            if (i < edited) builder.AddDiagnostic(new Diagnostic(DiagnosticCodes.BeingResolved, DiagnosticSeverity.Info, $"a{i}.toy", 0, "is being resolved"));
        }
        var graph = builder.Build(await RepositoryLocator.FindAsync(tree.Root, Token));
        var answer = await new ImpactQuery(new Recorder()).AskAsync(graph, new ImpactQuestion { Files = ["a5.toy"], History = false }, Token);

        Assert.StartsWith(note, Assert.Single(answer.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_and_owners_come_from_the_commits()
    {
        using var tree = await CommittedAsync();
        tree.Write("a.toy", "def f\ncall g\ndef g\ncall h\n").Write("b.toy", "def h\ncall g\n");
        tree.Git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qam", "both");
        var graph = await AnalyseAsync(tree);
        var recorder = new Recorder();
        var answer = await new ImpactQuery(recorder).AskAsync(graph, new ImpactQuestion { Files = ["a.toy"], Owners = true }, Token);

        var change = Assert.Single(recorder.Request!.History!);
        Assert.Equal(("b.toy", 2, 2), (change.Path, change.Together, change.Commits));
        Assert.Equal(["Ada", "t"], answer.Owners!.Select(o => o.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<TempTree> CommittedAsync()
    {
        var tree = new TempTree();
        tree.Git("init", "-q");
        tree.Write("a.toy", "def f\ncall g\ndef g\ncall f\n").Write("b.toy", "def h\n");
        tree.Git("add", ".");
        tree.Git("commit", "-qm", "one");
        return await Task.FromResult(tree);
    }

    /// <summary>The toy language keeps no line ends, so definitions span one line: they are stretched to what follows them here.</summary>
    private static async Task<CodeGraph> AnalyseAsync(TempTree tree, string? read = null)
    {
        var found = await RepositoryLocator.FindAsync(tree.Root, Token);
        var builder = new GraphBuilder();
        foreach (string path in Directory.EnumerateFiles(tree.Root, "*.toy").Select(p => Path.GetFileName(p)).Where(p => read is null || p == read).Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(tree.Full(path));
            int file = builder.AddFile(path, lines.Length);
            int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("def ", StringComparison.Ordinal))];
            for (int i = 0; i < starts.Length; i++)
                builder.AddDefinition(NodeType.Function, file, lines[starts[i]][4..], starts[i] + 1, i + 1 < starts.Length ? starts[i + 1] : lines.Length, 1);
        }
        return builder.Build(found);
    }

    private static async Task<ImpactRequest> AskAsync(CodeGraph graph, ImpactQuestion question)
    {
        var recorder = new Recorder();
        await new ImpactQuery(recorder).AskAsync(graph, question, Token);
        return recorder.Request!;
    }

    private sealed class Recorder : IImpactAnalyzer
    {
        public ImpactRequest? Request { get; private set; }

        public ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default)
        {
            Request = request;
            return new ImpactResult { Changed = [], Affected = [], Files = [], Tests = [], PublicApi = [], Risk = new RiskAssessment(RiskLevel.Low, 0, [], []) };
        }
    }
}
