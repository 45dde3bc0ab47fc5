using System.Globalization;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Texts that are put together: f"get_{key}" where the keys are known. What is only the start of a name stays that as well, for one of the parts
/// may hold more than is known.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Texts that one place makes; where there are more, they are no names that someone wrote down. It also ends what adds to itself in a loop.</summary>
    private const int MaxComposedTexts = 24;

    /// <param name="Texts">By part: what is written down; null for what a slot holds.</param>
    /// <param name="Slots">By part: the slot, where nothing is written down.</param>
    private sealed record Composition(string?[] Texts, int[] Slots)
    {
        public int Made { get; set; }
    }

    private readonly List<Composition> _compositions = [];

    private void LoadComposed(int op, int activation, int file, ReadOnlySpan<int> w)
    {
        var refs = _program.Units[file].Refs;
        var composition = new Composition(new string?[w.Length - 2], new int[w.Length - 2]);
        for (int i = 0; i < composition.Slots.Length; i++)
        {
            int part = w[i + 2];
            if (Slots.IsRef(part) && (RefKind)refs[~part].Kind == RefKind.String) composition.Texts[i] = _program.NameText(_program.Name(file, refs[~part].Value));
            else composition.Slots[i] = Map(activation, part);
        }
        _compositions.Add(composition);
        int at = _compositions.Count - 1, result = Map(activation, w[1]);
        for (int i = 0; i < composition.Slots.Length; i++)
            if (composition.Texts[i] is null) Follow(composition.Slots[i], new Follower(FollowKind.Compose, result, at, op, activation, i));
    }

    private string TextOf(int obj) => _objects[obj] is { Kind: ObjectKind.String, A: var name } ? _program.NameText(name) : _objects[obj].A.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part got a value: all texts with it, and with what the other parts hold so far.</summary>
    private void AddComposed(Composition composition, int part, string text, int result)
    {
        var made = new List<string> { "" };
        for (int i = 0; i < composition.Slots.Length && made.Count > 0; i++)
        {
            List<string> texts = i == part ? [text] : composition.Texts[i] is { } written ? [written] : TextsIn(composition.Slots[i]);
            made = [.. made.SelectMany(start => texts, (start, end) => start + end).Where(joined => joined.Length <= MaxChanged).Take(MaxComposedTexts)];
        }
        foreach (string name in made)
        {
            if (composition.Made == MaxComposedTexts) return;
            composition.Made++;
            _slots.Add(result, _objects.Get(ObjectKind.String, _program.Name(name)));
        }
    }

    private List<string> TextsIn(int slot)
    {
        var found = new List<string>();
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_slots.ObjectAt(slot, i) is var obj && _objects[obj].Kind is ObjectKind.String or ObjectKind.Integer) found.Add(TextOf(obj));
        return found;
    }
}
