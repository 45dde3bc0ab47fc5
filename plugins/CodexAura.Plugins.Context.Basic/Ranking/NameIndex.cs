using System.Runtime.CompilerServices;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>Definitions by simple name, files by the ends of their paths and by module names.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<CodeGraph, NameIndex> OfGraphs = [];
    private readonly CodeGraph _graph;
    private readonly Dictionary<string, List<int>> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _filesByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _filesByLastModulePart = new(StringComparer.Ordinal);

    /// <summary>That of a graph, made once.</summary>
    public static NameIndex Of(CodeGraph graph) => OfGraphs.GetValue(graph, static of => new NameIndex(of));

    private NameIndex(CodeGraph graph)
    {
        _graph = graph;
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            if (node.Type != NodeType.File)
            {
                Add(_definitions, node.Name, i);
                continue;
            }
            string[] parts = ModuleParts(node.QualifiedName);
            Add(_filesByName, node.Name, i);
            if (parts.Length > 0) Add(_filesByLastModulePart, parts[^1], i);
        }
    }

    /// <summary>Definitions of a simple name.</summary>
    public IReadOnlyList<int> Definitions(string name) => _definitions.GetValueOrDefault(name) ?? [];

    /// <summary>Definitions of a dotted name: those whose qualified name ends with as much of it as any does.</summary>
    public IReadOnlyList<int> DefinitionsOfDotted(string dotted, out bool qualified)
    {
        qualified = false;
        var all = Definitions(dotted[(dotted.LastIndexOf('.') + 1)..]);
        string[] parts = dotted.Split('.');
        if (parts.Length < 2 || all.Count == 0) return all;
        string owner = parts[^2];
        var owned = all.Where(i => OwnerIs(i, owner)).ToList();
        qualified = owned.Count > 0;
        return qualified ? owned : all;
    }

    /// <summary>Files whose path ends with the most of what was written. Installed paths have more in front than a repository does.</summary>
    public IReadOnlyList<int> Files(string written)
    {
        string[] parts = written.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !_filesByName.TryGetValue(parts[^1], out var candidates)) return [];
        int best = 0;
        var found = new List<int>();
        foreach (int file in candidates)
        {
            string[] own = _graph.Node(file).QualifiedName.Split('/');
            int common = 0;
            while (common < own.Length && common < parts.Length && own[^(common + 1)].Equals(parts[^(common + 1)], StringComparison.OrdinalIgnoreCase)) common++;
            if (common < best) continue;
            if (common > best) found.Clear();
            best = common;
            found.Add(file);
        }
        return found;
    }

    /// <summary>Whether what was written shares more than the file's name with it, so that no other file is meant.</summary>
    public bool IsSpecific(string written, int file)
    {
        string path = _graph.Node(file).QualifiedName;
        string[] parts = written.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return !path.Contains('/') || (parts.Length > 1 && path.EndsWith(parts[^2] + "/" + parts[^1], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Files of a dotted module name, whole or as the beginning of a longer dotted name.</summary>
    /// <param name="dotted">Such as <c>sympy.core.mul</c> or <c>sympy.core.mul.Mul</c>.</param>
    /// <param name="rest">What comes after the module.</param>
    public IReadOnlyList<int> Modules(string dotted, out string rest)
    {
        string[] parts = dotted.Split('.', StringSplitOptions.RemoveEmptyEntries);
        for (int length = parts.Length; length > 0; length--)
        {
            rest = string.Join('.', parts[length..]);
            if (!_filesByLastModulePart.TryGetValue(parts[length - 1], out var candidates)) continue;
            var prefix = parts.AsMemory(0, length);
            var found = candidates.Where(f => EndsWith(ModuleParts(_graph.Node(f).QualifiedName), prefix.Span)).ToList();
            if (found.Count > 0 && (length > 1 || parts.Length == 1)) return found;
        }
        rest = dotted;
        return [];
    }

    /// <summary>The file of a module that is named in full; before its name may stand only so many folders, such as <c>src</c>.</summary>
    /// <returns>The number of the file's node, or -1.</returns>
    public int Module(ReadOnlySpan<string> parts, int foldersBefore)
    {
        if (!_filesByLastModulePart.TryGetValue(parts[^1], out var candidates)) return -1;
        int best = -1, fewest = int.MaxValue;
        foreach (int file in candidates)
        {
            string[] own = ModuleParts(_graph.Node(file).QualifiedName);
            int before = own.Length - parts.Length;
            if (before < 0 || before > foldersBefore || before >= fewest || !own.AsSpan(before).SequenceEqual(parts)) continue;
            (best, fewest) = (file, before);
        }
        return best;
    }

    /// <summary>Whether a definition stands in something of this name: its class, or the file as a module.</summary>
    private bool OwnerIs(int node, string owner)
    {
        int parent = _graph.Node(node).Parent;
        if (parent < 0) return false;
        var p = _graph.Node(parent);
        return p.Type == NodeType.File ? ModuleParts(p.QualifiedName) is [.., var last] && last == owner : p.Name == owner;
    }

    private static bool EndsWith(string[] own, ReadOnlySpan<string> parts)
    {
        if (own.Length < parts.Length) return false;
        for (int i = 1; i <= parts.Length; i++)
            if (own[^i] != parts[^i]) return false;
        // `a.b` must not be any a/b somewhere deep: before it may stand only what is no package of the name, such as src.
        return parts.Length > 1 || own.Length <= 2;
    }

    private static string[] ModuleParts(string path)
    {
        int dot = path.LastIndexOf('.');
        string[] parts = (dot > path.LastIndexOf('/') ? path[..dot] : path).Split('/');
        return parts[^1] == "__init__" ? parts[..^1] : parts;
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int node)
    {
        if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
        list.Add(node);
    }
}
