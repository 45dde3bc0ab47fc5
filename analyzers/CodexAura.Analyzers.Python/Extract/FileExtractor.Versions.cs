using System.Buffers.Text;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Conditions on the version of Python, where all versions that are maintained give the same answer: what is written for Python 2 never runs.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Minor versions of Python 3 from the oldest that is maintained (3.10 was until October 2026, PEP 619) to one that is not out yet.</summary>
    private const int OldestMinor = 11, NewestMinor = 30;

    /// <summary>The outcome of a comparison with sys.version_info, or null where it hangs on the version or is something else.</summary>
    private bool? VersionComparison(int node)
    {
        int left = FirstNamed(node), op = left < 0 ? -1 : _e[left].Next;
        if (op < 0 || op >= _e[node].Next) return null;
        int right = _e[op].Next;
        if (right >= _e[node].Next || _e[right].Next != _e[node].Next) return null;
        // How many parts of the version are compared: 0 is a number, its first part.
        if (Version(left) is not { } parts || Numbers(right, parts == 0) is not { Length: > 0 } wanted) return null;
        bool? atOldest = Compare(Kind(op), [3, OldestMinor, 0, 0, 0], wanted, parts), atNewest = Compare(Kind(op), [3, NewestMinor, 0, 0, 0], wanted, parts);
        // Equal to a version between the two: no version but that one.
        bool isBetween = Kind(op) is PyKind.Equal or PyKind.NotEqual && wanted.Length > 1;
        return atOldest == atNewest && !isBetween ? atOldest : null;
    }

    private static bool? Compare(PyKind op, int[] version, int[] wanted, int parts)
    {
        var own = version.AsSpan(0, parts == 0 ? 1 : parts);
        int order = own.SequenceCompareTo(wanted);
        return op switch
        {
            PyKind.Less => order < 0,
            PyKind.LessEqual => order <= 0,
            PyKind.Greater => order > 0,
            PyKind.GreaterEqual => order >= 0,
            PyKind.Equal => order == 0,
            PyKind.NotEqual => order != 0,
            _ => null,
        };
    }

    /// <summary>sys.version_info: 5 parts; its slice [:2]: 2; its [0] or .major: 0, for a number. Null for everything else.</summary>
    private int? Version(int node)
    {
        switch (Kind(node))
        {
            case PyKind.Attribute:
                if (Child(node, G.AttributeName) is not (>= 0 and var attribute) || Child(node, G.Object) is not (>= 0 and var of)) return null;
                if (Text(attribute).SequenceEqual("major"u8)) return Version(of) == 5 ? 0 : null;
                return Text(attribute).SequenceEqual("version_info"u8) && Kind(of) == PyKind.Identifier && Text(of).SequenceEqual("sys"u8) ? 5 : null;
            case PyKind.Identifier:
                return Text(node).SequenceEqual("version_info"u8) && ImportsVersion(Name(node)) ? 5 : null;
            case PyKind.Subscript:
                if (Child(node, G.Value) is not (>= 0 and var value) || Version(value) != 5 || Child(node, G.SubscriptField) is not (>= 0 and var index)) return null;
                var text = Text(index);
                if (text.SequenceEqual("0"u8)) return 0;
                return text is [(byte)':', >= (byte)'1' and <= (byte)'5'] ? text[1] - '0' : text.SequenceEqual("0:2"u8) ? 2 : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the name is sys.version_info: other modules have one of their own.</summary>
    private bool ImportsVersion(int name)
    {
        bool found = false;
        foreach (var import in _facts.Imports)
            if (import.As == name && !(found = import.Name == name && import.Module >= 0 && _facts.Strings[import.Module].SequenceEqual("sys"u8))) return false;
        return found;
    }

    /// <summary>A number, or the numbers of a tuple; null for what is something else.</summary>
    private int[]? Numbers(int node, bool single)
    {
        if (Kind(node) == PyKind.Integer) return single && Utf8Parser.TryParse(Text(node), out int number, out int read) && read == Text(node).Length ? [number] : null;
        if (single || Kind(node) != PyKind.Tuple) return null;
        var numbers = new List<int>();
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            if (Kind(c) != PyKind.Integer || !Utf8Parser.TryParse(Text(c), out int part, out int length) || length != Text(c).Length) return null;
            numbers.Add(part);
        }
        return [.. numbers];
    }
}
