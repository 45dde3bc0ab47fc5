using CodexAura.Host.Hosting;
using CodexAura.Engine.Impact;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what a change affects.</summary>
internal static class ImpactView
{
    private const int Shown = 15;

    public static void Write(IAnsiConsole console, ImpactAnswer answer, int? width)
    {
        var (graph, result) = (answer.Graph, answer.Result);
        var risk = result.Risk;
        console.MarkupLine($"[bold]Risk: [{Colour(risk.Level)}]{JsonFormat.Word(risk.Level)}[/][/]  [grey]score {Format.Decimal(risk.Score)}[/]");
        foreach (string reason in risk.Reasons) console.WriteLine("  " + Format.Printable(reason));
        foreach (string note in answer.Notes) console.MarkupLine($"  [grey]{Markup.Escape(Format.Printable(note))}[/]");
        Section(console, "changed", result.Changed.Count > 0 ? result.Changed.Select(n => graph.Node(n).Id) : answer.ChangedFiles, width);
        Section(console, "public API touched", result.PublicApi.Select(n => graph.Node(n).Id), width);
        Table(console, "affected files", result.Files, width, f => (f.Score, f.Distance, f.Path, ImpactWords.Why(graph, f)));
        Table(console, "affected functions and classes", [.. result.Affected.Where(a => graph.Node(a.Node).Type != NodeType.File)], width,
            a => (a.Score, a.Distance, graph.Node(a.Node).Id, ImpactWords.Why(graph, a.Path)));
        Tests(console, graph, result, width);
        if (answer.Owners is { } owners)
            Section(console, "owners", owners.Select(o => $"{o.Name} <{o.Email}>  {Format.Count(o.Commits, "commit", "commits")}, last {Format.Time(o.Last)[..10]}"), width);
    }

    public static void WriteJson(string graphId, ImpactAnswer answer, int limit) => JsonOutput.Write(json => ImpactJson.Write(json, graphId, answer, limit));

    /// <summary>The tests to run first, as a test runner takes them.</summary>
    public static void WriteTests(ImpactAnswer answer)
    {
        foreach (var test in ToRunFirst(answer.Result)) Consoles.Out.WriteLine(ImpactWords.Selector(answer.Graph.Node(test.Node)));
    }

    /// <summary>The tests to run first; all where the analyzer draws no line.</summary>
    public static IEnumerable<AffectedTest> ToRunFirst(ImpactResult result) => result.RunFirst < 0 ? result.Tests : result.Tests.Take(result.RunFirst);

    private static void Section(IAnsiConsole console, string title, IEnumerable<string> lines, int? width)
    {
        string[] all = [.. lines];
        if (all.Length == 0) return;
        console.WriteLine();
        console.MarkupLine($"[grey]{title} ({Format.Number(all.Length)})[/]");
        foreach (string line in all.Take(Shown))
            console.WriteLine("  " + (width is { } max ? TextTable.Shorten(Format.Printable(line), Math.Max(16, max - 2)) : Format.Printable(line)));
        More(console, all.Length);
    }

    private static void Table<T>(IAnsiConsole console, string title, IReadOnlyList<T> items, int? width, Func<T, (double Score, int Distance, string What, string Why)> row)
    {
        if (items.Count == 0) return;
        console.WriteLine();
        console.MarkupLine($"[grey]{title} ({Format.Number(items.Count)})[/]");
        var table = new TextTable(2, new("score", Right: true), new("distance", Right: true), new("what", Style: "blue"), new("why"));
        foreach (var item in items.Take(Shown))
        {
            var (score, distance, what, why) = row(item);
            table.Row(Format.Decimal(score), Format.Number(distance), Format.Printable(what), Format.Printable(why));
        }
        table.Write(console, width);
        More(console, items.Count);
    }

    private static void Tests(IAnsiConsole console, CodeGraph graph, ImpactResult result, int? width)
    {
        if (result.Tests.Count == 0) return;
        AffectedTest[] first = [.. ToRunFirst(result)];
        console.WriteLine();
        console.MarkupLine($"[grey]tests to run first, in this order ({Format.Number(first.Length)})[/]");
        var table = new TextTable(2, new("priority", Right: true), new("evidence"), new("distance", Right: true), new("test", Style: "blue"));
        foreach (var test in first.Take(Shown))
            table.Row(Format.Decimal(test.Priority), ImpactWords.Evidence(test.Evidence), Format.Number(test.Distance), Format.Printable(graph.Node(test.Node).Id));
        table.Write(console, width);
        More(console, first.Length);
        if (result.Tests.Count > first.Length) console.MarkupLine($"  [grey]then, if there is time, {Format.Count(result.Tests.Count - first.Length, "further test", "further tests")}: --json has them in order[/]");
    }

    private static void More(IAnsiConsole console, int count)
    {
        if (count > Shown) console.MarkupLine($"  [grey]… and {Format.Number(count - Shown)} more; --json has them all[/]");
    }

    private static string Colour(RiskLevel level) => level switch
    {
        RiskLevel.Critical or RiskLevel.High => "red",
        RiskLevel.Medium => "yellow",
        RiskLevel.Low => "green",
        _ => "magenta",
    };
}
