using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>
/// Resolves dotted names as an importer writes them (<c>xarray.Dataset.to_zarr</c>) to the definitions they stand for. A package's own file
/// often only passes on what others define: it is followed to where they do.
/// </summary>
internal sealed class ImportedNames(CodeGraph graph, NameIndex index)
{
    private const int MaxHops = 3, MaxOutsideFolders = 1;

    /// <summary>The definition or file, or -1. Where a name's last parts lead nowhere, what the first ones stand for.</summary>
    public int Resolve(string dotted)
    {
        string[] parts = dotted.Split('.', StringSplitOptions.RemoveEmptyEntries);
        for (int length = parts.Length; length > 0; length--)
        {
            int file = index.Module(parts.AsSpan(0, length), MaxOutsideFolders);
            if (file < 0) continue;
            if (length == parts.Length) return file;
            int top = TopLevel(file, parts[length]);
            if (top < 0) return length > 1 ? file : -1;
            for (int i = length + 1; i < parts.Length && Member(top, parts[i]) is >= 0 and var member; i++) top = member;
            return top;
        }
        return -1;
    }

    /// <summary>A definition of a module, its own or one that it imports.</summary>
    private int TopLevel(int file, string name)
    {
        var seen = new HashSet<int> { file };
        List<int> at = [file];
        for (int hop = 0; hop <= MaxHops && at.Count > 0; hop++)
        {
            var next = new List<int>();
            foreach (int f in at)
            {
                if (Own(f, name) is >= 0 and var found) return found;
                // Only what a package passes on is followed further: other modules import for their own use.
                if (hop > 0 && graph.Node(f).Name != "__init__.py") continue;
                foreach (int e in graph.Outgoing(f))
                {
                    var edge = graph.Edge(e);
                    if (edge.Type == EdgeTypes.Imports && seen.Add(edge.Target)) next.Add(edge.Target);
                }
            }
            at = next;
        }
        return -1;
    }

    private int Own(int file, string name)
    {
        var (start, end) = graph.NodesOfFile(file);
        for (int i = start + 1; i < end; i++)
            if (graph.Node(i).QualifiedName == name) return i;
        return -1;
    }

    /// <summary>A member of a class, its own or an inherited one.</summary>
    private int Member(int type, string name)
    {
        var seen = new HashSet<int>();
        var queue = new Queue<int>([type]);
        while (queue.TryDequeue(out int at))
        {
            if (!seen.Add(at) || graph.Node(at).Type != NodeType.Class) continue;
            if (Own(graph.Node(at).FileIndex, graph.Node(at).QualifiedName + "." + name) is >= 0 and var found) return found;
            foreach (int e in graph.Outgoing(at))
                if (graph.Edge(e).Type == EdgeTypes.Extends) queue.Enqueue(graph.Edge(e).Target);
        }
        return -1;
    }
}
