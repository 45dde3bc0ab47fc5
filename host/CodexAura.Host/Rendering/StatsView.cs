using CodexAura.Engine.Analysis;
using CodexAura.Engine.Graphs;
using CodexAura.Sdk.Graph;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints the figures of a graph.</summary>
internal sealed class StatsView(IAnsiConsole console, int width, bool shorten, IReadOnlyList<LanguageAnalyzer> languages)
{
    private const int ShownRows = 8;
    private const int ShownDiagnostics = 5;

    public void Write(CodeGraph graph, GraphStats stats)
    {
        WriteHeader(graph.Repository, stats);
        WriteSizes(stats);
        WriteConnected(graph, stats);
        WriteHotSpots(graph, stats);
        WriteUnresolved(stats);
        WriteDiagnostics(graph, stats);
    }

    private void WriteHeader(RepositoryInfo repository, GraphStats stats)
    {
        string commit = repository.Sha is null ? "not in git" : "commit " + Format.Commit(repository.Sha);
        string rule = new('─', Math.Max(3, width - repository.Name.Length - commit.Length - 4));
        console.MarkupLine($"[bold green]{Markup.Escape(Format.Printable(repository.Name))}[/] [grey]{rule}[/] {commit}");
        console.WriteLine(Format.Printable(repository.Path));
        var byLanguage = stats.Extensions.GroupBy(e => LanguageOf(e.Extension)).Select(g =>
            $"{g.Key}: {Format.Count(g.Sum(e => e.Files), "file", "files")}, {Format.Count(g.Sum(e => e.Lines), "line", "lines")}");
        console.WriteLine(string.Join("   ", byLanguage));
    }

    private void WriteSizes(GraphStats stats)
    {
        const int bar = 24;
        console.WriteLine();
        Title($"{Format.Number(stats.TotalNodes)} nodes");
        int most = stats.NodesByType.Values.Max();
        var nodes = new TextTable(2, new(""), new("", Right: true), new("", Style: "green"));
        foreach (var (type, count) in stats.NodesByType) nodes.Row(type.PadRight(10), Format.Number(count).PadLeft(9), Format.Bar(count, most, bar));
        nodes.Write(console, null, titles: false);

        console.WriteLine();
        Title($"{Format.Number(stats.TotalEdges)} edges");
        most = stats.EdgesByType.Values.Max();
        var edges = new TextTable(2, new(""), new("", Right: true), new("", Style: "blue"));
        foreach (var (type, count) in stats.EdgesByType) edges.Row(type.PadRight(10), Format.Number(count).PadLeft(9), Format.Bar(count, most, bar));
        edges.Write(console, null, titles: false);
        if (stats.TotalEdges == 0) return;
        string confidence = string.Join(" · ", stats.EdgesByConfidence.Where(c => c.Value > 0).Select(c => $"{Format.Percent(c.Value, stats.TotalEdges)} {c.Key}"));
        console.MarkupLine($"  [grey]confidence[/]  {confidence}");
    }

    private void WriteConnected(CodeGraph graph, GraphStats stats)
    {
        if (stats.MostConnected.Count == 0) return;
        console.WriteLine();
        Title("Most connected");
        var table = new TextTable(2, new("in", Right: true), new("out", Right: true), new("node"));
        foreach (var node in stats.MostConnected.Take(ShownRows))
            table.Row(Format.Number(node.Incoming), Format.Number(node.Outgoing), Format.Printable(graph.Node(node.Node).Id));
        table.Write(console, shorten ? width : null);
    }

    private void WriteHotSpots(CodeGraph graph, GraphStats stats)
    {
        console.WriteLine();
        Title($"{Format.Count(stats.HotSpotCount, "hot spot", "hot spots")}", $"complexity × connections; average complexity {Format.Decimal(stats.AverageComplexity)}");
        if (stats.HotSpotCount == 0) return;
        var table = new TextTable(2, new("score", Right: true, Style: "red"), new("compl.", Right: true), new("conn.", Right: true), new("function"));
        foreach (var hotSpot in stats.HotSpots.Take(ShownRows))
            table.Row(Format.Number(hotSpot.Score), Format.Number(hotSpot.Complexity), Format.Number(hotSpot.Connections), Format.Printable(graph.Node(hotSpot.Node).Id));
        table.Write(console, shorten ? width : null);
    }

    private void WriteUnresolved(GraphStats stats)
    {
        if (stats.Unresolved.Count == 0) return;
        console.WriteLine();
        Title("Not in the graph", "references that lead elsewhere or could not be resolved");
        var table = new TextTable(2, new("count", Right: true), new("kind"), new("reason"));
        foreach (var unresolved in stats.Unresolved.OrderByDescending(u => u.Count).Take(ShownRows))
            table.Row(Format.Number(unresolved.Count), unresolved.Kind, Format.Printable(unresolved.Reason));
        table.Write(console, shorten ? width : null);
        WriteRest(stats.Unresolved.Count - ShownRows, "reason", "reasons");
    }

    private void WriteDiagnostics(CodeGraph graph, GraphStats stats)
    {
        if (graph.Diagnostics.Count == 0) return;
        console.WriteLine();
        Title("Diagnostics", string.Join(", ", stats.Diagnostics.Where(d => d.Value > 0).Select(d => $"{Format.Number(d.Value)} {d.Key}")));
        foreach (var diagnostic in graph.Diagnostics.OrderByDescending(d => d.Severity).Take(ShownDiagnostics))
            console.MarkupLine("  " + DiagnosticLine(diagnostic));
        WriteRest(graph.Diagnostics.Count - ShownDiagnostics, "diagnostic", "diagnostics; 'codex-aura show <graph_id> --diagnostics' prints all");
    }

    public static string DiagnosticLine(Diagnostic diagnostic)
    {
        string colour = diagnostic.Severity switch { DiagnosticSeverity.Error => "red", DiagnosticSeverity.Warning => "yellow", _ => "grey" };
        string place = diagnostic.Line > 0 ? $"{diagnostic.Path}:{diagnostic.Line}" : diagnostic.Path;
        return $"[{colour}]{diagnostic.Code}[/] {Markup.Escape(Format.Printable($"{place}: {diagnostic.Message}"))}";
    }

    private void WriteRest(int more, string one, string many)
    {
        if (more > 0) console.MarkupLine($"  [grey]… and {Markup.Escape(Format.Count(more, "more " + one, "more " + many))}[/]");
    }

    private void Title(string title, string note = "") =>
        console.MarkupLine($"[bold]{Markup.Escape(title)}[/]{(note.Length > 0 ? $"  [grey]{Markup.Escape(note)}[/]" : "")}");

    private string LanguageOf(string extension)
    {
        string? language = languages.FirstOrDefault(l => l.Reads("x" + extension))?.Language;
        return language is null ? extension : char.ToUpperInvariant(language[0]) + language[1..];
    }
}
