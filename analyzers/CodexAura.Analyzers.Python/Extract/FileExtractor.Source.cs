namespace CodexAura.Analyzers.Python.Extract;

/// <summary>The text of a small file as it is run. What no run depends on is left out, so that an edit of it is no change of the facts.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Without comments, and with prose made a string of which nothing is known. Lines stay where they are.</summary>
    private byte[] TextToRun(ReadOnlySpan<byte> source)
    {
        var kept = new List<byte>(source.Length);
        int from = 0;
        for (int i = 0; i < _table.Entries.Length; i++)
        {
            bool isProse = Kind(i) == PyKind.String && IsProse(i);
            if (!isProse && Kind(i) != PyKind.Comment) continue;
            kept.AddRange(source[from.._e[i].Start]);
            from = _e[i].End;
            if (isProse)
            {
                kept.AddRange("b\"\"\""u8);
                for (int line = source[_e[i].Start..from].Count((byte)'\n'); line > 0; line--) kept.Add((byte)'\n');
                kept.AddRange("\"\"\""u8);
                i = _e[i].Next - 1;
            }
            else
                while (kept.Count > 0 && kept[^1] is (byte)' ' or (byte)'\t') kept.RemoveAt(kept.Count - 1);
        }
        kept.AddRange(source[from..]);
        return [.. kept];
    }

    private bool IsProse(int text)
    {
        for (int i = text + 1; i < _e[text].Next; i++)
            if (Kind(i) is PyKind.Interpolation) return false;
        return _e[text].End - _e[text].Start > MaxConstant + 2;
    }
}
