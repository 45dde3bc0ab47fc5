using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CsCheck;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>What holds for every graph and every change.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void An_answer_is_kept_for_the_same_question_alone()
    {
        var graph = Code.Graph("a.py: f\nb.py: g\nc.py: h\nb.py:g calls a.py:f");
        var analyzer = new BasicImpactAnalyzer();
        var request = Code.Request(graph, "a.py:f");
        ImpactResult Ask(ImpactRequest asked) => analyzer.Analyze(asked, graph, TestContext.Current.CancellationToken);
        var first = Ask(request);

        Assert.Same(first, Ask(Code.Request(graph, "a.py:f")));
        ImpactRequest[] others =
        [
            Code.Request(graph, "b.py:g"), request with { Depth = 1 }, request with { ChangedFiles = ["a.py"] }, request with { Mentions = null },
            request with { Mentions = [new NameMention(Code.Find(graph, "a.py:f"), Code.Find(graph, "c.py:h"), 1, 1)] },
            request with { History = [new CoChange("a.py", "c.py", 2, 3)] }, request with { FileChanges = [new FileChange("a.py", 400, 0, 0)] },
        ];
        Assert.All(others, other => Assert.NotSame(first, Ask(other)));
        Assert.Contains(Ask(others[4]).Affected, a => Code.Name(graph, a.Node) == "c.py:h");
    }

    private static readonly string[] Types = [EdgeTypes.Calls, EdgeTypes.Calls, EdgeTypes.Calls, EdgeTypes.Extends, EdgeTypes.Imports];

    private sealed record Edge(int From, int To, int Type, Confidence Confidence);

    private sealed record Sample(int Files, IReadOnlyList<Edge> Edges, int Changed, Edge Added)
    {
        private const int InFile = 4;

        /// <summary>Nodes in the order in which they are added: a file, a class, its method, a function; every third file is of tests.</summary>
        public int Nodes => Files * InFile;

        public CodeGraph Build(IEnumerable<Edge> edges, bool unrelated = false, int shuffle = 0)
        {
            var builder = new GraphBuilder();
            var handles = new int[Nodes];
            if (unrelated) builder.AddDefinition(NodeType.Function, builder.AddFile("a_first.py", 9), "alone", 1, 2, 1);
            int[] order = [.. Enumerable.Range(0, Files)];
            new Random(shuffle).Shuffle(order);
            foreach (int f in order)
            {
                int at = f * InFile;
                handles[at] = builder.AddFile(f % 3 == 2 ? $"tests/test_{f}.py" : $"src/m{f}.py", 40);
                handles[at + 1] = builder.AddDefinition(NodeType.Class, handles[at], "TestThing", 1, 9);
                handles[at + 2] = builder.AddDefinition(NodeType.Function, handles[at + 1], "TestThing.test_run", 2, 9, 1);
                handles[at + 3] = builder.AddDefinition(NodeType.Function, handles[at], f % 2 == 0 ? "make" : "test_it", 11, 20 + f, 1 + f);
            }
            if (unrelated) builder.AddDefinition(NodeType.Function, builder.AddFile("z_last.py", 9), "alone", 1, 2, 1);
            foreach (var edge in Shuffled(edges, shuffle))
                if (Fits(edge)) builder.AddEdge(handles[edge.From], handles[edge.To], Types[edge.Type], 1, edge.Confidence);
            return builder.Build(new RepositoryInfo("/r", "r", null));
        }

        /// <summary>With its edges: a failure is to be made again by hand.</summary>
        public override string ToString() =>
            $"{Files} files, node {Changed} changed, added {Added}, edges {string.Join(", ", Edges.Where(Fits).Select(e => $"{e.From} {Types[e.Type]} {e.To} {e.Confidence}"))}";

        private static Edge[] Shuffled(IEnumerable<Edge> edges, int seed)
        {
            Edge[] all = [.. edges];
            new Random(seed).Shuffle(all);
            return all;
        }

        public ImpactResult Analyze(CodeGraph graph, int depth = 0)
        {
            string made = Changed / InFile % 2 == 0 ? "::function::make" : "::function::test_it";
            string kind = (Changed % InFile) switch { 0 => "::file", 1 => "::class::TestThing", 2 => "::function::TestThing.test_run", _ => made };
            int f = Changed / InFile;
            return new BasicImpactAnalyzer().Analyze(new ImpactRequest { ChangedSymbols = [(f % 3 == 2 ? $"tests/test_{f}.py" : $"src/m{f}.py") + kind], Mentions = [], Depth = depth }, graph);
        }

        /// <summary>Calls lead from files and functions to classes and functions, and so on.</summary>
        public bool Fits(Edge edge) => Types[edge.Type] switch
        {
            EdgeTypes.Calls => edge.From % InFile != 1 && edge.To % InFile != 0,
            EdgeTypes.Extends => edge.From % InFile == 1 && edge.To % InFile == 1,
            _ => edge.From % InFile == 0 && edge.To % InFile == 0,
        };
    }

    private static readonly Gen<Sample> Samples =
        from files in Gen.Int[2, 9]
        let edge = Gen.Select(Gen.Int[0, files * 4 - 1], Gen.Int[0, files * 4 - 1], Gen.Int[0, Types.Length - 1], Gen.Enum<Confidence>(), (a, b, type, confidence) => new Edge(a, b, type, confidence))
        from edges in edge.List[0, 60]
        from changed in Gen.Int[0, files * 4 - 1]
        from added in edge
        select new Sample(files, edges, changed, added);

    [Fact]
    public void The_answer_does_not_depend_on_the_order_in_which_a_graph_was_made() =>
        Samples.Sample(s => Assert.Equal(Text(s.Analyze(s.Build(s.Edges)), s.Build(s.Edges)), Text(s.Analyze(s.Build(s.Edges, shuffle: 7)), s.Build(s.Edges))), iter: 400);

    [Fact]
    public void Unrelated_files_change_nothing() => Samples.Sample(s =>
    {
        var (small, large) = (s.Build(s.Edges), s.Build(s.Edges, unrelated: true));
        Assert.Equal(Text(s.Analyze(small), small), Text(s.Analyze(large), large));
    }, iter: 400);

    [Fact]
    public void A_further_caller_never_lowers_a_score() => Samples.Sample(s =>
    {
        var added = s.Added with { Type = 0 };
        if (!s.Fits(added)) return;
        var (before, after) = (s.Build(s.Edges), s.Build([.. s.Edges, added]));
        var (less, more) = (s.Analyze(before), s.Analyze(after));
        var scores = more.Affected.ToDictionary(a => Code.Name(after, a.Node), a => a.Score);
        foreach (var affected in less.Affected)
            Assert.True(scores[Code.Name(before, affected.Node)] >= affected.Score, Code.Name(before, affected.Node));
        var files = more.Files.ToDictionary(f => f.Path, f => f.Score);
        foreach (var file in less.Files) Assert.True(files[file.Path] >= file.Score - 1e-12, file.Path);
        Assert.True(more.Risk.Score >= less.Risk.Score - 1e-12);
    }, iter: 600);

    [Fact]
    public void A_limit_that_is_never_reached_changes_nothing() => Samples.Sample(s =>
    {
        // Without a limit nodes are taken by score, with one in rounds: two algorithms, one answer.
        var graph = s.Build(s.Edges);
        var (free, limited) = (s.Analyze(graph), s.Analyze(graph, depth: 1000));
        Assert.Equal(limited.Affected.Select(a => (a.Node, a.Distance, a.Score, a.Path[^1].Relation)), free.Affected.Select(a => (a.Node, a.Distance, a.Score, a.Path[^1].Relation)));
        Assert.Equal(limited.Files.Select(f => (f.Path, f.Distance)), free.Files.Select(f => (f.Path, f.Distance)));
        // Products of the same factors in another order, rounded to nine digits.
        foreach (var (one, other) in limited.Files.Zip(free.Files)) Assert.Equal(one.Score, other.Score, 2e-9);
        Assert.Equal(limited.Risk.Score, free.Risk.Score, 1e-12);
    }, iter: 1000);

    [Fact]
    public void Searches_leave_nothing_behind_for_the_next() => Samples.Sample(s =>
    {
        var graph = s.Build(s.Edges);
        string first = Text(s.Analyze(graph), graph);
        foreach (int changed in (int[])[0, s.Nodes - 1, s.Nodes / 2]) (s with { Changed = changed }).Analyze(graph);
        Assert.Equal(first, Text(s.Analyze(graph), graph));
    }, iter: 200);

    [Fact]
    public void Empty_answers_are_explained_and_scores_are_in_order() => Samples.Sample(s =>
    {
        var graph = s.Build(s.Edges);
        var result = s.Analyze(graph);
        if (result.Affected.Count == 0) Assert.Contains(result.Notes, n => n.Contains("what changed", StringComparison.Ordinal));
        if (result.Tests.Count == 0) Assert.Contains(result.Notes, n => n.Contains("No test", StringComparison.Ordinal));
        Assert.Equal(result.Affected.OrderByDescending(a => a.Score), result.Affected);
        Assert.All(result.Affected, a => Assert.Equal((a.Node, a.Distance), (a.Path[^1].Node, a.Path.Count - 1)));
        Assert.All(result.Affected, a => Assert.InRange(a.Score, 0.05, 1));
        Assert.DoesNotContain(result.Affected, a => result.Changed.Contains(a.Node));
        Assert.All(result.Tests, t => Assert.InRange(t.Priority, 0, 1));
        Assert.Equal(result.Tests.OrderByDescending(t => t.Evidence == TestEvidence.Changed).ThenByDescending(t => t.Priority).Select(t => t.Priority), result.Tests.Select(t => t.Priority));
        Assert.Equal(result.Tests.Count, result.Tests.DistinctBy(t => t.Node).Count());
        Assert.InRange(result.RunFirst, Math.Min(20, result.Tests.Count), result.Tests.Count);
    }, iter: 400);

    private static string Text(ImpactResult result, CodeGraph graph) => string.Join('\n',
        result.Affected.Select(a => $"{Code.Name(graph, a.Node)} {a.Distance} {a.Score} {string.Join('>', a.Path.Select(p => $"{p.Relation} {Code.Name(graph, p.Node)}"))}")
            .Concat(result.Files.Select(f => $"{f.Path} {f.Distance} {f.Score}"))
            .Concat(result.Tests.Select(t => $"{Code.Name(graph, t.Node)} {t.Distance} {t.Evidence} {t.Score} {t.Priority}"))
            .Append($"{result.Risk.Level} {result.Risk.Score}").Concat(result.Risk.Reasons).Concat(result.Notes));
}
