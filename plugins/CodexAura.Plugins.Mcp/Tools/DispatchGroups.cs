using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>
/// A call whose target depends on the object (many classes have the method) has an edge to each that may be meant. One row for
/// all of them says the same in a tenth of the space. So does one for the guesses of one line.
/// </summary>
internal static class DispatchGroups
{
    private const int Fewest = 4, Named = 6;

    /// <summary>Takes the calls that go to one of many out of what was found.</summary>
    public static (List<Found> Single, List<List<Found>> Dispatched) Split(CodeGraph graph, Relation relation, List<Found> found)
    {
        if (relation.EdgeType != EdgeTypes.Calls || relation.Incoming) return (found, []);
        // Making an object leads to its class and to the __init__ that runs: the class says it.
        var classes = found.Where(f => graph.Node(f.Node).Type == NodeType.Class).Select(f => (f.Via, f.Node)).ToHashSet();
        var kept = found.Where(f => !(graph.Node(f.Node) is { Name: "__init__" } init && classes.Contains((f.Via, init.Parent)))).ToList();
        var groups = kept.GroupBy(f => KeyOf(graph, f)).Where(g => g.Count() >= Fewest).Select(g => g.ToList()).ToList();
        var grouped = groups.SelectMany(g => g).ToHashSet();
        return ([.. kept.Where(f => !grouped.Contains(f))], groups);
    }

    public static Row RowOf(CodeGraph graph, List<Found> group, SourceLines sources)
    {
        var edge = graph.Edge(group[0].Edge);
        bool isGuess = edge.Confidence == Confidence.Heuristic;
        string name = isGuess ? "something" : graph.Node(group[0].Node).Name;
        string[] targets = [.. group.Take(Named).Select(f => SymbolReference.Written(graph.Node(f.Node)))];
        string code = sources.Line(graph.Node(edge.Source).Path, edge.Line);
        string more = group.Count > Named ? $", … {group.Count - Named} more" : "";
        var json = new JsonObject
        {
            ["symbol"] = name, ["lines"] = new JsonArray(edge.Line), ["code"] = code, ["confidence"] = NodeLines.Word(edge.Confidence),
            ["one_of"] = new JsonArray([.. targets.Select(t => (JsonNode)t)]), ["count"] = group.Count,
        };
        return new Row($"  line {edge.Line}  `{code}`{NodeLines.Mark(edge.Confidence)} one of {group.Count}: {string.Join(", ", targets)}{more}", json, isGuess ? "guesses" : "decided by the object at run time");
    }

    private static (int Via, int Line, bool IsGuess, string Name) KeyOf(CodeGraph graph, Found found)
    {
        var edge = graph.Edge(found.Edge);
        bool isGuess = edge.Confidence == Confidence.Heuristic;
        return (found.Via, edge.Line, isGuess, isGuess ? "" : graph.Node(found.Node).Name);
    }
}
