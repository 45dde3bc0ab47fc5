namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>
/// The lines of an edge after the first one, as bytes: differences, each in LEB128 (seven bits a byte, the lowest first, the top
/// bit on all but the last). Calls repeat close by, so most take one byte.
/// </summary>
internal static class LineList
{
    /// <summary>Writes all lines but the first.</summary>
    /// <param name="lines">Ascending lines.</param>
    /// <param name="buffer">Where to write; five bytes a line are always enough.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<int> lines, Span<byte> buffer)
    {
        int at = 0;
        for (int i = 1; i < lines.Length; i++)
        {
            uint rest = (uint)lines[i] - (uint)lines[i - 1];
            for (; rest >= 0x80; rest >>= 7) buffer[at++] = (byte)(rest | 0x80);
            buffer[at++] = (byte)rest;
        }
        return at;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="firstLine">The first line, which stands elsewhere.</param>
    /// <param name="bytes">What was written.</param>
    /// <param name="lines">Emptied, then filled with all lines.</param>
    /// <exception cref="InvalidDataException">Nothing that <see cref="Write"/> writes.</exception>
    public static void Read(int firstLine, ReadOnlySpan<byte> bytes, List<int> lines)
    {
        lines.Clear();
        lines.Add(firstLine);
        uint line = (uint)firstLine, step = 0;
        int shift = 0;
        foreach (byte b in bytes)
        {
            if (shift > 28) throw new InvalidDataException("A list of lines has a number of more than 32 bits.");
            step |= (uint)(b & 0x7f) << shift;
            shift += 7;
            if (b >= 0x80) continue;
            line += step;
            lines.Add((int)line);
            (step, shift) = (0, 0);
        }
        if (shift != 0) throw new InvalidDataException("A list of lines ends in the middle of a number.");
    }
}
