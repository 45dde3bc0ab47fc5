using System.Text.Json;
using CodexAura.Sdk.Graph;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what is different between two graphs.</summary>
internal static class DiffView
{
    public static void Write(IAnsiConsole console, GraphDiff diff)
    {
        if (diff.IsEmpty)
        {
            console.WriteLine("The graphs have the same nodes and edges.");
            return;
        }
        foreach (int node in diff.RemovedNodes) console.MarkupLine($"[red]- {Id(diff.Before, node)}[/]");
        foreach (int node in diff.AddedNodes) console.MarkupLine($"[green]+ {Id(diff.After, node)}[/]");
        foreach (var change in diff.ChangedNodes) console.MarkupLine($"[yellow]~ {Id(diff.After, change.After)}[/]  [grey]{Aspects(change.What)}[/]");
        foreach (int edge in diff.RemovedEdges) console.MarkupLine($"[red]- {Text(diff.Before, edge)}[/]");
        foreach (int edge in diff.AddedEdges) console.MarkupLine($"[green]+ {Text(diff.After, edge)}[/]");
        foreach (var change in diff.ChangedEdges) console.MarkupLine($"[yellow]~ {Text(diff.After, change.After)}[/]");
        console.WriteLine();
        console.WriteLine($"nodes  {Format.Number(diff.AddedNodes.Count)} added, {Format.Number(diff.RemovedNodes.Count)} removed, {Format.Number(diff.ChangedNodes.Count)} changed");
        console.WriteLine($"edges  {Format.Number(diff.AddedEdges.Count)} added, {Format.Number(diff.RemovedEdges.Count)} removed, {Format.Number(diff.ChangedEdges.Count)} changed");
    }

    public static void WriteJson(GraphDiff diff, GraphInfo before, GraphInfo after) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("before");
        GraphInfoJson.Write(json, before);
        json.WritePropertyName("after");
        GraphInfoJson.Write(json, after);
        json.WriteStartObject("nodes");
        WriteArray(json, "added", diff.AddedNodes, node => GraphJsonParts.WriteNode(json, diff.After, node));
        WriteArray(json, "removed", diff.RemovedNodes, node => GraphJsonParts.WriteNode(json, diff.Before, node));
        WriteArray(json, "changed", diff.ChangedNodes, change =>
        {
            json.WriteStartObject();
            json.WriteStartArray("what");
            foreach (var aspect in Enum.GetValues<NodeAspects>())
                if (aspect != NodeAspects.None && change.What.HasFlag(aspect)) json.WriteStringValue(JsonFormat.Word(aspect));
            json.WriteEndArray();
            json.WritePropertyName("before");
            GraphJsonParts.WriteNode(json, diff.Before, change.Before);
            json.WritePropertyName("after");
            GraphJsonParts.WriteNode(json, diff.After, change.After);
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteStartObject("edges");
        WriteArray(json, "added", diff.AddedEdges, edge => GraphJsonParts.WriteEdge(json, diff.After, edge));
        WriteArray(json, "removed", diff.RemovedEdges, edge => GraphJsonParts.WriteEdge(json, diff.Before, edge));
        WriteArray(json, "changed", diff.ChangedEdges, change =>
        {
            json.WriteStartObject();
            json.WritePropertyName("before");
            GraphJsonParts.WriteEdge(json, diff.Before, change.Before);
            json.WritePropertyName("after");
            GraphJsonParts.WriteEdge(json, diff.After, change.After);
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static string Id(CodeGraph graph, int node) => Markup.Escape(Format.Printable(graph.Node(node).Id));

    private static string Text(CodeGraph graph, int number)
    {
        var edge = graph.Edge(number);
        return $"{Id(graph, edge.Source)} {Markup.Escape(Format.Printable(edge.Type))} {Id(graph, edge.Target)}";
    }

    private static string Aspects(NodeAspects what) => what.ToString().ToLowerInvariant();
}
