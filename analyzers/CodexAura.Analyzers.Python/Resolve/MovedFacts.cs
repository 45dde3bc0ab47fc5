using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Trial;
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
            || !AreSameOps(old.Ops, now.Ops, move) || !MovedSource.Find(old.Source, now.Source, move)) return false;
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
