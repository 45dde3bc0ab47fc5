using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Sdk.Graph;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what a plugin did on a repository.</summary>
internal static class PluginScoreView
{
    private const int ShownDiagnostics = 10;

    public static void Write(IAnsiConsole console, PluginScoreResult score)
    {
        var graph = score.Graph;
        console.WriteLine();
        console.WriteLine(Format.Printable($"{(score.IsOwnGraph ? "Its analyzers read" : "Asked about the graph of")} {graph.Repository.Path}"));
        var table = new TextTable(2, new("step"), new("time", Right: true), new("allocated", Right: true));
        foreach (var step in score.Steps) table.Row(step.What, Format.Duration(step.Time), step.AllocatedBytes == 0 ? "" : Format.Number(step.AllocatedBytes >> 20) + " MiB");
        table.Write(console, null);
        console.WriteLine($"  at most {Format.Number(score.PeakBytes >> 20)} MiB of memory at once");
        if (score.IsOwnGraph) WriteGraph(console, graph);
        foreach (string finding in score.Findings) console.WriteLine(Format.Printable("  " + finding));
    }

    public static void WriteJson(PluginEntry plugin, PluginScoreResult score) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        PluginsView.WriteProperties(json, plugin);
        json.WriteStartObject("score");
        json.WriteNumber("nodes", score.Graph.NodeCount);
        json.WriteNumber("edges", score.Graph.EdgeCount);
        json.WriteBoolean("own_graph", score.IsOwnGraph);
        json.WriteStartObject("edge_types");
        foreach (var (type, count) in EdgeTypes(score.Graph)) json.WriteNumber(type, count);
        json.WriteEndObject();
        json.WriteNumber("diagnostics", score.Graph.Diagnostics.Count);
        json.WriteNumber("peak_bytes", score.PeakBytes);
        json.WriteStartArray("steps");
        foreach (var step in score.Steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.What);
            json.WriteNumber("ms", Math.Round(step.Time.TotalMilliseconds, 1));
            json.WriteNumber("allocated_bytes", step.AllocatedBytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (string finding in score.Findings) json.WriteStringValue(finding);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteGraph(IAnsiConsole console, CodeGraph graph)
    {
        var nodes = Enumerable.Range(0, graph.NodeCount).GroupBy(i => graph.Node(i).Type).OrderBy(g => g.Key)
            .Select(g => $"{Format.Number(g.Count())} {NodeId.TypeName(g.Key)}");
        console.WriteLine($"  {Format.Count(graph.NodeCount, "node", "nodes")}: {string.Join(", ", nodes)}");
        console.WriteLine(Format.Printable($"  {Format.Count(graph.EdgeCount, "edge", "edges")}: {string.Join(", ", EdgeTypes(graph).Select(t => $"{Format.Number(t.Count)} {t.Type}"))}"));
        foreach (var unresolved in graph.Unresolved) console.WriteLine(Format.Printable($"  not resolved: {Format.Number(unresolved.Count)} {unresolved.Kind}, {unresolved.Reason}"));
        console.WriteLine($"  {Format.Count(graph.Diagnostics.Count, "diagnostic", "diagnostics")}");
        foreach (var d in graph.Diagnostics.Take(ShownDiagnostics)) console.WriteLine(Format.Printable($"    {d.Code} {d.Path}:{d.Line} {d.Message}"));
        if (graph.Diagnostics.Count > ShownDiagnostics) console.WriteLine($"    and {Format.Number(graph.Diagnostics.Count - ShownDiagnostics)} more");
    }

    private static IEnumerable<(string Type, int Count)> EdgeTypes(CodeGraph graph) =>
        Enumerable.Range(0, graph.EdgeCount).GroupBy(i => graph.Edge(i).Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()));
}
