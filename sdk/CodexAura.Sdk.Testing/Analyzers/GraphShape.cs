using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Analyzers;

/// <summary>What holds for every graph that an analyzer makes of some files.</summary>
internal static class GraphShape
{
    public static void Check(CodeGraph graph, IReadOnlyList<FileFacts> files, string what)
    {
        var lines = files.ToDictionary(f => f.Path, f => f.LineCount, StringComparer.Ordinal);
        foreach (var file in files)
            Conformance.Require(graph.FindFile(file.Path) >= 0, $"The graph of {what} has no node for the file '{file.Path}': every file has one, also an empty or broken one.");
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            Conformance.Require(lines.TryGetValue(node.Path, out int count), $"'{node.Id}' is of a file that was not handed to Resolve ({what}).");
            if (node.Type == NodeType.File) continue;
            Conformance.Require(node.LineStart >= 1 && node.LineEnd >= node.LineStart && node.LineEnd <= count,
                $"'{node.Id}' spans lines {node.LineStart} to {node.LineEnd} of a file that has {count} ({what}).");
            Conformance.Require(node.Name.Length > 0 && node.Complexity >= 0, $"'{node.Id}' has no name or a negative complexity ({what}).");
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            var source = graph.Node(edge.Source);
            foreach (int line in edge.Lines)
                Conformance.Require(line >= 1 && line <= lines[source.Path],
                    $"The {edge.Type} edge from '{source.Id}' to '{graph.Node(edge.Target).Id}' stands on line {line} of a file that has {lines[source.Path]} ({what}).");
            CheckEnds(graph, edge.Type, source, graph.Node(edge.Target), what);
        }
    }

    /// <summary>Nodes with their lines and edges, one a line: what two graphs have to have in common to be the same to their readers.</summary>
    public static string Text(CodeGraph graph)
    {
        var text = new StringBuilder();
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            text.Append(node.Id).Append(' ').Append(node.LineStart).Append('-').Append(node.LineEnd).Append('\n');
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            text.Append(graph.Node(edge.Source).Id).Append(' ').Append(edge.Type).Append(' ').Append(graph.Node(edge.Target).Id).Append(' ').Append(edge.Confidence);
            foreach (int line in edge.Lines) text.Append(' ').Append(line);
            text.Append('\n');
        }
        return text.ToString();
    }

    private static void CheckEnds(CodeGraph graph, string type, GraphNode source, GraphNode target, string what)
    {
        bool holds = type switch
        {
            EdgeTypes.Imports => source.Type == NodeType.File && target.Type == NodeType.File,
            EdgeTypes.Extends => source.Type == NodeType.Class && target.Type == NodeType.Class,
            EdgeTypes.Calls => target.Type != NodeType.File,
            _ => type == type.ToUpperInvariant(),
        };
        Conformance.Require(holds, $"'{source.Id}' {type} '{target.Id}' is no edge that consumers understand: IMPORTS leads from file to file, EXTENDS from class to class, "
            + $"CALLS to a function or class; types of your own are upper-case ({what}).");
    }
}
