using System.Text.Json;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Repositories;
using ModelContextProtocol.Protocol;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>The tools. Seven, and no more: each one costs every session, and a long list is harder to choose from.</summary>
internal sealed class ToolSet(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
{
    public AuraTool GetContext { get; } = new GetContextTool(services, settings, workspaces, form);

    public AuraTool FindSymbol { get; } = new FindSymbolTool(services, settings, workspaces, form);

    public AuraTool GetDependencies { get; } = new GetDependenciesTool(services, settings, workspaces, form);

    public AuraTool AnalyzeImpact { get; } = new AnalyzeImpactTool(services, settings, workspaces, form);

    public AuraTool ReadSymbol { get; } = new ReadSymbolTool(services, settings, workspaces, form);

    public AuraTool GraphOverview { get; } = new GraphOverviewTool(services, settings, workspaces, form);

    public AuraTool Refresh { get; } = new RefreshTool(services, settings, workspaces, form);

    /// <summary>In the order in which an agent should think of them.</summary>
    public IEnumerable<AuraTool> All => [GetContext, FindSymbol, GetDependencies, AnalyzeImpact, ReadSymbol, GraphOverview, Refresh];

    /// <summary>Runs a tool for a resource or prompt.</summary>
    /// <returns>The text, and whether it is that of an error.</returns>
    public static async Task<(string Text, bool IsError)> TextAsync(AuraTool tool, object arguments, CancellationToken cancellationToken)
    {
        var given = JsonSerializer.SerializeToElement(arguments).EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).ToDictionary(p => p.Name, p => p.Value);
        var result = await tool.RunAsync(given, AnswerForm.Text, null, cancellationToken).ConfigureAwait(false);
        return (string.Join('\n', result.Content.OfType<TextContentBlock>().Select(c => c.Text)), result.IsError == true);
    }
}
