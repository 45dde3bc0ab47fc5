using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>Gives the code of nodes as it stands in the working tree now. Keeps one file at a time: nodes come file by file.</summary>
/// <param name="graph">The graph.</param>
/// <param name="sources">Makes a reader of files.</param>
internal sealed class CodeLines(CodeGraph graph, Func<CodeGraph, ISourceReader> sources)
{
    private int _file = -1;
    private string? _text;
    private readonly List<int> _starts = [];

    /// <summary>The lines of a node.</summary>
    /// <returns>Null when the file is gone, or no longer as long as it was.</returns>
    public string? Of(GraphNode node)
    {
        if (_file != node.FileIndex) Open(node);
        if (_text is null) return null;
        if (node.Type == NodeType.File) return _text;
        if (node.LineStart < 1 || node.LineEnd > _starts.Count) return null;
        int end = node.LineEnd < _starts.Count ? _starts[node.LineEnd] : _text.Length;
        return _text[_starts[node.LineStart - 1]..end].TrimEnd('\r', '\n');
    }

    private void Open(GraphNode node)
    {
        _file = node.FileIndex;
        // A reader remembers what it read; a new one for each file keeps that from becoming the whole repository.
        _text = sources(graph).Read(node.Path);
        _starts.Clear();
        if (_text is null) return;
        _starts.Add(0);
        for (int at = _text.IndexOf('\n'); at >= 0 && at + 1 < _text.Length; at = _text.IndexOf('\n', at + 1)) _starts.Add(at + 1);
    }
}
