using System.Globalization;
using CodexAura.Sdk.Context;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>Markdown with fenced code.</summary>
internal sealed class MarkdownFormat : ITextFormat
{
    public string Begin(Frame frame)
    {
        if (frame.Graph is not { } graph) return "";
        string commit = graph.Sha is { } sha ? $" at commit {sha[..Math.Min(10, sha.Length)]}" : "";
        string stale = graph.StaleFiles.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {graph.StaleFiles.Count} files changed since, analyse again") : "";
        return $"Graph {graph.Id}{commit}{stale}\n";
    }

    public string Item(Block block, bool first)
    {
        if (block.Code is not { } code) return $"- {block.Place} {block.Name} ({block.Reason})\n";
        string fence = Fence(code);
        return $"\n## {block.Place} {block.Name}\n{block.Reason}{(block.Detail == ContextDetail.Full ? "" : "; signature only")}\n{fence}{block.Language}\n{code}\n{fence}\n";
    }

    public string End(Frame frame) => frame.Omitted == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"\n{frame.Omitted} more are relevant; the next one takes {frame.NextCost} tokens.\n");

    /// <summary>Longer than any run of backticks in the code, so that nothing in it ends the block.</summary>
    private static string Fence(string code)
    {
        int longest = 2, run = 0;
        foreach (char c in code) longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return new string('`', longest + 1);
    }
}
