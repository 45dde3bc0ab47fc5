using CodexAura.Plugins.Mcp.Prompts;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Plugins.Mcp.Tools;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Resources;

/// <summary>Completes the arguments of prompts and resource templates: paths and names of the graph.</summary>
internal sealed class Completions(AuraServices services, Workspaces workspaces)
{
    /// <summary>The protocol allows no more in one answer.</summary>
    private const int Most = 100;

    public async ValueTask<CompleteResult> HandleAsync(RequestContext<CompleteRequestParams> request, CancellationToken cancellationToken)
    {
        string typed = request.Params.Argument.Value ?? "";
        var complete = (request.Params.Ref, request.Params.Argument.Name) switch
        {
            (ResourceTemplateReference { Uri: NodeResource.UriTemplate }, "id") => SymbolsLike,
            (ResourceTemplateReference { Uri: FolderResource.UriTemplate }, "path") => PathsLike,
            (PromptReference { Name: ExplainModulePrompt.PromptName }, "module") => (Func<CodeGraph, string, IReadOnlyList<string>>)PathsLike,
            _ => null,
        };
        if (complete is null) return new CompleteResult();
        IReadOnlyList<string> values;
        try
        {
            var workspace = await workspaces.FindAsync(null, cancellationToken).ConfigureAwait(false);
            var snapshot = await workspace.GetAsync(null, cancellationToken).ConfigureAwait(false);
            values = complete(snapshot.Graph, typed);
        }
        catch (Exception e) when (e is ToolException or CodexAuraException)
        {
            return new CompleteResult(); // Nothing to offer; whoever uses the value will learn why.
        }
        return new CompleteResult { Completion = new Completion { Values = [.. values.Take(Most)], Total = values.Count, HasMore = values.Count > Most } };
    }

    private IReadOnlyList<string> SymbolsLike(CodeGraph graph, string typed)
    {
        if (typed.Length == 0) return PathsLike(graph, "");
        var found = services.Graphs.FindSymbols(graph, new SymbolQuery(typed) { Limit = Most + 1 });
        return [.. found.Matches.Where(m => m.Fit < SymbolFit.Similar).Select(m => graph.Node(m.Node).Id)];
    }

    /// <summary>Files and folders, those that begin so before those that contain it.</summary>
    private static IReadOnlyList<string> PathsLike(CodeGraph graph, string typed)
    {
        string[] files = [.. graph.Files.ToArray().Select(f => graph.Node(f).Path)];
        return [.. files.Select(PackageRows.Folder).Where(f => f != ".").Distinct(StringComparer.Ordinal).Concat(files)
            .Where(p => p.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(p => !p.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ThenBy(p => p.Count(c => c == '/')).ThenBy(p => p, StringComparer.Ordinal)];
    }
}
