using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>
/// Stands for all rows of a file, those of its nodes and of the edges that start at them, in a few bytes. They are written with the rows, in the
/// same transaction, so whoever finds the same ones need not read the rows.
/// </summary>
internal sealed class FileDigests
{
    public const string WriteSql = "INSERT OR REPLACE INTO file_digests (graph_id, file_id, digest) VALUES (?1, ?2, ?3)";

    /// <summary>Half of a SHA-256: two files that differ have the same with a chance of one in 2^128.</summary>
    private const int Length = 16;
    private readonly byte[] _digests;

    private FileDigests(byte[] digests) => _digests = digests;

    /// <summary>The digest of a file.</summary>
    /// <param name="file">Its place among <see cref="CodeGraph.Files"/>.</param>
    public ReadOnlySpan<byte> this[int file] => _digests.AsSpan(file * Length, Length);

    /// <summary>The digests of all files of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="numbers">The numbers that its nodes have, or are to have, in the database.</param>
    public static FileDigests Of(CodeGraph graph, NodeNumbers numbers)
    {
        var digests = new byte[graph.Files.Length * Length];
        var rows = new ArrayBufferWriter<byte>(1 << 14);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (int i = 0; i < graph.Files.Length; i++)
        {
            rows.ResetWrittenCount();
            var (start, end) = graph.NodesOfFile(graph.Files[i]);
            for (int node = start; node < end; node++) Add(rows, graph, numbers, node);
            SHA256.HashData(rows.WrittenSpan, hash);
            hash[..Length].CopyTo(digests.AsSpan(i * Length));
        }
        return new FileDigests(digests);
    }

    /// <summary>Writes the digests of these files (their places), in place of those that are there.</summary>
    public void Write(Connection connection, long key, CodeGraph graph, NodeNumbers numbers, IEnumerable<int> files)
    {
        using var insert = connection.Prepare(WriteSql).Bind(1, key);
        foreach (int file in files) insert.Bind(2, numbers[graph.Files[file]]).BindBlob(3, this[file]).Step();
    }

    /// <summary>A number before each text and each list says how long it is, so that no two sequences of rows run together.</summary>
    private static void Add(ArrayBufferWriter<byte> rows, CodeGraph graph, NodeNumbers numbers, int index)
    {
        var node = graph.Node(index);
        var edges = graph.Outgoing(index);
        Add(rows, numbers[index], (int)node.Type, node.Parent < 0 ? -1 : numbers[node.Parent], node.LineStart, node.LineEnd, node.Complexity, edges.Count);
        Add(rows, node.QualifiedName);
        Add(rows, node.Signature);
        Add(rows, node.Docstring);
        foreach (int number in edges)
        {
            var edge = graph.Edge(number);
            Add(rows, numbers[edge.Target], edge.TypeIndex, (int)edge.Confidence, edge.Lines.Length);
            Add(rows, edge.Lines);
        }
    }

    private static void Add(ArrayBufferWriter<byte> rows, string? text)
    {
        Add(rows, text?.Length ?? -1);
        rows.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Add(ArrayBufferWriter<byte> rows, params ReadOnlySpan<int> values)
    {
        var to = rows.GetSpan(values.Length * sizeof(int));
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(to[(i * sizeof(int))..], values[i]);
        rows.Advance(values.Length * sizeof(int));
    }
}
