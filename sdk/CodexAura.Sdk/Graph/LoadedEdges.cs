namespace CodexAura.Sdk.Graph;

/// <summary>Columns of edges that come in canonical order, checked as they come.</summary>
internal sealed class LoadedEdges(int capacity)
{
    private readonly List<int> _source = new(capacity);
    private readonly List<int> _target = new(capacity);
    private readonly List<byte> _type = new(capacity);
    private readonly List<Confidence> _confidence = new(capacity);
    private readonly List<int> _lineOffset = new(capacity + 1);
    private readonly List<int> _lines = new(capacity);

    public int Count => _source.Count;

    public void Add(int source, int target, byte type, Confidence confidence, ReadOnlySpan<int> lines)
    {
        int edge = _source.Count;
        if (confidence > Confidence.Exact) throw new InvalidDataException($"Edge {edge} has the unknown confidence {(byte)confidence}.");
        if (edge > 0 && (_source[^1], _target[^1], _type[^1]).CompareTo((source, target, type)) >= 0)
            throw new InvalidDataException($"Edge {edge} from node {source} to node {target} is out of order.");
        if (lines.IsEmpty) throw new InvalidDataException($"Edge {edge} from node {source} to node {target} has no line.");
        for (int i = 0; i < lines.Length; i++)
            if (lines[i] <= (i == 0 ? -1 : lines[i - 1])) throw new InvalidDataException($"The lines of edge {edge} are out of order.");
        _source.Add(source);
        _target.Add(target);
        _type.Add(type);
        _confidence.Add(confidence);
        _lineOffset.Add(_lines.Count);
        _lines.AddRange(lines);
    }

    public EdgeTable ToTable() => new()
    {
        Source = [.. _source], Target = [.. _target], Type = [.. _type], Confidence = [.. _confidence],
        LineOffset = [.. _lineOffset, _lines.Count], Lines = [.. _lines],
    };
}
