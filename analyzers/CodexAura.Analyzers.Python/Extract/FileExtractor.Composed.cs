using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Texts that are put together of what is written down and what variables hold, where they may be names: f"visit_{kind}", "%s_%s" % (a, b), name + "_id".</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>A text of more parts is no name.</summary>
    private const int MaxParts = 6;

    /// <summary>Slots of texts that were put together; what is added to one of them is put together as well.</summary>
    private readonly HashSet<int> _composed = [];

    private int TextRef(ReadOnlySpan<byte> text) => _facts.Ref(RefKind.String, _facts.Strings.Intern(text));

    /// <summary>Whether a slot is a text that is written down and may be part of a name.</summary>
    private bool IsNameText(int slot) => Slots.IsRef(slot) && _facts.RefAt(slot) is { Kind: (int)RefKind.String } text && NameText.IsPart(_facts.Strings[text.Value]);

    /// <summary>Whether a part is neither written down nor a builtin value, so that something may still come to it.</summary>
    private bool IsOpenPart(int slot) => slot != Unknown && slot != Slots.None && !IsPlain(slot);

    /// <summary>A text of parts; <paramref name="start"/>, what is known of it without them, where they are no parts of a name.</summary>
    private int Compose(int start, List<int> parts)
    {
        if (parts.Count is < 2 or > MaxParts || !parts.Exists(IsOpenPart)) return start;
        int result = NewSlot();
        ComposeInto(result, parts);
        return result;
    }

    private void ComposeInto(int result, List<int> parts)
    {
        if (parts.Count > MaxParts || !parts.Exists(IsOpenPart)) return;
        int at = BeginOp(OpCode.Compose);
        _ops.Add(result);
        _ops.AddRange(parts);
        EndOp(at);
        _composed.Add(result);
    }

    /// <summary>name + "_id", and what is added to a text that was put together. A text on the left was seen before.</summary>
    private void ComposeSum(int result, int left, int right)
    {
        if (IsNameText(right) || _composed.Contains(left)) ComposeInto(result, [left, right]);
    }

    /// <summary>"get_%s" % name, "%s_%s" % (a, b): a text and what is put into it, where it is put in as it is.</summary>
    private void ComposeFormat(int result, int format, int values, bool isTuple)
    {
        if (!Slots.IsRef(format) || _facts.RefAt(format) is not { Kind: (int)RefKind.String } written) return;
        if ((isTuple ? KnownElements(values) : [values]) is not { } operands) return;
        var rest = _facts.Strings[written.Value];
        var parts = new List<int>();
        foreach (int operand in operands)
        {
            int at = rest.IndexOf((byte)'%');
            if (at < 0 || at + 1 == rest.Length || rest[at + 1] is not ((byte)'s' or (byte)'d') || !NameText.IsPart(rest[..at])) return;
            if (at > 0) parts.Add(TextRef(rest[..at]));
            parts.Add(operand);
            rest = rest[(at + 2)..];
        }
        if (!NameText.IsPart(rest)) return;
        if (rest.Length > 0) parts.Add(TextRef(rest));
        ComposeInto(result, parts);
    }
}
