using CodexAura.Engine.Graphs;
using CodexAura.Engine.Json;
using CodexAura.Sdk.Graph;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what a node is connected to.</summary>
internal static class DependenciesView
{
    public static void Write(IAnsiConsole console, CodeGraph graph, Dependencies dependencies, int? width)
    {
        string root = graph.Node(dependencies.Root).Id;
        console.MarkupLine($"[bold]{Markup.Escape(Format.Printable(root))}[/]");
        if (dependencies.Edges.Count == 0)
        {
            console.WriteLine("  no edges of that kind");
            return;
        }
        var direct = dependencies.Edges.Select(graph.Edge).ToArray();
        WriteEdges(console, graph, "used by", direct.Where(e => e.Target == dependencies.Root), e => e.Source, width);
        WriteEdges(console, graph, "uses", direct.Where(e => e.Source == dependencies.Root && e.Target != dependencies.Root), e => e.Target, width);
        var further = dependencies.Nodes.Where(n => n.Distance > 1).ToArray();
        if (further.Length == 0) return;
        console.WriteLine();
        console.MarkupLine($"[grey]further away ({Format.Number(further.Length)})[/]");
        var table = new TextTable(2, new("distance", Right: true), new("node"));
        foreach (var node in further) table.Row(Format.Number(node.Distance), Format.Printable(graph.Node(node.Node).Id));
        table.Write(console, width);
    }

    public static void WriteJson(CodeGraph graph, Dependencies dependencies) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("root", graph.Node(dependencies.Root).Id);
        json.WriteNumber("depth", dependencies.Depth);
        json.WriteStartArray("nodes");
        foreach (var reached in dependencies.Nodes)
        {
            json.WriteStartObject();
            GraphJsonParts.WriteNodeProperties(json, graph, graph.Node(reached.Node));
            json.WriteNumber("distance", reached.Distance);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (int edge in dependencies.Edges) GraphJsonParts.WriteEdge(json, graph, edge);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteEdges(IAnsiConsole console, CodeGraph graph, string title, IEnumerable<GraphEdge> edges, Func<GraphEdge, int> otherEnd, int? width)
    {
        var rows = edges.ToArray();
        if (rows.Length == 0) return;
        console.WriteLine();
        console.MarkupLine($"[grey]{title} ({Format.Number(rows.Length)})[/]");
        var table = new TextTable(2, new("type", Style: "blue"), new("line", Right: true), new("confidence"), new("node"));
        foreach (var edge in rows)
            table.Row(edge.Type, edge.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonFormat.Word(edge.Confidence), Format.Printable(graph.Node(otherEnd(edge)).Id));
        table.Write(console, width);
    }
}
