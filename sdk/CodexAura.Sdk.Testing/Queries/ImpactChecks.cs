using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Sdk.Testing.Queries;

/// <summary>All checks of impact analyzers.</summary>
internal static class ImpactChecks
{
    public static IReadOnlyList<(string Name, Action<ImpactBench> Check)> All { get; } =
    [
        ("answer: files and symbols", Answers),
        ("answer: who calls it is affected", Callers),
        ("answer: more changes never affect less", Monotone),
        ("answer: the depth is kept", Depth),
        ("answer: nothing changed", Nothing),
        ("request: files and symbols that are not there", Unknown),
        ("request: names in code and in configuration", Mentions),
        ("purity: the same answer each time", Same),
        ("threads: many questions at once", Threads),
        ("cancellation: stops, and does no harm", Cancellation),
    ];

    private static void Answers(ImpactBench bench)
    {
        var repository = QueryRepository.Make(24, 1);
        foreach (string path in repository.Paths) bench.Ask(new ImpactRequest { ChangedFiles = [path] }, repository.Graph);
        foreach (int node in repository.Definitions) bench.Ask(new ImpactRequest { ChangedSymbols = [repository.Graph.Node(node).Id] }, repository.Graph);
        bench.Ask(new ImpactRequest { ChangedFiles = [.. repository.Paths] }, repository.Graph);
    }

    private static void Callers(ImpactBench bench)
    {
        var builder = new GraphBuilder();
        int a = builder.AddFile("a.py", 10), b = builder.AddFile("b.py", 10);
        int callee = builder.AddDefinition(NodeType.Function, a, "callee", 1, 3, 1), caller = builder.AddDefinition(NodeType.Function, b, "caller", 1, 3, 1);
        builder.AddEdge(caller, callee, EdgeTypes.Calls, 2, Confidence.Exact);
        builder.AddEdge(b, a, EdgeTypes.Imports, 1, Confidence.Exact);
        var graph = builder.Build(new RepositoryInfo("/conformance", "conformance", null));
        var result = bench.Ask(new ImpactRequest { ChangedSymbols = ["a.py::function::callee"] }, graph);
        Conformance.Require(result.Changed.Contains(graph.Find("a.py::function::callee")), "The symbol that changed is not in Changed.");
        Conformance.Require(result.Affected.Any(n => n.Node == graph.Find("b.py::function::caller")), "A function was changed, and the one that calls it is not affected.");
        Conformance.Require(result.Files.Any(f => f.Path == "b.py"), "A function was changed, and the file of the one that calls it is not affected.");
    }

    private static void Monotone(ImpactBench bench)
    {
        var repository = QueryRepository.Make(24, 2);
        string[] ids = [.. repository.Definitions.Select(d => repository.Graph.Node(d).Id)];
        for (int i = 0; i + 1 < ids.Length; i += 3)
        {
            var one = bench.Ask(new ImpactRequest { ChangedSymbols = [ids[i]] }, repository.Graph);
            var two = bench.Ask(new ImpactRequest { ChangedSymbols = [ids[i], ids[i + 1]] }, repository.Graph);
            var reached = two.Affected.Select(a => a.Node).Concat(two.Changed).ToHashSet();
            foreach (var affected in one.Affected)
                Conformance.Require(reached.Contains(affected.Node), $"'{repository.Graph.Node(affected.Node).Id}' is affected by a change of '{ids[i]}', and no longer when '{ids[i + 1]}' changes too.");
        }
    }

    private static void Depth(ImpactBench bench)
    {
        var repository = QueryRepository.Make(24, 3);
        foreach (string path in repository.Paths.Take(6))
            for (int depth = 1; depth <= 3; depth++) bench.Ask(new ImpactRequest { ChangedFiles = [path], Depth = depth }, repository.Graph);
    }

