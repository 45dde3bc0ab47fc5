using CodexAura.Sdk.Graph;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints the nodes of a graph as an outline, each with the number of edges in and out.</summary>
internal static class GraphView
{
    public static void Write(IAnsiConsole console, CodeGraph graph, CancellationToken cancellationToken)
    {
        for (int i = 0; i < graph.NodeCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = graph.Node(i);
            string edges = $"[grey]in {graph.Incoming(i).Count}  out {graph.Outgoing(i).Count}[/]";
            console.MarkupLine(node.Type == NodeType.File
                ? $"[bold]{Escape(node.Path)}[/]  [grey]{Format.Count(node.LineEnd, "line", "lines")}[/]  {edges}"
                : $"{new string(' ', 2 * Depth(graph, node))}{Describe(node)}  [grey]{node.LineStart}-{node.LineEnd}[/]  {edges}");
        }
    }

    private static string Describe(GraphNode node)
    {
        string name = node.QualifiedName[(node.QualifiedName.LastIndexOf('.') + 1)..];
        return node.Type == NodeType.Class ? $"[blue]class[/] {Escape(name)}" : $"[green]def[/] {Escape(name)}{Escape(OneLine(node.Signature))}";
    }

    private static string OneLine(string? signature) => string.Join(' ', (signature ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Depth(CodeGraph graph, GraphNode node)
    {
        int depth = 0;
        for (int parent = node.Parent; parent >= 0; parent = graph.Node(parent).Parent) depth++;
        return depth;
    }

    private static string Escape(string text) => Markup.Escape(Format.Printable(text));
}
