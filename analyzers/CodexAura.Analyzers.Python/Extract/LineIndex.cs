namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Byte offsets to 1-based lines. Remembers the last answer, for questions come in nearly ascending order.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [];
    private int _last;

    /// <summary>Number of lines; a final line break ends the last line rather than starting another.</summary>
    public int Count { get; private set; }

    public void Reset(ReadOnlySpan<byte> source)
    {
        _starts.Clear();
        _starts.Add(0);
        _last = 0;
        for (int at = 0; ;)
        {
            int next = source[at..].IndexOf((byte)'\n');
            if (next < 0) break;
            at += next + 1;
            _starts.Add(at);
        }
        Count = _starts[^1] == source.Length ? _starts.Count - 1 : _starts.Count;
    }

    public int LineOf(int offset)
    {
        int at = _last;
        if (_starts[at] <= offset)
        {
            int limit = Math.Min(at + 8, _starts.Count - 1);
            while (at < limit && _starts[at + 1] <= offset) at++;
            if (at < limit || at == _starts.Count - 1) return (_last = at) + 1;
        }
        at = _starts.BinarySearch(offset);
        if (at < 0) at = ~at - 1;
        _last = at;
        return at + 1;
    }
}
