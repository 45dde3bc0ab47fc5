using CodexAura.Sdk.Graph;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>
/// A few dozen nodes that follow each other, with all edges from and to them, as one document. LiteDB takes as long for a document as
/// for a hundred rows in it, and the nodes that a question leads to lie mostly side by side.
/// </summary>
internal sealed class GraphChunk
{
    public const int Size = 64;

    private GraphChunk(int first) => First = first;

    /// <summary>Number of the first node.</summary>
    public int First { get; }

    public List<Node> Nodes { get; } = [];

    /// <summary>Edges that start here, in graph order.</summary>
    public List<Edge> Outgoing { get; } = [];

    /// <summary>Edges that end here, without what the chunk of their source says.</summary>
    public List<(int Source, int Target)> Incoming { get; } = [];

    /// <summary>How many chunks a graph of so many nodes has.</summary>
    public static int Count(int nodes) => (nodes + Size - 1) / Size;

    public static BsonDocument Encode(int key, int chunk, CodeGraph graph)
    {
        int first = chunk * Size, end = Math.Min(first + Size, graph.NodeCount);
        using RowWriter nodes = new(), edges = new(), incoming = new();
        nodes.Text(graph.Node(first).Path);
        for (int i = first; i < end; i++)
        {
            var node = graph.Node(i);
            nodes.Write((byte)node.Type);
            nodes.Number(node.FileIndex);
            nodes.Number(node.Parent + 1);
            nodes.Text(node.QualifiedName);
            nodes.Number(node.LineStart);
            nodes.Number(node.LineEnd);
            nodes.Number(node.Complexity);
            nodes.Text(node.Docstring);
            nodes.Text(node.Signature);
            foreach (int number in graph.Outgoing(i)) WriteEdge(edges, graph.Edge(number));
            foreach (int number in graph.Incoming(i))
            {
                incoming.Number(graph.Edge(number).Source);
                incoming.Number(i - first);
            }
        }
        return new BsonDocument { ["_id"] = Keys.Chunk(key, chunk), ["n"] = nodes.Take(), ["o"] = edges.Take(), ["i"] = incoming.Take() };
    }

    /// <summary>Whether two documents say the same.</summary>
    public static bool AreSame(BsonDocument? one, BsonDocument other) => one is not null
        && ((string[])["n", "o", "i"]).All(field => one[field].AsBinary.AsSpan().SequenceEqual(other[field].AsBinary));

    /// <summary>About how many bytes a document takes.</summary>
    public static long SizeOf(BsonDocument document) => 200L + document["n"].AsBinary.Length + document["o"].AsBinary.Length + document["i"].AsBinary.Length;

    public static GraphChunk Decode(int chunk, BsonDocument document, bool withEdges = true)
    {
        var decoded = new GraphChunk(chunk * Size);
        using var nodes = new RowReader(document["n"].AsBinary);
        string path = nodes.Text();
        while (!nodes.AtEnd)
        {
            var type = (NodeType)nodes.Byte();
            int file = nodes.Number(), parent = nodes.Number() - 1;
            string name = nodes.Text();
            if (type == NodeType.File) path = name;
            decoded.Nodes.Add(new Node(type, file, parent, path, name, nodes.Number(), nodes.Number(), nodes.Number(), nodes.OptionalText(), nodes.OptionalText()));
        }
        if (!withEdges) return decoded;
        using var edges = new RowReader(document["o"].AsBinary);
        while (!edges.AtEnd) decoded.Outgoing.Add(ReadEdge(edges));
        using var incoming = new RowReader(document["i"].AsBinary);
        while (!incoming.AtEnd) decoded.Incoming.Add((incoming.Number(), decoded.First + incoming.Number()));
        return decoded;
    }

    private static void WriteEdge(RowWriter row, GraphEdge edge)
    {
        row.Number(edge.Source);
        row.Number(edge.Target);
        row.Write((byte)edge.TypeIndex);
        row.Write((byte)edge.Confidence);
        row.Number(edge.Lines.Length);
        int last = 0;
        foreach (int line in edge.Lines)
        {
            row.Number(line - last);
            last = line;
        }
    }

    private static Edge ReadEdge(RowReader row)
    {
        var edge = new Edge(row.Number(), row.Number(), row.Byte(), (Confidence)row.Byte(), new int[row.Number()]);
        int line = 0;
        for (int i = 0; i < edge.Lines.Length; i++) edge.Lines[i] = line += row.Number();
        return edge;
    }

    /// <summary>A node as it is kept.</summary>
    internal sealed record Node(NodeType Type, int File, int Parent, string Path, string Name, int LineStart, int LineEnd, int Complexity, string? Docstring, string? Signature);

    /// <summary>An edge as it is kept.</summary>
    internal sealed record Edge(int Source, int Target, byte Type, Confidence Confidence, int[] Lines);
}
