using System.Composition;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace Sample.TestNames;

/// <summary>
/// Follows edges backwards from what changed. Beyond that, a rule of its own: the tests in <c>test_cart.py</c> belong to what is in
/// <c>cart.py</c>, and <c>test_add_item</c> to <c>add_item</c>, though no edge leads there.
/// </summary>
[ExportImpactAnalyzer("test-names")]
[Shared]
public sealed class TestNamesImpactAnalyzer : IImpactAnalyzer
{
    public ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(graph);
        var changed = Changed(request, graph, out var notes);
        var affected = Spread(changed, request.Depth, graph, cancellationToken);
        var changedFiles = request.ChangedFiles.Concat(changed.Select(node => graph.Node(node).Path)).ToHashSet(StringComparer.Ordinal);
        var files = affected.GroupBy(a => graph.Node(a.Node).Path, StringComparer.Ordinal).Where(group => !changedFiles.Contains(group.Key))
            .Select(group => new AffectedFile(group.Key, group.First().Distance, group.First().Score, group.First().Path))
            .OrderByDescending(file => file.Score).ThenBy(file => file.Path, StringComparer.Ordinal);
        var tests = affected.Where(a => IsTest(graph.Node(a.Node)))
            .Select(a => new AffectedTest(a.Node, a.Distance, a.Score, a.Path.Any(s => s.Relation == ImpactRelation.Mentions) ? TestEvidence.MayCall : TestEvidence.Calls, a.Path));
        return new ImpactResult
        {
            Changed = changed, Affected = affected, Files = [.. files], Tests = [.. tests], PublicApi = [], Risk = Risk(changed, affected, graph), Notes = notes,
        };
    }

    private static List<int> Changed(ImpactRequest request, CodeGraph graph, out List<string> notes)
    {
        notes = [];
        var changed = new SortedSet<int>();
        foreach (string symbol in request.ChangedSymbols.Distinct())
        {
            if (graph.Find(symbol) is >= 0 and var node) changed.Add(node);
            else notes.Add($"The graph has no '{symbol}'.");
        }
        // Where symbols are given for a file, only they count as changed in it.
        var known = changed.Select(node => graph.Node(node).Path).ToHashSet(StringComparer.Ordinal);
        foreach (string path in request.ChangedFiles.Distinct().Order(StringComparer.Ordinal).Where(path => !known.Contains(path)))
        {
            if (graph.FindFile(path) is not (>= 0 and var file))
            {
                notes.Add($"The graph has no file '{path}'.");
                continue;
            }
            var (first, end) = graph.NodesOfFile(file);
            for (int node = first; node < end; node++) changed.Add(node);
        }
        return [.. changed];
    }

    private static List<AffectedNode> Spread(List<int> changed, int depth, CodeGraph graph, CancellationToken cancellationToken)
    {
        var affected = new List<AffectedNode>();
        var paths = changed.ToDictionary(node => node, node => (IReadOnlyList<ImpactStep>)[new ImpactStep(node, ImpactRelation.Changed)]);
        var frontier = changed;
        for (int distance = 1; frontier.Count > 0 && (depth == 0 || distance <= depth); distance++)
        {
            var next = new List<int>();
            foreach (int node in frontier)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (int incoming in graph.Incoming(node))
                {
                    var edge = graph.Edge(incoming);
                    IReadOnlyList<ImpactStep> path = [.. paths[node], new ImpactStep(edge.Source, Relation(edge.Type))];
                    if (paths.TryAdd(edge.Source, path)) next.Add(edge.Source);
                }
            }
            if (distance == 1) AddNamesakes(changed, paths, next, graph);
            next.Sort();
            affected.AddRange(next.Select(node => new AffectedNode(node, distance, Math.Pow(0.7, distance), paths[node])));
            frontier = next;
        }
        return affected;
    }

    private static void AddNamesakes(List<int> changed, Dictionary<int, IReadOnlyList<ImpactStep>> paths, List<int> next, CodeGraph graph)
    {
        // The first changed node of a name stands for it, so that the answer is the same each time.
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (int node in changed)
        {
            byName.TryAdd(graph.Node(node).Name, node);
            byName.TryAdd(Path.GetFileNameWithoutExtension(graph.Node(node).Path), node);
        }
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            if (!IsTest(node)) continue;
            string file = Path.GetFileNameWithoutExtension(node.Path);
            if (Tested(node.Name) is { } name && byName.TryGetValue(name, out int origin) || Tested(file) is { } module && byName.TryGetValue(module, out origin))
                if (paths.TryAdd(i, [.. paths[origin], new ImpactStep(i, ImpactRelation.Mentions)])) next.Add(i);
        }
    }

    private static string? Tested(string name) =>
        name.StartsWith("test_", StringComparison.OrdinalIgnoreCase) ? name["test_".Length..] : name.EndsWith(".test", StringComparison.Ordinal) ? name[..^".test".Length] : null;

    private static ImpactRelation Relation(string edgeType) => edgeType switch
    {
        EdgeTypes.Calls => ImpactRelation.Calls,
        EdgeTypes.Extends => ImpactRelation.Extends,
        EdgeTypes.Imports => ImpactRelation.Imports,
        _ => ImpactRelation.Mentions,
    };

    private static bool IsTest(GraphNode node) => node.Type == NodeType.Function && node.Name.StartsWith("test", StringComparison.OrdinalIgnoreCase);

    private static RiskAssessment Risk(List<int> changed, List<AffectedNode> affected, CodeGraph graph)
    {
        if (changed.Count == 0) return new RiskAssessment(RiskLevel.Unknown, 0, ["Nothing that changed is in the graph."], []);
        double share = (double)affected.Count / Math.Max(1, graph.NodeCount);
        var level = share switch { < 0.02 => RiskLevel.Low, < 0.1 => RiskLevel.Medium, < 0.4 => RiskLevel.High, _ => RiskLevel.Critical };
        return new RiskAssessment(level, share, [$"{affected.Count} of {graph.NodeCount} nodes are affected."], [new RiskPart("reach", affected.Count, share)]);
    }
}
