using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Texts that are taken apart and put together again: parts = path.split("."); module = import_module(".".join(parts[:-1])). Lists of parts that a split
/// made are followed as wholes through slices, pop and join.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>More texts than this that one place takes apart are any text.</summary>
    private const int MaxTakenApart = 24;

    /// <param name="Separator">The text that joins the parts; -1 where they are sliced.</param>
    /// <param name="Result">The slot that gets the text, or the list that gets the slice.</param>
    private readonly record struct PartsUse(int Separator, int Result, int From, int To);

    /// <summary>What a list that a split made may consist of, and who uses it as a whole.</summary>
    private sealed class TextParts
    {
        private readonly List<string[]> _known = [];
        private readonly List<PartsUse> _uses = [];
        private bool _lacksFirst, _lacksLast;

        public void Add(Solver solver, string[] parts)
        {
            if (_known.Count >= MaxTakenApart || _known.Exists(k => k.AsSpan().SequenceEqual(parts))) return;
            _known.Add(parts);
            for (int i = 0; i < _uses.Count; i++) solver.UseParts(_uses[i], Left(parts));
        }

        public void Add(Solver solver, in PartsUse use)
        {
            if (_uses.Contains(use)) return;
            _uses.Add(use);
            for (int i = 0; i < _known.Count; i++) solver.UseParts(use, Left(_known[i]));
        }

        /// <summary>pop took out the first or the last part, at some time.</summary>
        public void TakeOut(Solver solver, bool isFirst)
        {
            if (isFirst ? _lacksFirst : _lacksLast) return;
            (_lacksFirst, _lacksLast) = (_lacksFirst || isFirst, _lacksLast || !isFirst);
            foreach (var use in _uses.ToArray())
                foreach (string[] parts in _known.ToArray()) solver.UseParts(use, Left(parts));
        }

        private string[] Left(string[] parts) => parts[Math.Min(_lacksFirst ? 1 : 0, parts.Length)..Math.Max(_lacksLast ? parts.Length - 1 : parts.Length, Math.Min(_lacksFirst ? 1 : 0, parts.Length))];
    }

    /// <summary>By the list.</summary>
    private readonly Dictionary<int, TextParts> _textParts = [];

    /// <param name="isFollowed">Whether it is a list, and used as one: a tuple is unpacked.</param>
    private void AddPartsTo(int list, string[] parts, bool isFollowed)
    {
        for (int i = 0; i < parts.Length; i++)
            _slots.Add(ObjectField(list, _known.KeyField(false, i)), _objects.Get(ObjectKind.String, _program.Name(parts[i])));
        if (isFollowed) PartsOf(list).Add(this, parts);
    }

    private TextParts PartsOf(int list)
    {
        if (!_textParts.TryGetValue(list, out var parts)) _textParts.Add(list, parts = new TextParts());
        return parts;
    }

    /// <summary>Whether a text is what names are joined with.</summary>
    private bool IsJoint(int text) => _objects[text] is { Kind: ObjectKind.String, A: var name } && _program.NameBytes(name) is [(byte)'.'] or [(byte)'_'] or [];

    private void UseParts(in PartsUse use, string[] parts)
    {
        if (use.Separator < 0)
        {
            AddPartsTo(use.Result, parts[Bound(use.From, 0, parts.Length)..Math.Max(Bound(use.From, 0, parts.Length), Bound(use.To, parts.Length, parts.Length))], isFollowed: true);
            return;
        }
        string joined = string.Join(_program.NameText(_objects[use.Separator].A), parts);
        if (joined.Length is > 0 and <= MaxChanged) _slots.Add(use.Result, _objects.Get(ObjectKind.String, _program.Name(joined)));
    }

    /// <summary>The place in a list that a bound of a slice means (the language reference, 6.3.3).</summary>
    private static int Bound(int bound, int missing, int length) => bound == Slots.None ? missing : Math.Clamp(bound < 0 ? bound + length : bound, 0, length);

    /// <summary>list.pop(), and pop of the first or the last part.</summary>
    private void TakeOut(TextParts parts, CallSite site, int activation)
    {
        if (site.Count == 0) parts.TakeOut(this, isFirst: false);
        else if (Written(site, activation, 0, "i") is >= 0 and var obj && _objects[obj] is { Kind: ObjectKind.Integer, A: (0 or -1) and var index }) parts.TakeOut(this, isFirst: index == 0);
    }

    /// <summary>A slice with bounds that are written down, of parts of a text.</summary>
    private bool SliceText(int op, int activation, int container, int part)
    {
        var w = OpAt(op, activation);
        if (w.Length < 7 || !_textParts.TryGetValue(container, out var parts)) return false;
        _ = PartsOf(part);
        parts.Add(this, new PartsUse(-1, part, w[5], w[6]));
        return true;
    }
}
