using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Queries;

/// <summary>All checks of context providers.</summary>
internal static class ContextChecks
{
    public static IReadOnlyList<(string Name, Action<ContextBench> Check)> All { get; } =
    [
        ("budget: never exceeded", Budget),
        ("answer: files, symbols and tasks", Answers),
        ("answer: files that are gone", Gone),
        ("answer: a graph without anything", Nothing),
        ("request: names that are not there", Unknown),
        ("request: odd and very long tasks", OddTasks),
        ("purity: the same answer each time", Same),
        ("threads: many questions at once", Threads),
        ("cancellation: stops, and does no harm", Cancellation),
    ];

    private static void Budget(ContextBench bench)
    {
        var repository = QueryRepository.Make(24, 1);
        foreach (int budget in (int[])[0, 1, 2, 10, 50, 100, 333, 1000, 5000, 100_000])
            foreach (var format in Enum.GetValues<ContextFormat>())
                foreach (var code in Enum.GetValues<CodeMode>())
                    bench.AskOrRefuse(Everything(repository) with { MaxTokens = budget, Format = format, Code = code }, repository);
    }

    private static void Answers(ContextBench bench)
    {
        var repository = QueryRepository.Make(24, 2);
        string path = repository.Paths.First();
        string symbol = repository.Graph.Node(repository.Definitions.First()).Id;
        ContextRequest[] requests =
        [
            new() { Files = [path] }, new() { Symbols = [symbol] }, new() { Files = [path], Depth = 0 }, new() { Symbols = [symbol], Depth = 5 },
            new() { Files = [.. repository.Paths] }, Everything(repository),
        ];
        foreach (var request in requests)
        {
            var result = bench.Ask(request with { MaxTokens = 20_000 }, repository);
            Conformance.Require(result.Items.Count > 0 || result.Files.Count > 0, "Files or symbols were named that the graph has, and the answer has neither items nor files.");
        }
        bench.AskOrRefuse(new ContextRequest { Task = "load the order of a user: test_load_0 fails in render" }, repository);
    }

    private static void Gone(ContextBench bench)
    {
        var repository = QueryRepository.Make(12, 3);
        foreach (string path in repository.Paths) repository.Gone.Add(path);
        bench.AskOrRefuse(Everything(repository), repository);
    }

    private static void Nothing(ContextBench bench)
    {
        var repository = QueryRepository.Make(0, 4);
        bench.AskOrRefuse(new ContextRequest { Task = "load the order" }, repository);
        bench.AskOrRefuse(new ContextRequest { Files = ["a.py"], Symbols = ["f"] }, repository);
    }

    private static void Unknown(ContextBench bench)
    {
        var repository = QueryRepository.Make(8, 5);
        bench.AskOrRefuse(new ContextRequest { Files = ["no/such/file.py"] }, repository);
        bench.AskOrRefuse(new ContextRequest { Symbols = ["no_such_symbol", ""] }, repository);
        bench.AskOrRefuse(new ContextRequest { Symbols = ["a.py::function::nothing"], Files = [repository.Paths.First()] }, repository);
        bench.AskOrRefuse(new ContextRequest { Task = "load", Tokenizer = "no-such-tokenizer" }, repository);
    }

    private static void OddTasks(ContextBench bench)
    {
        var repository = QueryRepository.Make(8, 6);
        string[] tasks = ["", " \n\t", "\0", "日本語 🙂 \ud800", new string('a', 200_000), string.Concat(Enumerable.Repeat("load parse ", 20_000)), "((((((*+?[", "\u202e<|endoftext|>"];
        foreach (string task in tasks) bench.AskOrRefuse(new ContextRequest { Task = task, MaxTokens = 500 }, repository);
    }

    private static void Same(ContextBench bench)
    {
        var repository = QueryRepository.Make(24, 7);
        var request = Everything(repository) with { MaxTokens = 700 };
        string expected = ContextBench.Text(bench.Ask(request, repository));
        bench.Ask(new ContextRequest { Files = [repository.Paths.Last()] }, repository);
        Stores.Require.Same(expected, ContextBench.Text(bench.Ask(request, repository)), "the answer to the same question");
        Stores.Require.Same(expected, ContextBench.Text(bench.Ask(request, QueryRepository.Make(24, 7))), "the answer about an equal graph");
        Stores.Require.Same(expected, ContextBench.Text(bench.Ask(request, repository, bench.New())), "the answer of another instance");
    }

    private static void Threads(ContextBench bench)
    {
        var repositories = Enumerable.Range(0, 4).Select(i => QueryRepository.Make(12, 20 + i)).ToArray();
        string[] expected = [.. repositories.Select(r => ContextBench.Text(bench.Ask(Everything(r), r)))];
        Conformance.InParallel(8, thread =>
        {
            for (int round = 0; round < 4; round++)
            {
                int i = (thread + round) % repositories.Length;
                Stores.Require.Same(expected[i], ContextBench.Text(bench.Ask(Everything(repositories[i]), repositories[i])), "an answer among many at once");
            }
        });
    }

    private static void Cancellation(ContextBench bench)
    {
        var repository = QueryRepository.Make(24, 8);
        string expected = ContextBench.Text(bench.Ask(Everything(repository), repository));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        try
        {
            bench.Provider.GetContextAsync(Everything(repository), repository.Graph, repository, cancelled.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // As it should; work as small as this may also be done before anybody looks.
        }
        Stores.Require.Same(expected, ContextBench.Text(bench.Ask(Everything(repository), repository)), "the answer after a cancellation");
    }

    private static ContextRequest Everything(QueryRepository repository) => new()
    {
        Files = [repository.Paths.First()],
        Symbols = [.. repository.Definitions.Take(2).Select(d => repository.Graph.Node(d).Id)],
        Task = "load the order of a user",
    };
}
