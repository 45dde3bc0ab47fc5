using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>The members of a class or file, one line each, for what is too large to show.</summary>
internal static class SymbolOutline
{
    private const int SummaryIndent = 2;

    public static void AddTo(Answer answer, CodeGraph graph, int node)
    {
        var section = answer.Add(new Section("outline", "Too large for the budget; its members (read one with read_symbol, or this with start_line):")
        {
            Remedy = "raise max_tokens",
        });
        int end = graph.NodesOfFile(graph.Node(node).FileIndex).End;
        var depth = new Dictionary<int, int> { [node] = 0 };
        for (int i = node + 1; i < end; i++)
        {
            var member = graph.Node(i);
            if (!depth.TryGetValue(member.Parent, out int level)) continue;
            depth.Add(i, level + 1);
            // What is inside of functions is their own affair.
            if (graph.Node(member.Parent).Type == NodeType.Function) continue;
            string signature = NodeLines.Signature(member), summary = NodeLines.Summary(member);
            var json = new JsonObject { ["symbol"] = member.QualifiedName, ["lines"] = NodeLines.Lines(member) };
            if (signature.Length > 0) json["signature"] = signature;
            if (summary.Length > 0) json["doc"] = summary;
            string indent = new(' ', SummaryIndent * (level + 1));
            section.Rows.Add(new Row($"{indent}{member.LineStart}-{member.LineEnd}  {(member.Type == NodeType.Class ? "class " : "")}{member.Name}{signature}{(summary.Length > 0 ? "  # " + summary : "")}", json));
        }
    }
}
