namespace CodexAura.Sdk.Graph;

/// <summary>The edges of one node in one direction, as edge numbers. Enumerates without allocating.</summary>
public readonly struct EdgeRange
{
    private readonly int[]? _edges;
    private readonly int _start;
    private readonly int _end;

    internal EdgeRange(int[]? edges, int start, int end) => (_edges, _start, _end) = (edges, start, end);

    /// <summary>How many edges there are.</summary>
    public int Count => _end - _start;

    /// <summary>The number of the i-th edge.</summary>
    public int this[int i]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Count, nameof(i));
            return _edges is null ? _start + i : _edges[_start + i];
        }
    }

    /// <summary>Starts an enumeration.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the edge numbers of an <see cref="EdgeRange"/>.</summary>
    public struct Enumerator
    {
        private readonly EdgeRange _range;
        private int _at;

        internal Enumerator(EdgeRange range) => (_range, _at) = (range, range._start - 1);

        /// <summary>The edge number the enumerator stands on.</summary>
        public readonly int Current => _range._edges is null ? _at : _range._edges[_at];

        /// <summary>Moves on.</summary>
        public bool MoveNext() => ++_at < _range._end;
    }
}
