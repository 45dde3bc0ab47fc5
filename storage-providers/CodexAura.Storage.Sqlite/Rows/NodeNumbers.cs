using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>A file as it stands in the database.</summary>
/// <param name="Number">Number of its node.</param>
/// <param name="End">Number of the next file's node: its own nodes have lower ones.</param>
/// <param name="Path">Its path.</param>
internal readonly record struct StoredFile(int Number, int End, string Path);

/// <summary>
/// The numbers that nodes have in the database. They are in the order of the graph, but with room behind each file: one more
/// function then moves the numbers of its own file's nodes only, and not all rows that come after.
/// </summary>
internal sealed class NodeNumbers
{
    /// <summary>Room before the first file, and between two, for files that come later.</summary>
    private const int Between = 64;

    /// <summary>Beyond it there would be no numbers left for files that come later.</summary>
    private const long LastOfAll = int.MaxValue / 2;
    private readonly int[] _numbers;

    private NodeNumbers(int[] numbers) => _numbers = numbers;

    /// <summary>The number in the database of a node of the graph.</summary>
    public int this[int node] => _numbers[node];

    /// <summary>Numbers for a graph that is not stored yet.</summary>
    public static NodeNumbers Spread(CodeGraph graph)
    {
        long all = graph.NodeCount * 3L / 2 + graph.Files.Length * (Between + 16L);
        bool roomy = all < LastOfAll;
        var numbers = new int[graph.NodeCount];
        int next = roomy ? Between : 0;
        foreach (int file in graph.Files)
        {
            var (start, end) = graph.NodesOfFile(file);
            for (int node = start; node < end; node++) numbers[node] = next++;
            if (roomy) next += 16 + (end - start) / 2 + Between;
        }
        return new NodeNumbers(numbers);
    }

    /// <summary>Numbers that leave files where they are in the database, and put new ones between them.</summary>
    /// <returns>Null where there is no room for that.</returns>
    public static NodeNumbers? Keep(CodeGraph graph, IReadOnlyList<StoredFile> stored)
    {
        var places = stored.ToDictionary(file => file.Path, file => file.Number, StringComparer.Ordinal);
        var numbers = new int[graph.NodeCount];
        long free = 0;
        var added = new List<int>();
        foreach (int file in graph.Files)
        {
            if (!places.TryGetValue(graph.Node(file).Path, out int place))
            {
                added.Add(file);
                continue;
            }
            if (!Put(graph, added, free, place, numbers)) return null;
            var (start, end) = graph.NodesOfFile(file);
            for (int node = start; node < end; node++) numbers[node] = place + node - start;
            free = (long)place + end - start;
        }
        return Put(graph, added, free, int.MaxValue, numbers) ? new NodeNumbers(numbers) : null;
    }

    /// <summary>Puts new files evenly between a number and the next file.</summary>
    private static bool Put(CodeGraph graph, List<int> files, long from, int until, int[] numbers)
    {
        int nodes = 0;
        foreach (int file in files) nodes += graph.NodesOfFile(file) is var (start, end) ? end - start : 0;
        long room = until - from - nodes;
        if (room < 0) return false;
        int apart = (int)Math.Min(room / (files.Count + 1), Between + 16);
        foreach (int file in files)
        {
            var (start, end) = graph.NodesOfFile(file);
            from += apart;
            for (int node = start; node < end; node++) numbers[node] = (int)from++;
        }
        files.Clear();
        return true;
    }
}

/// <summary>Numbers of the nodes in a graph, by those that they have in the database. Told of nodes in ascending order.</summary>
internal sealed class NodeOrder
{
    private readonly List<int> _first = [];
    private readonly List<int> _start = [];
    private int _last = -1;
    private int _near;

    /// <summary>How many nodes there are.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the next node.</summary>
    /// <exception cref="InvalidDataException">A node is missing before this one.</exception>
    public void Add(int number, bool isFile)
    {
        if (!isFile && number != _last + 1) throw new InvalidDataException($"node {_last + 1} is missing");
        if (isFile)
        {
            _first.Add(number);
            _start.Add(Count);
        }
        _last = number;
        Count++;
    }

    /// <summary>The node's number in the graph.</summary>
    /// <exception cref="InvalidDataException">There is no such node.</exception>
    public int Of(int number)
    {
        // Most edges stay in one file, or come from the same one as the edge before.
        if (!IsIn(_near, number))
        {
            int at = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_first).BinarySearch(number);
            _near = at >= 0 ? at : ~at - 1;
            if (!IsIn(_near, number)) throw new InvalidDataException($"node {number} is missing");
        }
        return _start[_near] + number - _first[_near];
    }

    private bool IsIn(int file, int number)
    {
        if ((uint)file >= (uint)_first.Count || number < _first[file]) return false;
        int end = file + 1 < _start.Count ? _start[file + 1] : Count;
        return number - _first[file] < end - _start[file];
    }
}
