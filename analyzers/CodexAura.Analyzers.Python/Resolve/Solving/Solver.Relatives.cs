namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Classes that a program asks a class for: mro() and __subclasses__(), the way plugins are often found.</summary>
/// <remarks>
/// Not so __mro__ and __bases__: programs look through them for what somebody defined, and all that any class has anywhere comes to
/// the same place then. In SQLAlchemy four hundred calls are lost to that, and few found.
/// </remarks>
internal sealed partial class Solver
{
    private readonly Dictionary<(Native Which, int Class), List<int>> _relatives = [];

    /// <summary>Puts the classes into a slot, and those that are known later when they are.</summary>
    private void AskForRelatives(Native which, int def, int result)
    {
        if (!_relatives.TryGetValue((which, def), out var asked)) _relatives.Add((which, def), asked = []);
        if (asked.Contains(result)) return;
        asked.Add(result);
        IEnumerable<int> known = which == Native.Mro ? _classes.Mro(def) : _classes[def].Subclasses.Where(c => !_program.IsModelDef(c));
        foreach (int c in known) _slots.Add(result, _objects.Get(ObjectKind.Class, c));
    }

    /// <summary>A class has got a base.</summary>
    private void TellRelatives(int def, int @base)
    {
        if (_relatives.Count == 0) return;
        Tell(Native.Subclasses, @base, [def]);
        foreach (int below in _classes.Below(def).Prepend(def)) Tell(Native.Mro, below, _classes.Mro(@base));
    }

    private void Tell(Native which, int def, ReadOnlySpan<int> classes)
    {
        if (!_relatives.TryGetValue((which, def), out var asked)) return;
        foreach (int result in asked)
            foreach (int c in classes) _slots.Add(result, _objects.Get(ObjectKind.Class, c));
    }
}
