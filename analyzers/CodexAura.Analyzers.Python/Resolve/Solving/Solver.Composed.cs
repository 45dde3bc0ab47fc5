using System.Globalization;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Texts that are put together: f"get_{key}" where the keys are known. Of a part that is not known, or may hold more than is known, the texts before it
/// stay known as the start of a name.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Texts that one place makes; where there are more, they are no names that someone wrote down. It also ends what adds to itself in a loop.</summary>
    private const int MaxComposedTexts = 24;

    /// <param name="Result">The slot that the texts go to.</param>
    /// <param name="Texts">By part: what is written down; null for what a slot holds.</param>
    /// <param name="Slots">By part: the slot, where nothing is written down.</param>
    /// <param name="Open">By part: whether it holds something that is not known.</param>
    private sealed record Composition(int Result, string?[] Texts, int[] Slots, bool[] Open)
    {
        public int Made { get; set; }
    }

    private readonly List<Composition> _compositions = [];

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
        int at = _compositions.Count - 1;
        for (int i = 0; i < composition.Slots.Length; i++)
            if (composition.Texts[i] is null) Follow(composition.Slots[i], new Follower(FollowKind.Compose, composition.Result, at, op, activation, i));
    }

    /// <summary>"get_{}_{key}".format(…), where values are put in as they are.</summary>
    private void ComposeFormat(string format, CallSite site, int op, int activation, int result)
    {
        var texts = new List<string?>();
        var slots = new List<int>();
        int next = 0;
        while (format.Length > 0)
        {
            int open = format.IndexOf('{', StringComparison.Ordinal), close = open < 0 ? -1 : format.IndexOf('}', open);
            string before = open < 0 ? format : format[..open];
            if ((open >= 0 && close < 0) || !NameText.IsPart(System.Text.Encoding.UTF8.GetBytes(before))) return;
            if (before.Length > 0) Part(before, 0);
            if (open < 0) break;
            string field = format[(open + 1)..close];
            int position = field.Length == 0 ? next++ : int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
            if (ArgumentNamed(site, activation, position, field) is not (>= 0 and var slot)) return;
            Part(null, slot);
            format = format[(close + 1)..];
        }
        if (texts.Exists(text => text is null)) Compose(new Composition(result, [.. texts], [.. slots], new bool[texts.Count]), op, activation);

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
        if (_objects[obj].Kind is not (ObjectKind.String or ObjectKind.Integer))
        {
            OpenPart(composition, part);
            return;
        }
        string text = TextOf(obj);
        foreach (string name in Joined(composition, composition.Slots.Length, part, text)) Add(composition, ObjectKind.String, name);
        for (int open = part + 1; open < composition.Open.Length; open++)
            if (composition.Open[open])
                foreach (string start in Joined(composition, open, part, text)) Add(composition, ObjectKind.StringPrefix, start);
    }

    /// <summary>A part may be anything: what stands before it is the start of the text.</summary>
    private void OpenPart(Composition composition, int part)
    {
        if (composition.Open[part]) return;
        composition.Open[part] = true;
        foreach (string start in Joined(composition, part, -1, "")) Add(composition, ObjectKind.StringPrefix, start);
    }

    private void SettleComposed()
    {
        for (int c = 0; c < _compositions.Count; c++)
            for (int part = 0; part < _compositions[c].Slots.Length; part++)
                if (_compositions[c].Texts[part] is null && _slots.ObjectCount(_compositions[c].Slots[part]) == 0) OpenPart(_compositions[c], part);
    }

    private void Add(Composition composition, ObjectKind kind, string text)
    {
        if (text.Length == 0 || composition.Made == MaxComposedTexts) return;
        composition.Made++;
        _slots.Add(composition.Result, _objects.Get(kind, _program.Name(text)));
    }

    /// <summary>What the parts before one make together, if one of them holds a text and the others what they hold so far.</summary>
    private List<string> Joined(Composition composition, int end, int part, string text)
    {
        List<string> made = [""];
        for (int i = 0; i < end && made.Count > 0; i++)
        {
            List<string> texts = i == part ? [text] : composition.Texts[i] is { } written ? [written] : TextsIn(composition.Slots[i]);
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
