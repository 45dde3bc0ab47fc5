using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Analyzers;

/// <summary>What the author's own sample gives.</summary>
internal static class SampleChecks
{
    public static void GivesAGraph(AnalyzerBench bench)
    {
        FileFacts[] facts = [.. bench.Sample.Select(f => bench.Extract(f, $"'{f.Path}' of the sample"))];
        foreach (var diagnostic in facts.SelectMany(f => f.Diagnostics))
            Conformance.Require(diagnostic.Severity != DiagnosticSeverity.Error, $"The sample has no mistakes, and still {diagnostic.Code} in {diagnostic.Path}:{diagnostic.Line}: {diagnostic.Message}");
        var graph = bench.Resolve(facts, "the sample");
        Conformance.Require(graph.NodeCount > bench.Sample.Count, "The sample defines nothing: no class and no function was found in it.");
        Conformance.Require(graph.EdgeCount > 0, "The sample leads to no edge: let one of its files import another, or call something.");
        foreach (var diagnostic in facts.SelectMany(f => f.Diagnostics))
            Conformance.Require(diagnostic.Path.Length > 0 && diagnostic.Code.Length > 0 && diagnostic.Message.Length > 0, "A diagnostic has a code, a path and a message.");
    }

    public static void Redefinitions(AnalyzerBench bench)
    {
        var twice = bench.Sample.Select(f => f with { Content = Twice(f.Content) });
        bench.Analyze(twice, "a sample in which each file stands twice in itself");
    }

    public static void NoFiles(AnalyzerBench bench)
    {
        var graph = bench.Resolve([], "no files");
        Conformance.Require(graph.NodeCount == 0 && graph.EdgeCount == 0, "Without files there is nothing in a graph.");
    }

    public static void Version(AnalyzerBench bench)
    {
        string version = bench.Analyzer.FactsVersion;
        Conformance.Require(!string.IsNullOrWhiteSpace(version), "FactsVersion is empty: it names the format of the facts, such as \"ruby-1\".");
        Conformance.Require(version == bench.Analyzer.FactsVersion && version == bench.New().FactsVersion, "FactsVersion differs from call to call or from instance to instance: cached facts would never be used.");
    }

    public static void Paths(AnalyzerBench bench)
    {
        string[] folders = ["a b", "ümlaut", "日本", "a::b", "#- x", "deep/" + string.Join('/', Enumerable.Repeat("d", 60)), "%41", "🙂"];
        bench.Analyze([.. folders.Select(folder => new SourceFile($"{folder}/{Path.GetFileName(bench.Largest.Path)}", bench.Largest.Content))], "files in oddly named folders");
    }

    private static byte[] Twice(ReadOnlyMemory<byte> content) => [.. content.Span, (byte)'\n', .. content.Span];
}
