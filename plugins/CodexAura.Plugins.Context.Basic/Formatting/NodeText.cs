using System.Text;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>The code of nodes at each detail, in whole lines.</summary>
internal sealed class NodeText(CodeGraph graph, ISourceReader sources)
{
    private const int MaxDocstringLines = 12, MaxHeaderLines = 8, MaxOutline = 80;
    private readonly Dictionary<int, string[]?> _lines = [];

    /// <summary>The whole code, decorators included; null when the file is gone or no longer has the node where it was.</summary>
    public string? Whole(int node)
    {
        var n = graph.Node(node);
        if (Lines(n.FileIndex) is not { } lines) return null;
        if (n.Type == NodeType.File) return string.Join('\n', lines);
        if (!IsThere(n, lines)) return null;
        int from = n.LineStart - 1;
        string indent = Indent(lines[from]);
        while (from > 0 && lines[from - 1].StartsWith(indent + "@", StringComparison.Ordinal)) from--;
        return string.Join('\n', lines[from..Math.Min(lines.Length, n.LineEnd)]);
    }

    /// <summary>Signature and docstring; of a file its docstring and what it defines.</summary>
    public string Signature(int node)
    {
        var n = graph.Node(node);
        var text = new StringBuilder();
        if (n.Type != NodeType.File) text.Append(Header(n));
        AppendDocstring(text, n, n.Type == NodeType.File ? "" : "    ");
        if (n.Type != NodeType.Function) AppendOutline(text, node);
        return text.ToString().TrimEnd('\n');
    }

    private string Header(GraphNode n)
    {
        string fallback = (n.Type == NodeType.Class ? "class " : "") + n.Name + n.Signature;
        if (Lines(n.FileIndex) is not { } lines || !IsThere(n, lines)) return fallback;
        string first = lines[n.LineStart - 1];
        if (n.Signature is { } signature)
        {
            int at = first.IndexOf(n.Name, StringComparison.Ordinal);
            return first[..(at + n.Name.Length)].TrimStart() + signature.ReplaceLineEndings("\n");
        }
        var header = new List<string>();
        for (int i = n.LineStart - 1; i < Math.Min(Math.Min(lines.Length, n.LineEnd), n.LineStart - 1 + MaxHeaderLines); i++)
        {
            header.Add(lines[i].Trim());
            if (lines[i].TrimEnd() is [.., ':' or '{']) break;
        }
        return string.Join('\n', header);
    }

    private static void AppendDocstring(StringBuilder text, GraphNode n, string indent)
    {
        if (string.IsNullOrWhiteSpace(n.Docstring)) return;
        var lines = n.Docstring.ReplaceLineEndings("\n").Trim().Split('\n').Select(l => l.Trim()).TakeWhile(l => l.Length > 0).Take(MaxDocstringLines);
        if (text.Length > 0) text.Append('\n');
        text.Append(indent).Append("\"\"\"").AppendJoin("\n" + indent, lines).Append("\"\"\"");
    }

    private void AppendOutline(StringBuilder text, int node)
    {
        var (_, end) = graph.NodesOfFile(graph.Node(node).FileIndex);
        int shown = 0;
        string indent = graph.Node(node).Type == NodeType.File ? "" : "    ";
        for (int i = node + 1; i < end && shown < MaxOutline; i++)
        {
            var child = graph.Node(i);
            if (child.Parent != node) continue;
            if (text.Length > 0) text.Append('\n');
            text.Append(indent).Append(child.Type == NodeType.Class ? "class " : "def ").Append(child.Name)
                .Append(child.Signature?.ReplaceLineEndings(" "));
            shown++;
        }
    }

    /// <summary>Whether the file still has the node in its place: its name stands on its first line.</summary>
    private static bool IsThere(GraphNode n, string[] lines) =>
        n.LineStart >= 1 && n.LineStart <= lines.Length && lines[n.LineStart - 1].Contains(n.Name, StringComparison.Ordinal);

    private string[]? Lines(int file)
    {
        if (!_lines.TryGetValue(file, out string[]? lines))
            _lines.Add(file, lines = sources.Read(graph.Node(file).QualifiedName)?.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        return lines;
    }

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];
}
