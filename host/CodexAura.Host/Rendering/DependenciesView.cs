using CodexAura.Sdk.Storage;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what a node is connected to.</summary>
internal static class DependenciesView
{
    public static void Write(IAnsiConsole console, Neighbourhood found, int? width)
    {
        var root = found.Nodes[0].Node;
        console.MarkupLine($"[bold]{Markup.Escape(Format.Printable(root.Id))}[/]");
        if (found.Edges.Count == 0)
        {
            console.WriteLine("  no edges of that kind");
            return;
        }
        WriteEdges(console, "used by", found.Edges.Where(e => e.Target == root), e => e.Source, width);
        WriteEdges(console, "uses", found.Edges.Where(e => e.Source == root && e.Target != root), e => e.Target, width);
        var further = found.Nodes.Where(n => n.Distance > 1).ToArray();
        if (further.Length == 0) return;
        console.WriteLine();
        console.MarkupLine($"[grey]further away ({Format.Number(further.Length)})[/]");
        var table = new TextTable(2, new("distance", Right: true), new("node"));
        foreach (var node in further) table.Row(Format.Number(node.Distance), Format.Printable(node.Node.Id));
        table.Write(console, width);
    }

    private static void WriteEdges(IAnsiConsole console, string title, IEnumerable<EdgeRecord> edges, Func<EdgeRecord, NodeRecord> otherEnd, int? width)
    {
        var rows = edges.ToArray();
        if (rows.Length == 0) return;
        console.WriteLine();
        console.MarkupLine($"[grey]{title} ({Format.Number(rows.Length)})[/]");
        var table = new TextTable(2, new("type", Style: "blue"), new("line", Right: true), new("confidence"), new("node"));
        foreach (var edge in rows)
            table.Row(edge.Type, edge.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonFormat.Word(edge.Confidence), Format.Printable(otherEnd(edge).Id));
        table.Write(console, width);
    }
}
