using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>One item as it goes into the text.</summary>
internal sealed record Block(GraphNode Node, string Reason, ContextDetail Detail, string? Code)
{
    public string Name => Node.Type == NodeType.File ? Node.Name : Node.QualifiedName;

    public string Place => $"{Node.Path}:{Node.LineStart}-{Node.LineEnd}";

    public string Language => Node.Path.EndsWith(".py", StringComparison.OrdinalIgnoreCase) ? "python" : Path.GetExtension(Node.Path).TrimStart('.');
}

/// <summary>What stands around the items.</summary>
/// <param name="Graph">The graph, or null.</param>
/// <param name="Omitted">How many relevant nodes did not fit.</param>
/// <param name="NextCost">What the first of them would cost.</param>
internal sealed record Frame(GraphState? Graph, int Omitted, int NextCost);

/// <summary>Writes blocks as text.</summary>
internal interface ITextFormat
{
    string Begin(Frame frame);

    string Item(Block block, bool first);

    string End(Frame frame);
}
