using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>What is this codebase?</summary>
internal sealed class GraphOverviewTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    protected override string Name => "graph_overview";

    protected override string Title => "Overview of the codebase";

    protected override string Description =>
        "What this codebase is: packages with sizes, entry points, the classes, functions and files most depended on, where the tests are, and what the analysis could not resolve. "
        + "Call it once when a repository is new to you, instead of listing folders; path zooms into a folder. Example: {\"path\": \"src/shop\"}";

    protected override IEnumerable<Parameter> Parameters => [Parameter.Text("path", "Only this folder.")];

    protected override OutputSchema Output => new("summary", "packages[]", "entry_points[]", "hubs[]", "hub_files[]", "tests[]", "unresolved[]");

    protected override Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var graph = call.Snapshot.Graph;
        string path = call.Arguments.Text("path") is { } given ? SymbolReference.Relative(graph, given).Trim('/') : "";
        if (path is ".") path = "";
        if (path.Length > 0 && !graph.Files.ToArray().Any(f => IsIn(graph.Node(f).Path, path)))
            throw new ToolException($"There is no folder '{path}' with analysed files in {graph.Repository.Name}. Call graph_overview without a path to see the folders.");
        return Task.FromResult(new OverviewBuilder(graph, path, new SourceLines(call.Snapshot.Sources)).Build());
    }

    internal static bool IsIn(string file, string folder) =>
        folder.Length == 0 || file == folder || file.StartsWith(folder + "/", StringComparison.Ordinal);
}
