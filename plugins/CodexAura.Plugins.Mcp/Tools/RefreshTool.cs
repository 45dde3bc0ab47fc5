using System.Globalization;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Brings the graph up to date, and says what it is.</summary>
internal sealed class RefreshTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    protected override string Name => "refresh";

    protected override string Title => "Bring the graph up to date";

    protected override string Description =>
        "Re-read what changed and report the state of the graph. You rarely need it: every other tool brings the graph up to date by itself. "
        + "full=true reads everything anew, when you doubt an answer. Example: {}";

    protected override IEnumerable<Parameter> Parameters => [Parameter.Flag("full", "Read every file anew.")];

    protected override OutputSchema Output => new("status", "files#", "files_read#", "nodes#", "edges#", "duration_ms#");

    protected override Task<Snapshot> FreshAsync(Workspace workspace, ArgumentValues arguments, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        arguments.Flag("full") ? workspace.AnalyzeFullyAsync(progress, cancellationToken) : workspace.GetAsync(progress, cancellationToken);

    protected override Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var (graph, analysis) = (call.Snapshot.Graph, call.Snapshot.Analysis!);
        int read = analysis.IsUnchanged ? 0 : analysis.Files - analysis.FilesReused;
        string status = analysis.IsUnchanged ? "unchanged" : "updated";
        string what = analysis.IsUnchanged ? "Nothing had changed" : $"{NodeLines.Count(read, "file", "files")} of {analysis.Files:N0} read anew";
        string seconds = analysis.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var answer = new Answer { Head = $"{what} ({seconds} s). {graph.Repository.Name}: {graph.Files.Length:N0} files, {graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges." };
        answer.Data["status"] = status;
        answer.Data["files"] = graph.Files.Length;
        answer.Data["files_read"] = read;
        answer.Data["nodes"] = graph.NodeCount;
        answer.Data["edges"] = graph.EdgeCount;
        answer.Data["duration_ms"] = (long)analysis.Duration.TotalMilliseconds;
        answer.Notes.AddRange(analysis.Warnings);
        foreach (var diagnostic in graph.Diagnostics.Take(10))
            answer.Notes.Add($"{diagnostic.Code} {diagnostic.Path}{(diagnostic.Line > 0 ? $":{diagnostic.Line}" : "")} {diagnostic.Message}");
        if (graph.Diagnostics.Count > 10) answer.Notes.Add($"… {graph.Diagnostics.Count - 10} more diagnostics.");
        return Task.FromResult(answer);
    }
}
