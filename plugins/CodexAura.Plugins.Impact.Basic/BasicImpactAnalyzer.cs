using System.Composition;
using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Plugins.Impact.Basic.Risk;
using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Plugins.Impact.Basic.Tests;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>
/// Follows calls, inheritance, overrides and imports backwards from what changed. Each step passes on a part of the impact, and
/// a node's score is that of the best path to it.
/// </summary>
[ExportImpactAnalyzer("basic")]
[Shared]
public sealed class BasicImpactAnalyzer : IImpactAnalyzer
{
    /// <inheritdoc/>
    public ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Depth, nameof(request));
        var index = GraphIndex.Of(graph);
        // The answer follows from the request and the graph alone.
        if (index.Recent.Find(request) is { } known) return known;
        var result = Analyze(request, index, cancellationToken);
        index.Recent.Add(request, result);
        return result;
    }

    private static ImpactResult Analyze(ImpactRequest request, GraphIndex index, CancellationToken cancellationToken)
    {
        var graph = index.Graph;
        var changes = ChangeSet.Find(request, graph);
        var mentions = MentionFilter.Unexplained(request.Mentions, changes, graph);
        using var search = new ImpactSearch(index);
        search.Run(changes.Nodes, mentions.ToLookup(m => m.Symbol), request.Depth, cancellationToken);

        var affected = AffectedNodes.Of(search);
        var (files, productFiles) = AffectedFiles.Of(search, changes, request.History ?? []);
        int[] publicApi = [.. changes.Nodes.Where(n => PublicApi.Has(index, n))];
        var ignorance = Ignorance.Of(index, changes, mentions, request.Mentions is not null);
        var risk = RiskModel.Assess(search, changes, publicApi.Length, productFiles, ignorance, request.FileChanges ?? []);
        var tests = TestOrder.Of(search, affected, TestSelection.Of(search, changes, ignorance.Share >= Ignorance.Considerable, request.Depth), request);
        return new ImpactResult
        {
            Changed = changes.Nodes,
            Affected = affected,
            AffectedDefinitions = affected.CountDefinitions(),
            Files = files,
            Tests = tests,
            RunFirst = TestOrder.CountFirst(tests),
            PublicApi = publicApi,
            Risk = risk,
            Notes = [.. changes.Notes, .. Explanations.Of(changes, affected.Count, files.Count, tests.Count, request)],
        };
    }
}