    private static void Nothing(ImpactBench bench)
    {
        foreach (var repository in (QueryRepository[])[QueryRepository.Make(8, 4), QueryRepository.Make(0, 4)])
        {
            var result = bench.Ask(new ImpactRequest(), repository.Graph);
            Conformance.Require(result.Affected.Count == 0 && result.Files.Count == 0, "Nothing changed, and still something is affected.");
        }
    }

    private static void Unknown(ImpactBench bench)
    {
        var repository = QueryRepository.Make(8, 5);
        bench.Ask(new ImpactRequest { ChangedFiles = ["README.md", "no/such.py"] }, repository.Graph);
        bench.Ask(new ImpactRequest { ChangedSymbols = ["no/such.py::function::nothing", "nothing", ""] }, repository.Graph);
        bench.Ask(new ImpactRequest { ChangedFiles = ["no/such.py", repository.Paths.First()], Mentions = [], History = [] }, repository.Graph);
    }

    private static void Mentions(ImpactBench bench)
    {
        var repository = QueryRepository.Make(8, 7);
        int[] definitions = [.. repository.Definitions];
        // -1: outside of the files that the graph knows.
        NameMention[] mentions = [.. definitions.Select(d => new NameMention(d, -1, 1, 1)), .. definitions.Select(d => new NameMention(d, definitions[^1], 2, 3))];
        foreach (int depth in (int[])[0, 2])
            bench.Ask(new ImpactRequest { ChangedSymbols = [.. definitions.Select(d => repository.Graph.Node(d).Id)], Mentions = mentions, Depth = depth }, repository.Graph);
    }

    private static void Same(ImpactBench bench)
    {
        var repository = QueryRepository.Make(24, 6);
        var request = new ImpactRequest { ChangedFiles = [.. repository.Paths.Take(3)] };
        string expected = ImpactBench.Text(bench.Ask(request, repository.Graph));
        bench.Ask(new ImpactRequest { ChangedFiles = [repository.Paths.Last()] }, repository.Graph);
        Stores.Require.Same(expected, ImpactBench.Text(bench.Ask(request, repository.Graph)), "the answer to the same question");
        Stores.Require.Same(expected, ImpactBench.Text(bench.Ask(request, QueryRepository.Make(24, 6).Graph)), "the answer about an equal graph");
        Stores.Require.Same(expected, ImpactBench.Text(bench.Ask(request, repository.Graph, bench.New())), "the answer of another instance");
        Stores.Require.Same(expected, ImpactBench.Text(bench.Ask(request with { ChangedFiles = [.. request.ChangedFiles.Reverse()] }, repository.Graph)), "the answer with the files in another order");
    }

    private static void Threads(ImpactBench bench)
    {
        var repositories = Enumerable.Range(0, 4).Select(i => QueryRepository.Make(12, 20 + i)).ToArray();
        string[] expected = [.. repositories.Select(r => ImpactBench.Text(bench.Ask(Some(r), r.Graph)))];
        Conformance.InParallel(8, thread =>
        {
            for (int round = 0; round < 8; round++)
            {
                int i = (thread + round) % repositories.Length;
                Stores.Require.Same(expected[i], ImpactBench.Text(bench.Ask(Some(repositories[i]), repositories[i].Graph)), "an answer among many at once");
            }
        });
    }

    private static void Cancellation(ImpactBench bench)
    {
        var repository = QueryRepository.Make(24, 8);
        string expected = ImpactBench.Text(bench.Ask(Some(repository), repository.Graph));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        try
        {
            bench.Analyzer.Analyze(Some(repository), repository.Graph, cancelled.Token);
        }
        catch (OperationCanceledException)
        {
            // As it should; work as small as this may also be done before anybody looks.
        }
        Stores.Require.Same(expected, ImpactBench.Text(bench.Ask(Some(repository), repository.Graph)), "the answer after a cancellation");
    }

    private static ImpactRequest Some(QueryRepository repository) => new() { ChangedFiles = [.. repository.Paths.Take(2)] };
}
