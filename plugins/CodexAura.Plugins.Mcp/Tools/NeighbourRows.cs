using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Writes neighbours as rows: grouped by file, with the line of code by which each is one.</summary>
internal static class NeighbourRows
{
    private const int ShownLines = 4, LongestSignature = 60;

    public static Section Section(CodeGraph graph, Relation relation, List<Found> found, SourceLines sources, string remedy)
    {
        int files = found.Select(f => graph.Node(f.Node).FileIndex).Distinct().Count();
        string count = found.Count == 0 ? "none" : relation.EdgeType == EdgeTypes.Imports ? $"{found.Count}" : $"{found.Count} in {NodeLines.Count(files, "file", "files")}";
        var section = new Section(relation.Name, $"{relation.Name}: {count}") { Remedy = remedy };
        var (single, dispatched) = DispatchGroups.Split(graph, relation, found);
        foreach (var one in single) section.Rows.Add(RowOf(graph, relation, one, sources));
        foreach (var group in dispatched) section.Rows.Add(DispatchGroups.RowOf(graph, group, sources));
        return section;
    }

    private static Row RowOf(CodeGraph graph, Relation relation, Found found, SourceLines sources)
    {
        var (node, edge) = (graph.Node(found.Node), graph.Edge(found.Edge));
        // Lines of an edge stand in the file of its source.
        string codePath = graph.Node(edge.Source).Path;
        string code = sources.Line(codePath, edge.Line);
        string lines = string.Join(",", edge.Lines[..Math.Min(ShownLines, edge.Lines.Length)].ToArray()) + (edge.Lines.Length > ShownLines ? $",… {edge.Lines.Length} places" : "");
        string name = node.Type == NodeType.File ? relation.EdgeType == EdgeTypes.Imports ? node.Path : "(module level)" : node.QualifiedName;
        string via = found.Distance > 1 ? $"  ← {graph.Node(found.Via).QualifiedName}" : "";
        var json = new JsonObject { ["symbol"] = node.Type == NodeType.File ? "" : node.QualifiedName, ["path"] = node.Path, ["lines"] = new JsonArray([.. edge.Lines[..Math.Min(ShownLines, edge.Lines.Length)].ToArray().Select(l => (JsonNode)l)]) };
        if (!relation.Incoming) json["defined"] = node.LineStart;
        if (code.Length > 0) json["code"] = code;
        if (edge.Confidence != Confidence.Exact) json["confidence"] = NodeLines.Word(edge.Confidence);
        if (found.Distance > 1) (json["depth"], json["via"]) = (found.Distance, graph.Node(found.Via).QualifiedName);

        string mark = NodeLines.Mark(edge.Confidence);
        string depth = found.Distance > 1 ? $" (depth {found.Distance})" : "";
        if (relation.EdgeType == EdgeTypes.Imports) return new Row($"  {name}:{(relation.Incoming ? lines : "1")}{mark}{via}  {code}", json);
        return relation.Incoming
            ? new Row($"  {lines}  {name}{mark}{via}  `{code}`", json, node.Path + depth)
            : new Row($"  {node.LineStart}  {name}{NodeLines.Cut(NodeLines.Signature(node), LongestSignature)}{mark}{via}  used at line {lines}", json, node.Path + depth);
    }
}
