using System.Diagnostics;
using CodexAura.Composition;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Context;
using CodexAura.Engine.Impact;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Services;
using CodexAura.Sdk.Storage;

namespace CodexAura.Host.Hosting;

/// <summary>One thing that a plugin did, and what it took.</summary>
/// <param name="What">What was done, such as <c>resolve</c>.</param>
/// <param name="Time">How long it took.</param>
/// <param name="AllocatedBytes">Managed memory that was allocated meanwhile, by all threads.</param>
internal sealed record ScoreStep(string What, TimeSpan Time, long AllocatedBytes);

/// <summary>What a plugin did on a repository.</summary>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Graph">The graph that its analyzers made, or that its other parts were asked about.</param>
/// <param name="IsOwnGraph">Whether its analyzers made the graph.</param>
/// <param name="Findings">Sentences about what came out.</param>
/// <param name="PeakBytes">The most memory that the process had at once.</param>
internal sealed record PluginScoreResult(IReadOnlyList<ScoreStep> Steps, CodeGraph Graph, bool IsOwnGraph, IReadOnlyList<string> Findings, long PeakBytes);

/// <summary>
/// Lets the parts of one plugin do their work on a repository: its analyzers alone read it; else the installed ones do, and its
/// stores, context providers and impact analyzers are asked about the graph. Nothing is kept.
/// </summary>
internal sealed class PluginScore(PluginCatalog plugin, IReadOnlyList<LanguageAnalyzer> installed)
{
    private const int Questions = 5;
    private readonly List<ScoreStep> _steps = [];
    private readonly List<string> _findings = [];

    public async Task<PluginScoreResult> RunAsync(string repository, CancellationToken cancellationToken)
    {
        LanguageAnalyzer[] own = [.. plugin.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()
            .Select(e => new LanguageAnalyzer(e.Metadata.Language, e.Metadata.Extensions, () => e.Value) { Plugin = e.PluginId })];
        var pipeline = new AnalysisPipeline(own.Length > 0 ? own : installed, TimeProvider.System);
        long before = GC.GetTotalAllocatedBytes();
        var result = await pipeline.RunAsync(new AnalysisRequest { Path = repository, Full = true }, null, null, cancellationToken);
        if (own.Length > 0)
            foreach (var timing in result.Timings) _steps.Add(new ScoreStep(timing.Phase.ToString().ToLowerInvariant(), timing.Duration, timing == result.Timings[^1] ? GC.GetTotalAllocatedBytes() - before : 0));

        foreach (var export in plugin.GetExports<IGraphStore, GraphStoreMetadata>()) await StoreAsync(export.Metadata.Name, LimitedStore.Over(export.Value, () => Who("store", export.Metadata.Name, export.PluginId)), result, cancellationToken);
        foreach (var export in plugin.GetExports<IContextProvider, ContextProviderMetadata>()) await ContextAsync(export.Metadata.Name, new LimitedContextProvider(export.Value, Who("context provider", export.Metadata.Name, export.PluginId)), result, cancellationToken);
        foreach (var export in plugin.GetExports<IImpactAnalyzer, ImpactAnalyzerMetadata>()) await ImpactAsync(export.Metadata.Name, new LimitedImpactAnalyzer(export.Value, Who("impact analyzer", export.Metadata.Name, export.PluginId)), result.Graph, cancellationToken);
        using var process = Process.GetCurrentProcess();
        return new PluginScoreResult(_steps, result.Graph, own.Length > 0, _findings, process.PeakWorkingSet64);
    }

    private async Task StoreAsync(string name, IGraphStore store, AnalysisResult result, CancellationToken cancellationToken)
    {
        await StepAsync($"{name}: save", () => store.SaveAsync(result.Info, result.Graph, cancellationToken));
        CodeGraph? loaded = null;
        await StepAsync($"{name}: load", async () => loaded = await store.LoadAsync(result.Info.Id, cancellationToken));
        await StepAsync($"{name}: delete", () => store.DeleteAsync(result.Info.Id, cancellationToken));
        bool same = loaded is not null && loaded.NodeCount == result.Graph.NodeCount && loaded.EdgeCount == result.Graph.EdgeCount;
        _findings.Add($"{name}: the graph {(same ? "came back" : "did not come back as it was")}. The conformance suite checks that, and much more, in full.");
    }

    private async Task ContextAsync(string name, IContextProvider provider, AnalysisResult result, CancellationToken cancellationToken)
    {
        const int Budget = 4000;
        foreach (int node in MostConnected(result.Graph))
        {
            var request = new ContextRequest { Symbols = [result.Graph.Node(node).Id], MaxTokens = Budget };
            ContextAnswer? answer = null;
            await StepAsync($"{name}: context", async () => answer = await new ContextPipeline(provider).RunAsync(request, result.Info, result.Graph, null, cancellationToken));
            _findings.Add($"{name}: {answer!.Result.Items.Count} items, {answer.Result.TotalTokens} of {Budget} tokens for {result.Graph.Node(node).Id}"
                + (answer.Result.TotalTokens > Budget ? ", which is more than allowed" : ""));
        }
    }

    private async Task ImpactAsync(string name, IImpactAnalyzer analyzer, CodeGraph graph, CancellationToken cancellationToken)
    {
        foreach (int node in MostConnected(graph))
        {
            var question = new ImpactQuestion { Symbols = [graph.Node(node).Id], History = false };
            ImpactAnswer? answer = null;
            await StepAsync($"{name}: impact", async () => answer = await new ImpactQuery(analyzer).AskAsync(graph, question, cancellationToken));
            _findings.Add($"{name}: {answer!.Result.Affected.Count} nodes in {answer.Result.Files.Count} files affected, risk {answer.Result.Risk.Level.ToString().ToLowerInvariant()}, for {graph.Node(node).Id}");
        }
    }

    private async Task StepAsync(string what, Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp(), before = GC.GetTotalAllocatedBytes();
        await work();
        _steps.Add(new ScoreStep(what, Stopwatch.GetElapsedTime(start), GC.GetTotalAllocatedBytes() - before));
    }

    private static string Who(string part, string name, string plugin) => $"{part} '{name}' (plugin '{plugin}')";

    private static IEnumerable<int> MostConnected(CodeGraph graph) => Enumerable.Range(0, graph.NodeCount)
        .OrderByDescending(node => graph.Incoming(node).Count + graph.Outgoing(node).Count).ThenBy(node => node).Take(Questions);
}
