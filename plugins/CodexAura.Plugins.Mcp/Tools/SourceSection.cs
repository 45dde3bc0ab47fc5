using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Source code: a row for each line, as data one text.</summary>
internal sealed record SourceSection : Section
{
    private readonly int _from, _last;

    public SourceSection(int from, int last) : base("source", "") => (_from, _last) = (from, last);

    public override JsonNode Join(IEnumerable<JsonNode?> rows) => string.Join('\n', rows.Select(row => row!.GetValue<string>()));

    public override string Words(int shown, int leftOut) => $"{leftOut} more lines, up to {_last}: call again with start_line={_from + shown}, or raise max_tokens";
}
