using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Compares two states of a file but for lines and what only nodes tell. The solver never looks at either: where all else is equal, it
/// does the same steps for both.
/// </summary>
internal static class MovedFacts
{
    /// <returns>False where more differs.</returns>
    public static bool Find(FileFacts before, FileFacts after, FileMove move)
    {
        FileUnit old = new(before.Path, before.Body), now = new(after.Path, after.Body);
        if (!HasSameShape(old, now) || !AreSameNames(old, now) || !AreSameDefs(old, now, move) || !AreSameImports(old, now, move)
            || !AreSameOps(old.Ops, now.Ops, move) || !AreSameSources(old.Source.Span, now.Source.Span, move)) return false;
        ProgramLinker.AddNodes(now, move.Nodes, new int[now.DefCount]);
        // Of an instruction without a line.
        move.AddLine(0, 0);
        return true;
    }

    private static bool HasSameShape(FileUnit a, FileUnit b) => a.Path == b.Path && a.SlotCount == b.SlotCount && a.DefCount == b.DefCount
        && a.ImportCount == b.ImportCount && a.AllCount == b.AllCount && a.StringCount == b.StringCount
        && a.ParamBytes.SequenceEqual(b.ParamBytes) && a.RefBytes.SequenceEqual(b.RefBytes) && a.ExportBytes.SequenceEqual(b.ExportBytes)
        && a.All.SequenceEqual(b.All);

    private static bool AreSameNames(FileUnit a, FileUnit b)
    {
        for (int i = 0; i < a.StringCount; i++)
            if (!a.String(i).SequenceEqual(b.String(i))) return false;
        return true;
    }

    private static bool AreSameDefs(FileUnit a, FileUnit b, FileMove move)
    {
        for (int d = 0; d < a.DefCount; d++)
        {
            var old = a.Defs[d];
            var now = b.Defs[d];
            // No edge has the line of the module's own.
            if (d > 0) move.AddLine(old.LineStart, now.LineStart);
            if (old.QualifiedName < 0 != now.QualifiedName < 0
                || (old.QualifiedName >= 0 && !a.TextBytes(old.QualifiedName).SequenceEqual(b.TextBytes(now.QualifiedName)))) return false;
            (now.LineStart, now.LineEnd, now.Complexity) = (old.LineStart, old.LineEnd, old.Complexity);
            (now.QualifiedName, now.Docstring, now.Signature) = (old.QualifiedName, old.Docstring, old.Signature);
            if (!FileUnit.BytesOf(ref old).SequenceEqual(FileUnit.BytesOf(ref now))) return false;
        }
        return true;
    }

    private static bool AreSameImports(FileUnit a, FileUnit b, FileMove move)
    {
        for (int i = 0; i < a.ImportCount; i++)
        {
            var old = a.Imports[i];
            var now = b.Imports[i];
            move.AddLine(old.Line, now.Line);
            now.Line = old.Line;
            if (!FileUnit.BytesOf(ref old).SequenceEqual(FileUnit.BytesOf(ref now))) return false;
        }
        return true;
    }

    /// <summary>What small files run, but for empty lines.</summary>
    private static bool AreSameSources(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, FileMove move)
    {
        if (a.IsEmpty != b.IsEmpty) return false;
        int from = 0, to = 0;
        while (true)
        {
            bool isMore = NextLine(ref a, ref from, out var old);
            if (NextLine(ref b, ref to, out var now) != isMore || !old.SequenceEqual(now)) return false;
            if (!isMore) return true;
            move.AddLine(from, to);
        }
    }

    /// <summary>The next line that is not empty.</summary>
    private static bool NextLine(ref ReadOnlySpan<byte> text, ref int number, out ReadOnlySpan<byte> line)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            line = (end < 0 ? text : text[..end]).TrimEnd(" \t\r"u8);
            text = end < 0 ? default : text[(end + 1)..];
            number++;
            if (!line.IsEmpty) return true;
        }
        line = default;
        return false;
    }

    private static bool AreSameOps(ReadOnlySpan<int> a, ReadOnlySpan<int> b, FileMove move)
    {
        if (a.Length != b.Length) return false;
        for (int op = 0; op < a.Length;)
        {
            if (a[op] != b[op]) return false;
            int length = a[op] >> 8, line = OpLine.IndexIn((OpCode)(a[op] & 0xFF));
            if (length <= line || length > a.Length - op) return false;
            ReadOnlySpan<int> old = a.Slice(op, length), now = b.Slice(op, length);
            op += length;
            if (line > 0)
            {
                move.AddLine(old[line], now[line]);
                if (!old[..line].SequenceEqual(now[..line])) return false;
            }
            if (!old[(line + 1)..].SequenceEqual(now[(line + 1)..])) return false;
        }
        return true;
    }
}
