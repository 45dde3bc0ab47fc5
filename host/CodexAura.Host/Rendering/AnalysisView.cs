using CodexAura.Engine.Analysis;
using CodexAura.Host.Hosting;
using CodexAura.Host.Settings;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what is worth knowing about an analysis beside its graph: the time it took, where the graph is, what to do next.</summary>
internal static class AnalysisView
{
    public static void Write(IAnsiConsole console, AnalysisResult result, HostSession session, string? storage)
    {
        string usual = session.Settings.Text(KnownSettings.Storage);
        console.WriteLine();
        string phases = string.Join(" · ", result.Timings.Select(t => $"{t.Phase.ToString().ToLowerInvariant()} {Format.Duration(t.Duration)}"));
        console.MarkupLine($"[bold]Done in {Format.Duration(result.Duration)}[/]  [grey]{phases}[/]");
        if (result.IsUnchanged)
            console.WriteLine("  nothing has changed since last time (--full reads all)");
        else if (result.FilesReused > 0)
            console.WriteLine($"  {Format.Number(result.Files - result.FilesReused)} of {Format.Count(result.Files, "file", "files")} read, the rest is unchanged since last time (--full reads all)");
        console.MarkupLine($"Graph [bold green]{result.Info.Id}[/] is stored in {Markup.Escape(session.DataFolder)} ({Markup.Escape(storage ?? usual)}).");
        string id = result.Info.Id[..8];
        string option = storage is null || storage == usual ? "" : $" --storage {storage}";
        console.WriteLine();
        console.MarkupLine("[grey]Next:[/]");
        new TextTable(2, new(""), new("", Style: "grey"))
            .Row($"codex-aura deps {id} <node>{option}", "what a node uses and what uses it")
            .Row($"codex-aura export {id} -o graph.json{option}", "the graph as JSON")
            .Row($"codex-aura stats {id}{option}", "these figures again")
            .Write(console, null, titles: false);
    }

    public static void WriteWarnings(AnalysisResult result)
    {
        foreach (string warning in result.Warnings) Consoles.Error.MarkupLine($"[yellow]warning:[/] {Markup.Escape(warning)}");
    }
}
