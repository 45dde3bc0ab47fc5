using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Analyzers;

/// <summary>The same bytes give the same facts, whoever asks, whenever, in whatever thread.</summary>
internal static class PurityChecks
{
    private const int ThreadCount = 8;

    public static void SameFacts(AnalyzerBench bench)
    {
        foreach (var file in bench.Sample)
        {
            var first = bench.Extract(file, $"'{file.Path}'");
            foreach (var other in bench.Sample) bench.Extract(other, $"'{other.Path}'");
            ExpectSame(first, bench.Extract(file, $"'{file.Path}'"), "after other files were read");
        }
        var reversed = bench.Sample.Reverse().Select(f => bench.Extract(f, $"'{f.Path}'")).ToArray();
        Stores.Require.Same(GraphText(bench, bench.Sample), GraphShape.Text(bench.Resolve(reversed, "the sample, read in reverse order")), "the graph of the sample, read in reverse order");
    }

    public static void AnotherInstance(AnalyzerBench bench)
    {
        string expected = GraphText(bench, bench.Sample);
        var other = bench.New();
        FileFacts[] facts = [.. bench.Sample.Select(f => other.Extract(f, bench.Stop))];
        foreach (var (file, its) in bench.Sample.Zip(facts)) ExpectSame(bench.Extract(file, $"'{file.Path}'"), its, "from another instance");
        Stores.Require.Same(expected, GraphShape.Text(bench.Resolve(facts, "the sample, from another instance", other)), "the graph of the sample, from another instance");
    }

    public static void FromCache(AnalyzerBench bench)
    {
        FileFacts[] facts = [.. bench.Sample.Select(f => bench.Extract(f, $"'{f.Path}'"))];
        var cached = facts.Select(f => new FileFacts(f.Path, f.LineCount, f.Body.ToArray(), [.. f.Diagnostics]));
        // A new process has none of what this one kept.
        Stores.Require.Same(GraphShape.Text(bench.Resolve(facts, "the sample")), GraphShape.Text(bench.Resolve(cached, "the sample, its facts from a cache", bench.New())),
            "the graph of the sample, its facts from a cache");
    }

    public static void MemoryIsReused(AnalyzerBench bench)
    {
        string expected = GraphText(bench, bench.Sample);
        var facts = new List<FileFacts>();
        foreach (var file in bench.Sample)
        {
            byte[] memory = file.Content.ToArray();
            facts.Add(bench.Extract(file with { Content = memory }, $"'{file.Path}'"));
            Array.Fill(memory, (byte)'?');
        }
        Stores.Require.Same(expected, GraphShape.Text(bench.Resolve(facts, "the sample, its memory used again")), "the graph of the sample, its memory used again");
    }

    public static void Threads(AnalyzerBench bench)
    {
        var expected = bench.Sample.Select(f => bench.Extract(f, $"'{f.Path}'")).ToArray();
        Conformance.InParallel(ThreadCount, thread =>
        {
            for (int round = 0; round < 20; round++)
            {
                int i = (round + thread) % expected.Length;
                ExpectSame(expected[i], bench.Extract(bench.Sample[i], $"'{bench.Sample[i].Path}'"), $"with {ThreadCount} threads at once");
            }
        });
    }

    public static void Cancellation(AnalyzerBench bench)
    {
        string expected = GraphText(bench, bench.Sample);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var facts = bench.Sample.Select(f => bench.Extract(f, $"'{f.Path}'")).OrderBy(f => f.Path, StringComparer.Ordinal).ToArray();
        for (int round = 0; round < 20; round++)
            foreach (var file in bench.Sample) Stopped(() => bench.Analyzer.Extract(file, cancelled.Token), "Extract");
        Stopped(() => bench.Analyzer.Resolve(facts, new GraphBuilder(), cancelled.Token), "Resolve");
        Stores.Require.Same(expected, GraphText(bench, bench.Sample), "the graph of the sample after a cancellation");
    }

    private static void Stopped(Action action, string what)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            // As it should; work as small as this may also be done before anybody looks.
        }
        catch (Exception e)
        {
            throw new ConformanceException($"{what} threw {e.GetType().Name} instead of OperationCanceledException when it was cancelled: {e.Message}", e);
        }
    }

    private static string GraphText(AnalyzerBench bench, IEnumerable<SourceFile> files) => GraphShape.Text(bench.Analyze(files, "the sample"));

    private static void ExpectSame(FileFacts expected, FileFacts actual, string when) => Conformance.Require(
        expected.LineCount == actual.LineCount && expected.Body.Span.SequenceEqual(actual.Body.Span) && expected.Diagnostics.SequenceEqual(actual.Diagnostics),
        $"The facts of '{expected.Path}' differ {when}: the same bytes under the same path give the same facts.");
}
