using System.Globalization;
using System.Text.Json;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints why there is an edge, or why not, with the source lines that show it.</summary>
internal sealed class ExplanationView(GraphInfo info, CodeGraph graph, int source, int target, EdgeExplanation explanation)
{
    private const int MaxCode = 72;

    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);
    private readonly string _source = graph.Node(source).Id, _target = graph.Node(target).Id, _path = graph.Node(source).Path;

    public void Write(IAnsiConsole console, bool expectEdge)
    {
        console.MarkupLine($"[bold]{Shown(_source)}[/]");
        console.MarkupLine($"[bold]{Shown(_target)}[/]");
        bool stored = IsStored(), found = explanation.Evidence.Count > 0;
        if (stored != found)
            console.MarkupLine($"[yellow]The graph was made of other files than are there now: it has {(stored ? "such an edge" : "no such edge")}. This is what holds now.[/]");
        foreach (var group in explanation.Evidence.GroupBy(e => e.EdgeType))
            foreach (var evidence in group)
            {
                console.WriteLine();
                console.MarkupLine($"[blue]{Shown(evidence.EdgeType)}[/] in line {Line(evidence.Line)}, [bold]{JsonFormat.Word(evidence.Confidence)}[/]: {Shown(evidence.Reason)}");
                Steps(console, evidence.Steps);
            }
        if (found) return;
        console.WriteLine();
        if (explanation.Lost.Count == 0)
        {
            console.WriteLine(graph.Node(target).Type == NodeType.File
                ? "There is no such edge: no import statement of the source leads to that file."
                : "There is no such edge, and nothing in the source looks like one: no call bears the target's name, and no call's callee is unknown.");
            return;
        }
        console.WriteLine(expectEdge ? "There is no such edge. What looks like one:" : "No such edge is known. What looks like one:");
        foreach (var lost in explanation.Lost)
        {
            console.WriteLine();
            console.MarkupLine($"[yellow]line {Line(lost.Line)}[/]  {Shown(lost.Reason)}");
            Steps(console, [new TrailStep(_path, lost.Line, ""), .. lost.Steps]);
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("graph_id", info.Id);
        json.WriteString("source", _source);
        json.WriteString("target", _target);
        json.WriteBoolean("in_graph", IsStored());
        json.WriteStartArray("evidence");
        foreach (var evidence in explanation.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("type", evidence.EdgeType);
            json.WriteNumber("line", evidence.Line);
            json.WriteString("confidence", JsonFormat.Word(evidence.Confidence));
            json.WriteString("reason", evidence.Reason);
            WriteSteps(json, evidence.Steps);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("lost");
        foreach (var lost in explanation.Lost)
        {
            json.WriteStartObject();
            json.WriteNumber("line", lost.Line);
            json.WriteString("reason", lost.Reason);
            WriteSteps(json, lost.Steps);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSteps(Utf8JsonWriter json, IReadOnlyList<TrailStep> steps)
    {
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("path", step.Path);
            json.WriteNumber("line", step.Line);
            json.WriteString("code", Code(step));
            json.WriteString("text", step.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Steps(IAnsiConsole console, IReadOnlyList<TrailStep> steps)
    {
        foreach (var step in steps)
        {
            string place = step.Line > 0 ? $"{step.Path}:{Line(step.Line)}" : step.Path;
            console.MarkupLine($"  [grey]{Shown(place)}[/]  {Shown(Code(step))}");
            if (step.Text.Length > 0) console.MarkupLine($"      {Shown(step.Text)}");
        }
    }

    private bool IsStored()
    {
        foreach (int edge in graph.Outgoing(source))
            if (graph.Edge(edge).Target == target) return true;
        return false;
    }

    /// <summary>The text of a step's line as it is on disk now; empty where it can't be read.</summary>
    private string Code(TrailStep step)
    {
        if (!_files.TryGetValue(step.Path, out string[]? lines)) _files[step.Path] = lines = Read(step.Path);
        string line = step.Line > 0 && step.Line <= lines.Length ? lines[step.Line - 1].Trim() : "";
        return line.Length <= MaxCode ? line : line[..(MaxCode - 1)] + "…";
    }

    private string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(info.Repository.Path, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Line(int line) => line.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string text) => Markup.Escape(Format.Printable(text));
}
