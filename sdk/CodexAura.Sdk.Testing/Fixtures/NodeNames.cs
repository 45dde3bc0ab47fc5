using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>The short names by which a fixture may speak of nodes: whatever is unique in it.</summary>
internal sealed class NodeNames
{
    private readonly CodeGraph _graph;
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);

    public NodeNames(CodeGraph graph)
    {
        _graph = graph;
        for (int i = 0; i < graph.NodeCount; i++)
            foreach (string name in Spellings(graph.Node(i)))
            {
                if (!_byName.TryGetValue(name, out var nodes)) _byName.Add(name, nodes = []);
                nodes.Add(i);
            }
    }

    /// <summary>The shortest name that means this node and no other.</summary>
    public string Shortest(int node) =>
        Spellings(_graph.Node(node)).FirstOrDefault(name => _byName[name].Count == 1) ?? _graph.Node(node).Id;

    /// <summary>The node that a name in the fixture means.</summary>
    public int Resolve(string name, Annotation annotation)
    {
        var found = _byName.GetValueOrDefault(name) ?? [];
        if (found.Count == 1) return found[0];
        string problem = found.Count > 1
            ? $"says '{name}', which is not unique; write one of {string.Join(", ", found.Select(Shortest))}"
            : $"says '{name}', but the graph has no such node; it has {List()}";
        throw FixtureParser.Mistake(annotation.FixtureLine, annotation.Text, problem);
    }

    private string List()
    {
        const int Shown = 40;
        string names = string.Join(", ", Enumerable.Range(0, Math.Min(Shown, _graph.NodeCount)).Select(Shortest));
        if (_graph.NodeCount == 0) return "none at all";
        return _graph.NodeCount > Shown ? $"{names} and {_graph.NodeCount - Shown} more" : names;
    }

    private static IEnumerable<string> Spellings(GraphNode node)
    {
        yield return node.QualifiedName;
        if (node.Type != NodeType.File) yield return $"{node.Path}::{node.QualifiedName}";
        yield return node.Id;
    }
}
