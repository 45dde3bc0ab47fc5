using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>Reads the body of one graph, chunk by chunk; what was read once is kept.</summary>
internal sealed class GraphBody(ILiteCollection<BsonDocument> rows, GraphHead head, CancellationToken cancellationToken)
{
    private readonly Dictionary<int, GraphChunk> _chunks = [];
    private readonly Dictionary<int, NodeRecord> _nodes = [];

    public GraphHead Head => head;

    /// <summary>The whole graph.</summary>
    public CodeGraph Load()
    {
        var loader = new GraphLoader(head.EdgeTypes, head.Info.NodeCount, head.Info.EdgeCount);
        var chunks = All(withEdges: true).ToList();
        foreach (var n in chunks.SelectMany(chunk => chunk.Nodes)) loader.AddNode(n.Type, n.Parent, n.Name, n.LineStart, n.LineEnd, n.Complexity, n.Docstring, n.Signature);
        foreach (var e in chunks.SelectMany(chunk => chunk.Outgoing)) loader.AddEdge(e.Source, e.Target, e.Type, e.Confidence, e.Lines);
        foreach (var diagnostic in head.Diagnostics) loader.AddDiagnostic(diagnostic);
        foreach (var count in head.Unresolved) loader.AddUnresolved(count);
        return loader.Build(head.Info.Repository);
    }

    /// <summary>All chunks in order, none of them kept.</summary>
    public IEnumerable<GraphChunk> All(bool withEdges)
    {
        int expected = 0;
        foreach (var document in rows.Find(LiteDB.Query.Between("_id", Keys.Chunk(head.Key, 0), Keys.Chunk(head.Key, int.MaxValue))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document["_id"] != Keys.Chunk(head.Key, expected)) break;
            yield return GraphChunk.Decode(expected++, document, withEdges);
        }
        if (expected != head.ChunkCount) throw new InvalidDataException($"chunk {expected} of graph {head.Info.Id} is missing");
    }

    /// <summary>Number of the node with this id, or -1.</summary>
    public int Find(string id)
    {
        if (!NodeId.TryParse(id, out var type, out string path, out string name)) return -1;
        int file = FindFile(path);
        if (type == NodeType.File) return file;
        if (file >= 0)
            for (int i = file + 1; i < head.Info.NodeCount && Row(i).Type != NodeType.File; i++)
                if (Row(i).Type == type && Row(i).Name == name) return i;
        // 'a::function::file' reads as a function, but may be a file whose path ends with '::function'.
        const string FileSuffix = "::file";
        return id.EndsWith(FileSuffix, StringComparison.Ordinal) ? FindFile(id[..^FileSuffix.Length]) : -1;
    }

    public List<NodeRecord> OfFile(string path)
    {
        int file = FindFile(path);
        var nodes = new List<NodeRecord>();
        if (file < 0) return nodes;
        nodes.Add(Node(file));
        for (int i = file + 1; i < head.Info.NodeCount && Row(i).Type != NodeType.File; i++) nodes.Add(Node(i));
        return nodes;
    }

    /// <summary>Nodes that fit, found by looking at all of them.</summary>
    public IEnumerable<int> Where(Func<GraphChunk.Node, bool> fits)
    {
        foreach (var chunk in All(withEdges: false))
            for (int i = 0; i < chunk.Nodes.Count; i++)
                if (fits(chunk.Nodes[i])) yield return chunk.First + i;
    }

    public NodeRecord Node(int number)
    {
        if (_nodes.TryGetValue(number, out var known)) return known;
        var row = Row(number);
        string? parent = row.Parent < 0 ? null : Row(row.Parent) is var up ? NodeId.Format(up.Type, up.Path, up.Name) : null;
        return _nodes[number] = new NodeRecord(row.Type, row.Path, row.Name, parent, row.LineStart, row.LineEnd, row.Complexity, row.Docstring, row.Signature);
    }

    public IEnumerable<GraphChunk.Edge> Outgoing(int node) => From(Chunk(node), node);

    public IEnumerable<GraphChunk.Edge> Incoming(int node) =>
        Chunk(node).Incoming.Where(edge => edge.Target == node).Select(edge => edge.Source).Distinct()
            .SelectMany(source => From(Chunk(source), source).Where(edge => edge.Target == node));

    private static IEnumerable<GraphChunk.Edge> From(GraphChunk chunk, int node)
    {
        // The edges of a chunk are in order of their sources.
        int low = 0, high = chunk.Outgoing.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (chunk.Outgoing[middle].Source < node) low = middle + 1;
            else high = middle;
        }
        for (; low < chunk.Outgoing.Count && chunk.Outgoing[low].Source == node; low++) yield return chunk.Outgoing[low];
    }

    private int FindFile(string path) => rows.FindById(Keys.File(head.Key, path)) is { } file && Row(file["n"].AsInt32).Name == path ? file["n"].AsInt32 : -1;

    private GraphChunk.Node Row(int number) => Chunk(number).Nodes[number % GraphChunk.Size];

    private GraphChunk Chunk(int node)
    {
        int number = node / GraphChunk.Size;
        if (_chunks.TryGetValue(number, out var chunk)) return chunk;
        cancellationToken.ThrowIfCancellationRequested();
        var document = rows.FindById(Keys.Chunk(head.Key, number)) ?? throw new InvalidDataException($"chunk {number} of graph {head.Info.Id} is missing");
        chunk = GraphChunk.Decode(number, document);
        if (node % GraphChunk.Size >= chunk.Nodes.Count) throw new InvalidDataException($"node {node} of graph {head.Info.Id} is missing");
        return _chunks[number] = chunk;
    }
}
