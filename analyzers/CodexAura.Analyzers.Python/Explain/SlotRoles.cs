using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;

namespace CodexAura.Analyzers.Python.Explain;

/// <summary>What a slot is to the program, where it is more than a local variable or the value of an expression.</summary>
internal enum SlotRole
{
    Local,

    /// <summary>Of function A; B is the parameter's number.</summary>
    Parameter,

    /// <summary>What function A returns.</summary>
    Return,

    /// <summary>What function A yields.</summary>
    Yield,

    /// <summary>What the declaration of function A or of its parameter says.</summary>
    Annotation,

    /// <summary>The name B of module A.</summary>
    ModuleName,

    /// <summary>The attribute B of class A.</summary>
    ClassAttribute,

    /// <summary>The attribute B of instances of class A.</summary>
    Field,

    /// <summary>Something that the object A has, mostly an element of a container.</summary>
    Item,
}

/// <summary>The roles of all slots of the program's own files.</summary>
internal sealed class SlotRoles
{
    private readonly Dictionary<int, (SlotRole Role, int A, int B)> _roles = [];
    private readonly Dictionary<int, (int Op, int Activation)> _madeAt = [];

    public SlotRoles(LinkedProgram linked)
    {
        var (program, solver) = (linked.Program, linked.Solver);
        foreach (var (obj, slot) in solver.OwnSlots) _roles[slot] = (SlotRole.Item, obj, 0);
        foreach (var (obj, op, activation) in solver.Allocations) _madeAt[obj] = (op, activation);
        foreach (var (file, name, slot) in solver.ModuleNames) _roles[slot] = (SlotRole.ModuleName, file, name);
        foreach (var info in solver.Classes.All)
        {
            SetAll(info.Attributes, SlotRole.ClassAttribute, info.Def);
            SetAll(info.Fields, SlotRole.Field, info.Def);
        }
        for (int f = program.ModelCount; f < program.Units.Length; f++)
        {
            var unit = program.Units[f];
            for (int d = 1; d < unit.DefCount; d++)
            {
                ref readonly var def = ref unit.Defs[d];
                if (def.Kind == (int)DefKind.Class) continue;
                int number = program.DefBase[f] + d;
                for (int p = 0; p < def.ParamCount; p++)
                {
                    var parameter = unit.Params[def.ParamStart + p];
                    Set(solver, f, parameter.Slot, SlotRole.Parameter, number, p);
                    Set(solver, f, parameter.Annotation, SlotRole.Annotation, number, p);
                }
                Set(solver, f, def.ReturnSlot, SlotRole.Return, number, 0);
                if (def.SplitParam > 0)
                {
                    Set(solver, f, def.ReturnIf, SlotRole.Return, number, 0);
                    Set(solver, f, def.ReturnUnless, SlotRole.Return, number, 0);
                }
                Set(solver, f, def.YieldSlot, SlotRole.Yield, number, 0);
                Set(solver, f, def.ReturnAnnotation, SlotRole.Annotation, number, -1);
            }
        }
    }

    public (SlotRole Role, int A, int B) this[int slot] => _roles.GetValueOrDefault(slot);

    /// <summary>The instruction that makes an object, and its activation; null for what is made nowhere in particular.</summary>
    public (int Op, int Activation)? MadeAt(int obj) => _madeAt.TryGetValue(obj, out var made) && made.Op >= 0 ? made : null;

    private void SetAll(ClassMembers members, SlotRole role, int def)
    {
        foreach (int name in members.Keys)
            if (members.TryGetValue(name, out int slot)) _roles[slot] = (role, def, name);
    }

    private void Set(Solver solver, int file, int slot, SlotRole role, int a, int b)
    {
        // References are shared by the whole file.
        if (slot >= 0) _roles[solver.SlotOf(file, slot)] = (role, a, b);
    }
}
