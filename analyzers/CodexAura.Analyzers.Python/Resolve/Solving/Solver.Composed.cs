using System.Globalization;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Texts that are put together: f"get_{key}" where the keys are known. Where a part is not known, or may hold more than is known, the texts before it
/// stay known as the start of a name, those after it as its end.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Texts that one place makes; where there are more, they are no names that someone wrote down. It also ends what adds to itself in a loop.</summary>
    private const int MaxComposedTexts = 24;

    /// <summary>From so many on, starts and ends that are known are given up for what is written down.</summary>
    private const int MaxPatterns = 8;

    /// <param name="Result">The slot that the texts go to.</param>
    /// <param name="Texts">By part: what is written down; null for what a slot holds.</param>
    /// <param name="Slots">By part: the slot, where nothing is written down.</param>
    /// <param name="Open">By part: whether it holds something that is not known.</param>
    private sealed record Composition(int Result, string?[] Texts, int[] Slots, bool[] Open)
    {
        public int Made { get; set; }

        /// <summary>What is known of its start and its end is all that ever will be: both parts hold something of which nothing is known.</summary>
        public bool IsSettled { get; set; }
    }

    private readonly List<Composition> _compositions = [];

    /// <summary>The slots that they go to.</summary>
    private readonly HashSet<int> _composed = [];

    private void LoadComposed(int op, int activation, int file, ReadOnlySpan<int> w)
    {
        var refs = _program.Units[file].Refs;
        int count = w.Length - 2;
        var composition = new Composition(Map(activation, w[1]), new string?[count], new int[count], new bool[count]);
        for (int i = 0; i < count; i++)
        {
            int part = w[i + 2];
            if (Slots.IsRef(part) && (RefKind)refs[~part].Kind == RefKind.String) composition.Texts[i] = _program.NameText(_program.Name(file, refs[~part].Value));
            else composition.Slots[i] = Map(activation, part);
        }
        Compose(composition, op, activation);
    }

    private void Compose(Composition composition, int op, int activation)
    {
        _compositions.Add(composition);
        _composed.Add(composition.Result);
        int at = _compositions.Count - 1;
        // What is put into a single place may be more than is known of it, as any caller of a library's may say.
        if (composition.Texts.Count(text => text is null) == 1) OpenPart(composition, Array.FindIndex(composition.Texts, text => text is null));
        if (_told.Count > 0 && Array.TrueForAll(composition.Slots, slot => slot == 0 || _told.Contains(slot))) _told.Add(composition.Result);
        for (int i = 0; i < composition.Slots.Length; i++)
            if (composition.Texts[i] is null) Follow(composition.Slots[i], new Follower(FollowKind.Compose, composition.Result, at, op, activation, i));
    }

    /// <summary>"get_{}_{key}".format(…), where values are put in as they are.</summary>
    /// <returns>False where it is none of these.</returns>
    private bool ComposeFormat(string format, CallSite site, int op, int activation, int result)
    {
        var texts = new List<string?>();
        var slots = new List<int>();
        int next = 0;
        while (format.Length > 0)
        {
            int open = format.IndexOf('{', StringComparison.Ordinal), close = open < 0 ? -1 : format.IndexOf('}', open);
            string before = open < 0 ? format : format[..open];
            if ((open >= 0 && close < 0) || !NameText.IsPart(System.Text.Encoding.UTF8.GetBytes(before))) return false;
            if (before.Length > 0) Part(before, 0);
            if (open < 0) break;
            string field = format[(open + 1)..close];
            int position = field.Length == 0 ? next++ : int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
            if (ArgumentNamed(site, activation, position, field) is not (>= 0 and var slot)) return false;
            Part(null, slot);
            format = format[(close + 1)..];
        }
        if (!texts.Exists(text => text is null)) return false;
        Compose(new Composition(result, [.. texts], [.. slots], new bool[texts.Count]), op, activation);
        return true;

        void Part(string? text, int slot)
        {
            texts.Add(text);
            slots.Add(slot);
        }
    }

    private string TextOf(int obj) => _objects[obj] is { Kind: ObjectKind.String, A: var name } ? _program.NameText(name) : _objects[obj].A.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part got a value: all texts with it, and with what the other parts hold so far.</summary>
    private void AddToComposed(Composition composition, int part, int obj)
    {
        if (_objects[obj].Kind is not (ObjectKind.String or ObjectKind.Integer)) composition.Open[part] = !_told.Contains(composition.Slots[part]);
        else if (composition.Made < MaxComposedTexts) foreach (string name in Joined(composition, 0, composition.Slots.Length, part, TextOf(obj))) AddText(composition, name);
        AddPatterns(composition);
    }

    private void OpenPart(Composition composition, int part)
    {
        if (composition.Open[part] || _told.Contains(composition.Slots[part])) return;
        composition.Open[part] = true;
        AddPatterns(composition);
    }

    /// <summary>Some part may be anything: what stands before the first such part is the start of the text, what stands after the last one its end.</summary>
    private void AddPatterns(Composition composition)
    {
        if (composition.IsSettled) return;
        int first = Array.IndexOf(composition.Open, true), last = Array.LastIndexOf(composition.Open, true);
        if (first < 0) return;
        bool isSettled = !Array.Exists(composition.Texts[..first], text => text is null) && !Array.Exists(composition.Texts[(last + 1)..], text => text is null);
        List<string> starts = Sides(Joined(composition, 0, first), Known(composition.Slots[first], isStart: true, first == last, ref isSettled), (known, next) => known + next);
        List<string> ends = Sides(Joined(composition, last + 1, composition.Slots.Length), Known(composition.Slots[last], isStart: false, first == last, ref isSettled), (known, next) => next + known);
        composition.IsSettled = isSettled;
        if (starts.Count * ends.Count > MaxPatterns)
        {
            if (AddWritten(composition)) return;
            // The side of which fewer are known stays.
            if (starts.Count > ends.Count) starts = [""];
            else ends = [""];
            if (starts.Count * ends.Count > MaxPatterns) (starts, ends) = ([""], [""]);
        }
        foreach (string start in starts)
            foreach (string end in ends) _slots.Add(composition.Result, Pattern(start, end));
    }

    /// <summary>What is written down at both sides, where something is, in place of too much that is known.</summary>
    private bool AddWritten(Composition composition)
    {
        var (start, end) = (composition.Texts[0] ?? "", composition.Texts[^1] ?? "");
        if (start.Length + end.Length == 0) return false;
        _slots.Add(composition.Result, Pattern(start, end));
        return true;
    }

    private static List<string> Sides(List<string> known, List<string> next, Func<string, string, string> join) =>
        [.. known.SelectMany(side => next, join).Where(joined => joined.Length <= MaxChanged).Take(MaxComposedTexts)];

    /// <summary>What is known of the start, or the end, of what an open part holds: of a text with an unknown middle that, of any other value nothing.</summary>
    /// <param name="slot">What it holds.</param>
    /// <param name="isStart">The start, not the end.</param>
    /// <param name="isOnly">No other part is open: with the texts that it holds too, all is known.</param>
    /// <param name="isSettled">Stays as it is where it holds something of which nothing is known, which no other value changes.</param>
    private List<string> Known(int slot, bool isStart, bool isOnly, ref bool isSettled)
    {
        var found = new List<string>();
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int obj = _slots.ObjectAt(slot, i);
            bool isText = _objects[obj].Kind is ObjectKind.String or ObjectKind.Integer;
            if (isText && isOnly) continue;
            string side = isText ? TextOf(obj) : _objects[obj].Kind != ObjectKind.StringPrefix ? "" : isStart ? PatternOf(obj).Start : PatternOf(obj).End;
            if (side.Length == 0) return [""];
            if (!found.Contains(side)) found.Add(side);
        }
        isSettled = false;
        return found.Count == 0 ? [""] : found;
    }

    /// <summary>A text of which the start and the end are known, or one of them.</summary>
    private int Pattern(string start, string end) => start.Length + end.Length == 0 ? BuiltinInstance(_known["str"])
        : _objects.Get(ObjectKind.StringPrefix, _program.Name(start), end.Length == 0 ? 0 : _program.Name(end) + 1);

    private (string Start, string End) PatternOf(int text) =>
        (_program.NameText(_objects[text].A), _objects[text] is { Kind: ObjectKind.StringPrefix, B: > 0 and var end } ? _program.NameText(end - 1) : "");

    /// <summary>Parts to which nothing came may be anything as well.</summary>
    private void SettleComposed()
    {
        SettleJoins();
        for (int c = 0; c < _compositions.Count; c++)
            for (int part = 0; part < _compositions[c].Slots.Length; part++)
                if (_compositions[c].Texts[part] is null && _slots.ObjectCount(_compositions[c].Slots[part]) == 0) OpenPart(_compositions[c], part);
        // Too long for a name, or empty: a text all the same. What is put together of None alone is not reached.
        foreach (var composition in _compositions)
            if (_slots.ObjectCount(composition.Result) == 0 && !_told.Contains(composition.Result)) _slots.Add(composition.Result, BuiltinInstance(_known["str"]));
    }

    private void AddText(Composition composition, string text)
    {
        if (text.Length == 0 || composition.Made == MaxComposedTexts) return;
        // Before there are so many that a slot no longer tells texts apart.
        if (composition.Made++ == MaxPatterns) AddWritten(composition);
        _slots.Add(composition.Result, _objects.Get(ObjectKind.String, _program.Name(text)));
    }

    /// <summary>What some of the parts make together, of what they hold so far.</summary>
    /// <param name="composition">The text.</param>
    /// <param name="from">The first of these parts.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="known">A part that holds <paramref name="text"/> here and nothing else; -1 for none.</param>
    /// <param name="text">That text.</param>
    private List<string> Joined(Composition composition, int from, int to, int known = -1, string text = "")
    {
        List<string> made = [""];
        for (int i = from; i < to && made.Count > 0; i++)
        {
            List<string> texts = i == known ? [text] : composition.Texts[i] is { } written ? [written] : TextsIn(composition.Slots[i]);
            made = [.. made.SelectMany(start => texts, (start, next) => start + next).Where(joined => joined.Length <= MaxChanged).Take(MaxComposedTexts)];
        }
        return made;
    }

    private List<string> TextsIn(int slot)
    {
        var found = new List<string>();
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_slots.ObjectAt(slot, i) is var obj && _objects[obj].Kind is ObjectKind.String or ObjectKind.Integer) found.Add(TextOf(obj));
        return found;
    }
}
