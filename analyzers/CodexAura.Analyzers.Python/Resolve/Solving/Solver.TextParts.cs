using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Texts that are taken apart and put together again: parts = path.split("."); module = import_module(".".join(parts[:-1])). Lists of parts that a split
/// made are followed as wholes through slices, pop and join; whatever else is done to one makes it any list.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>More texts than this that one place takes apart are any text.</summary>
    private const int MaxTakenApart = 24;

    /// <summary>Slices of slices are followed this deep.</summary>
    private const int MaxSliced = 8;

    private readonly record struct PartsSlice(int List, int From, int To);

    /// <summary>What a list that a split made may consist of, and who uses it as a whole.</summary>
    private sealed class TextParts
    {
        public List<string[]> Known { get; } = [];
        public List<PartsSlice> Slices { get; } = [];

        /// <summary>The texts that join it, and the slots of what that gives.</summary>
        public HashSet<(int Separator, int Result)> Joins { get; } = [];

        /// <summary>The lists that this is a slice of: one place may slice those of several callers.</summary>
        public HashSet<TextParts> Of { get; } = [];

        /// <summary>pop took out the first part, or the last, at some time before the list is used as a whole.</summary>
        public bool LacksFirst { get; set; }
        public bool LacksLast { get; set; }

        /// <summary>The call of pop that did.</summary>
        public (int Op, int Activation)? PoppedAt { get; set; }

        public bool IsChanged { get; set; }

        /// <summary>
        /// Whether nothing else was done to this list, nor anything to those that it is a slice of; a slice of itself, as a loop makes it, is any list. One
        /// of which no parts are known, as all that are declared to be list[str] are one, gives nothing.
        /// </summary>
        public bool IsSure(int depth = 0) =>
            !IsChanged && depth < MaxSliced && Of.All(list => list.Known.Count == 0 || (!list.LacksFirst && !list.LacksLast && list.IsSure(depth + 1)));
    }

    /// <summary>By the list, in the order in which they came.</summary>
    private readonly Dictionary<int, TextParts> _textParts = [];

    /// <param name="list">The list, or the tuple that partition gives.</param>
    /// <param name="parts">What it consists of.</param>
    /// <param name="isFollowed">Whether it is a list, and used as one: a tuple is unpacked.</param>
    private void AddPartsTo(int list, string[] parts, bool isFollowed)
    {
        for (int i = 0; i < parts.Length; i++)
            _slots.Add(ObjectField(list, _known.KeyField(false, i)), _objects.Get(ObjectKind.String, _program.Name(parts[i])));
        if (!isFollowed) return;
        var followed = PartsOf(list);
        if (followed.Known.Count >= MaxTakenApart || followed.Known.Exists(k => k.AsSpan().SequenceEqual(parts))) return;
        followed.Known.Add(parts);
        for (int i = 0; i < followed.Slices.Count; i++) AddSlice(followed.Slices[i], parts);
    }

    private TextParts PartsOf(int list)
    {
        if (!_textParts.TryGetValue(list, out var parts)) _textParts.Add(list, parts = new TextParts());
        return parts;
    }

    /// <summary>Whether a text is what names are joined with.</summary>
    private bool IsJoint(int text) => _objects[text] is { Kind: ObjectKind.String, A: var name } && _program.NameBytes(name) is [(byte)'.'] or [(byte)'_'] or [];

    private void AddSlice(in PartsSlice slice, string[] parts)
    {
        int from = Bound(slice.From, 0, parts.Length);
        AddPartsTo(slice.List, parts[from..Math.Max(from, Bound(slice.To, parts.Length, parts.Length))], isFollowed: true);
    }

    /// <summary>The place in a list that a bound of a slice means (the language reference, 6.3.3).</summary>
    private static int Bound(int bound, int missing, int length) => bound == Slots.None ? missing : Math.Clamp(bound < 0 ? bound + length : bound, 0, length);

    /// <summary>list.pop(), and pop of the first or the last part; of another part, or a second time, it is any change.</summary>
    private void TakeOut(TextParts parts, CallSite site, int op, int activation)
    {
        int index = site.Count == 0 ? -1 : Written(site, activation, 0, "i") is >= 0 and var obj && _objects[obj] is { Kind: ObjectKind.Integer, A: (0 or -1) and var at } ? at : 1;
        bool isSecond = parts.PoppedAt is var (first, run) && (first, run) != (op, activation);
        parts.PoppedAt = (op, activation);
        if (index > 0 || isSecond) parts.IsChanged = true;
        else if (index == 0) parts.LacksFirst = true;
        else parts.LacksLast = true;
    }

    /// <summary>A slice with bounds that are written down, of parts of a text.</summary>
    private bool SliceText(int op, int activation, int container, int part)
    {
        var w = OpAt(op, activation);
        if (w.Length < 7 || !_textParts.TryGetValue(container, out var parts)) return false;
        PartsOf(part).Of.Add(parts);
        var slice = new PartsSlice(part, w[5], w[6]);
        if (parts.Slices.Contains(slice)) return true;
        parts.Slices.Add(slice);
        for (int i = 0; i < parts.Known.Count; i++) AddSlice(slice, parts.Known[i]);
        return true;
    }

    private void Change(int list)
    {
        if (_textParts.TryGetValue(list, out var parts)) parts.IsChanged = true;
    }

    /// <summary>What joins give, once all is seen that is done to the lists.</summary>
    private void SettleJoins()
    {
        foreach (var parts in _textParts.Values.ToArray())
        {
            if (parts.Joins.Count == 0 || !parts.IsSure()) continue;
            foreach (string[] known in parts.Known)
            {
                int first = parts.LacksFirst ? Math.Min(1, known.Length) : 0, end = Math.Max(first, parts.LacksLast ? known.Length - 1 : known.Length);
                foreach (var (separator, result) in parts.Joins)
                {
                    string joined = string.Join(_program.NameText(_objects[separator].A), known[first..end]);
                    if (joined.Length is > 0 and <= MaxChanged) _slots.Add(result, _objects.Get(ObjectKind.String, _program.Name(joined)));
                }
            }
        }
    }
}
