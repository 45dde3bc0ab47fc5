using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Reads single nodes of a graph. What was read once is kept, so a file's path is read once for all of its nodes.</summary>
internal sealed class NodeRows : IDisposable
{
    public const string ByNumberSql = Columns + " WHERE graph_id = ?1 AND id = ?2";
    public const string FileByPathSql = "SELECT id FROM nodes WHERE graph_id = ?1 AND type = 0 AND path = ?2";
    public const string FromFileSql = "SELECT id, type, qualified_name FROM nodes WHERE graph_id = ?1 AND id >= ?2 ORDER BY id";
    public const string NamedSql = "SELECT id FROM nodes WHERE graph_id = ?1 AND name = ?2 ORDER BY id";
    private const string Columns = "SELECT type, file_id, parent_id, qualified_name, path, line_start, line_end, complexity, docstring, signature FROM nodes";
    private readonly Dictionary<int, NodeRecord> _read = [];
    private readonly Connection _connection;
    private readonly Statement _byNumber;
    private readonly long _key;

    public NodeRows(Connection connection, long key)
    {
        (_connection, _key) = (connection, key);
        _byNumber = connection.Prepare(ByNumberSql).Bind(1, key);
    }

    /// <summary>The node with this number.</summary>
    /// <exception cref="InvalidDataException">There is none, although something refers to it.</exception>
    public NodeRecord this[int number]
    {
        get
        {
            if (_read.TryGetValue(number, out var node)) return node;
            _byNumber.Bind(2, number);
            if (!_byNumber.Step()) throw new InvalidDataException($"node {number} is missing");
            int file = _byNumber.Int32(1);
            int? parent = _byNumber.IsNull(2) ? null : _byNumber.Int32(2);
            string? path = _byNumber.OptionalText(4);
            node = new NodeRecord((NodeType)_byNumber.Int32(0), path ?? "", _byNumber.Text(3), null, _byNumber.Int32(5), _byNumber.Int32(6),
                _byNumber.Int32(7), _byNumber.OptionalText(8), _byNumber.OptionalText(9));
            _byNumber.Step();
            if (parent is { } up)
            {
                if (up == number || file == number) throw new InvalidDataException($"node {number} is its own parent or file");
                // A file's row comes first; a parent's is found by way of the same file, so this ends.
                string inPath = path ?? this[file].Path;
                node = node with { Path = inPath, ParentId = up == file ? this[file].Id : IdOf(up, inPath) };
            }
            return _read[number] = node;
        }
    }

    /// <summary>Number of the node with this id, or -1.</summary>
    public int Find(string id)
    {
        if (!NodeId.TryParse(id, out var type, out string path, out string name)) return -1;
        int file = FindFile(path);
        if (type == NodeType.File) return file;
        if (file >= 0)
        {
            using var query = _connection.Prepare(FromFileSql).Bind(1, _key).Bind(2, file);
            while (query.Step() && IsOf(file, query))
                if (query.Int64(1) == (int)type && query.Text(2) == name) return query.Int32(0);
        }
        // 'a::function::file' reads as a function, but may be a file whose path ends with '::function'.
        const string FileSuffix = "::file";
        return id.EndsWith(FileSuffix, StringComparison.Ordinal) ? FindFile(id[..^FileSuffix.Length]) : -1;
    }

    /// <summary>Number of the node of the file with this path, or -1.</summary>
    public int FindFile(string path)
    {
        using var query = _connection.Prepare(FileByPathSql).Bind(1, _key).Bind(2, path);
        return query.Step() ? query.Int32(0) : -1;
    }

    /// <summary>Nodes of one file, its own first.</summary>
    public List<NodeRecord> OfFile(string path)
    {
        int file = FindFile(path);
        if (file < 0) return [];
        using var query = _connection.Prepare(FromFileSql).Bind(1, _key).Bind(2, file);
        var nodes = new List<NodeRecord>();
        while (query.Step() && IsOf(file, query)) nodes.Add(this[query.Int32(0)]);
        return nodes;
    }

    /// <summary>Nodes of this name.</summary>
    public List<NodeRecord> Named(string name)
    {
        using var query = _connection.Prepare(NamedSql).Bind(1, _key).Bind(2, name);
        return All(query);
    }

    public void Dispose() => _byNumber.Dispose();

    private List<NodeRecord> All(Statement numbers)
    {
        var nodes = new List<NodeRecord>();
        while (numbers.Step()) nodes.Add(this[numbers.Int32(0)]);
        return nodes;
    }

    /// <summary>The nodes of a file follow it up to the next file.</summary>
    private static bool IsOf(int file, Statement row) => row.Int32(0) == file || row.Int64(1) != (int)NodeType.File;

    /// <summary>Only the id: reading the whole parent would read its parent too, and so on up to the file.</summary>
    private string IdOf(int number, string path)
    {
        if (_read.TryGetValue(number, out var known)) return known.Id;
        _byNumber.Bind(2, number);
        if (!_byNumber.Step()) throw new InvalidDataException($"node {number} is missing");
        string id = NodeId.Format((NodeType)_byNumber.Int32(0), path, _byNumber.Text(3));
        _byNumber.Step();
        return id;
    }
}
