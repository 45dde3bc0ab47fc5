using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Reads a graph batch by batch. What is in memory at once is one batch and the nodes of one file.</summary>
internal sealed class GraphStreaming : IDisposable
{
    private readonly List<string> _types;
    private readonly Statement _nodes;
    private readonly Statement _edges;
    private readonly List<(NodeRecord Node, int Parent)> _file = [];
    private readonly List<int> _lines = [];
    private readonly NodeOrder _order = new();
    private int _fileStart, _given;
    private bool _moreNodes, _moreEdges = true;

    public GraphStreaming(Connection connection, long key)
    {
        _types = GraphReader.ReadEdgeTypes(connection, key);
        _nodes = connection.Prepare(GraphReader.NodesSql).Bind(1, key);
        _edges = connection.Prepare(GraphReader.EdgesSql).Bind(1, key);
        _moreNodes = _nodes.Step();
    }

    /// <summary>The next batch, or null after the last one.</summary>
    public GraphBatch? Next()
    {
        var nodes = new List<NodeRecord>();
        while (nodes.Count < GraphBatch.MaxRows && (_given < _file.Count || ReadFile()))
        {
            var (node, parent) = _file[_given++];
            nodes.Add(parent < 0 ? node : node with { ParentId = _file[Inside(parent)].Node.Id });
        }
        if (nodes.Count > 0) return new GraphBatch(nodes, []);

        var edges = new List<EdgeRow>();
        while (edges.Count < GraphBatch.MaxRows && _moreEdges && (_moreEdges = _edges.Step()))
        {
            LineList.Read(_edges.Int32(3), _edges.Blob(5), _lines);
            int type = _edges.Int32(2);
            if ((uint)type >= (uint)_types.Count) throw new InvalidDataException($"no edge type has the number {type}");
            edges.Add(new EdgeRow(_order.Of(_edges.Int32(0)), _order.Of(_edges.Int32(1)), _types[type], (Confidence)_edges.Int32(4), [.. _lines]));
        }
        return edges.Count > 0 ? new GraphBatch([], edges) : null;
    }

    public void Dispose()
    {
        _nodes.Dispose();
        _edges.Dispose();
    }

    private int Inside(int parent) => (uint)(parent - _fileStart) < (uint)_file.Count
        ? parent - _fileStart
        : throw new InvalidDataException($"a node has the parent {parent} outside of its file");

    private bool ReadFile()
    {
        _file.Clear();
        _given = 0;
        string path = "";
        for (; _moreNodes; _moreNodes = _nodes.Step())
        {
            var type = (NodeType)_nodes.Int32(0);
            if (type == NodeType.File)
            {
                if (_file.Count > 0) break;
                (path, _fileStart) = (_nodes.Text(2), _nodes.Int32(8));
            }
            _order.Add(_nodes.Int32(8), type == NodeType.File);
            _file.Add((new NodeRecord(type, path, _nodes.Text(2), null, _nodes.Int32(3), _nodes.Int32(4), _nodes.Int32(5),
                Docstring: _nodes.OptionalText(7), Signature: _nodes.OptionalText(6)), _nodes.IsNull(1) ? -1 : _nodes.Int32(1)));
        }
        return _file.Count > 0;
    }
}
