namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What explanations read off a solver that has run with a <see cref="Provenance"/>.</summary>
internal sealed partial class Solver
{
    public SlotStore Values => _slots;

    public ObjectTable Objects => _objects;

    /// <summary>The program's slot of an instruction's operand.</summary>
    public int SlotOf(int activation, int operand) => Map(activation, operand);

    public ReadOnlySpan<int> Instruction(int op, int activation) => OpAt(op, activation);

    /// <summary>The place in the program for which an instruction runs: itself, or the call that a model is run for.</summary>
    public (int Op, int File) SiteOf(int op, int activation)
    {
        while (_activations[activation].SiteOp >= 0) (op, activation) = (_activations[activation].SiteOp, _activations[activation].SiteActivation);
        return (op, _activations[activation].File);
    }

    public int FileOf(int activation) => _activations[activation].File;

    /// <summary>The statement of a class: instruction and activation; null when the class is never made.</summary>
    public (int Op, int Activation)? ClassStatement(int def) => _madeAt.TryGetValue(def, out var made) ? made : null;

    /// <summary>Module-level names and the slots they are seen through.</summary>
    public IEnumerable<(int File, int Name, int Slot)> ModuleNames => _exports.Select(e => ((int)(e.Key >> 32), (int)e.Key, e.Value));

    /// <summary>What single objects have: the elements of containers, and attributes of what is kept apart.</summary>
    public IEnumerable<(int Object, int Slot)> OwnSlots => _objectFields.All.Select(e => (e.A, e.Value));

    /// <summary>The instruction and activation that each object with a place of its own is made by; tuples of *args and dictionaries of **kwargs have a negative one.</summary>
    public IEnumerable<(int Object, int Op, int Activation)> Allocations => _allocationOf.All.Select(e => (e.Value, e.B, e.C));

    /// <summary>The class of an object, or -1.</summary>
    public int ClassBehind(int obj) => ClassOf(obj);

    /// <summary>Whether a class has an attribute of this name, in itself or in a base.</summary>
    public bool HasAttribute(int def, int name) => FindAttribute(def, name) >= 0;
}
