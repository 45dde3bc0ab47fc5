using System.Text.RegularExpressions;
using CodexAura.Engine.Git;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Impact;

/// <summary>Changed nodes, and the names by which other code may speak of them.</summary>
public sealed class ChangedDefinitions
{
    private readonly SortedSet<int> _nodes = [];
    private readonly SortedSet<(int Node, string Name)> _constants = [];

    /// <summary>Numbers of the changed nodes, in graph order.</summary>
    public IReadOnlyCollection<int> Nodes => _nodes;

    /// <summary>Module-level names that were assigned anew, with the file that has them.</summary>
    public IReadOnlyCollection<(int Node, string Name)> Constants => _constants;

    /// <summary>Adds a node.</summary>
    public void Add(int node) => _nodes.Add(node);

    /// <summary>Adds a module-level name.</summary>
    public void AddConstant(int file, string name)
    {
        _nodes.Add(file);
        _constants.Add((file, name));
    }
}

/// <summary>Finds the definitions that hold changed lines. Blank lines and comments are not counted as changes.</summary>
public static partial class ChangedLines
{
    private const int LongestDecoration = 40;

    /// <summary>Adds the definitions that a diff of a file changed.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="file">Number of the file's node.</param>
    /// <param name="diff">The diff.</param>
    /// <param name="graphIsNew">Whether the graph knows the file as it is after the diff, or as it was before.</param>
    /// <param name="into">Where to add them.</param>
    public static void Map(CodeGraph graph, int file, FileDiff diff, bool graphIsNew, ChangedDefinitions into)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(into);
        foreach (var hunk in diff.Hunks)
        {
            var (start, here, gone) = graphIsNew ? (hunk.NewStart, hunk.Added, hunk.Removed) : (hunk.OldStart, hunk.Removed, hunk.Added);
            for (int i = 0; i < here.Count; i++) AddLine(graph, file, start + i, here[i], into);
            // Lines that the graph doesn't have changed what they stood in; a whole new definition changed nothing that was there.
            if (here.Count == 0 && !IsWholeDefinition(gone)) AddGap(graph, file, start, gone, into);
        }
    }

    /// <summary>The innermost definition that a line belongs to; the file where there is none.</summary>
    public static int HolderOf(CodeGraph graph, int file, int line)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (start, end) = graph.NodesOfFile(file);
        int holder = file;
        for (int node = start + 1; node < end && graph.Node(node).LineStart <= line; node++)
            if (graph.Node(node).LineEnd >= line) holder = node;
        return holder;
    }

    /// <summary>The name that a line without indentation assigns, or null.</summary>
    public static string? AssignedName(string line) => Assignment().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    private static void AddLine(CodeGraph graph, int file, int line, string text, ChangedDefinitions into)
    {
        if (IsSilent(text)) return;
        int holder = HolderOf(graph, file, line);
        if (graph.Node(holder).Type != NodeType.Function && text.AsSpan().TrimStart().StartsWith("@"))
            holder = DefinitionBelow(graph, file, line) is >= 0 and var decorated ? decorated : holder;
        AddHolder(graph, holder, text, into);
    }

    private static void AddGap(CodeGraph graph, int file, int after, IReadOnlyList<string> lines, ChangedDefinitions into)
    {
        string? first = lines.FirstOrDefault(l => !IsSilent(l));
        if (first is null) return;
        int holder = HolderOf(graph, file, Math.Max(1, after));
        // Below the last line of a definition only indented lines still belong to it.
        while (holder != file && graph.Node(holder).LineEnd <= after && !char.IsWhiteSpace(first[0])) holder = graph.Node(holder).Parent;
        foreach (string line in lines)
            if (!IsSilent(line)) AddHolder(graph, holder, line, into);
    }

    private static void AddHolder(CodeGraph graph, int holder, string text, ChangedDefinitions into)
    {
        if (graph.Node(holder).Type != NodeType.File) into.Add(holder);
        else if (AssignedName(text) is { } name) into.AddConstant(holder, name);
        // What a file imports for itself concerns nobody else; an __init__ imports in order to be imported from.
        else if (!Import().IsMatch(text) || graph.Node(holder).Name == "__init__.py") into.Add(holder);
    }

    private static int DefinitionBelow(CodeGraph graph, int file, int line)
    {
        var (start, end) = graph.NodesOfFile(file);
        for (int node = start + 1; node < end; node++)
            if (graph.Node(node).LineStart > line) return graph.Node(node).LineStart <= line + LongestDecoration ? node : -1;
        return -1;
    }

    private static bool IsSilent(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.IsEmpty || text[0] == '#' || text.StartsWith("//");
    }

    /// <summary>Definitions from their first to their last line: nothing in it is as deep as the first line, or less, but more of the kind.</summary>
    private static bool IsWholeDefinition(IReadOnlyList<string> lines)
    {
        int depth = -1;
        foreach (string line in lines)
        {
            if (IsSilent(line)) continue;
            int indent = line.Length - line.AsSpan().TrimStart().Length;
            if (depth < 0) depth = indent;
            if (indent < depth) return false;
            if (indent == depth && !DefinitionStart().IsMatch(line) && line.AsSpan().TrimStart()[0] is not (')' or ']' or '}')) return false;
        }
        return depth >= 0;
    }

    [GeneratedRegex(@"^([A-Za-z_]\w*)\s*(?::[^=]+)?=(?!=)")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^\s*(import|from)\s")]
    private static partial Regex Import();

    [GeneratedRegex(@"^\s*(@|def\s|class\s|async\s+def\s|func\s|function\s|fn\s)")]
    private static partial Regex DefinitionStart();
}
