using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Explain;

/// <summary>
/// Follows a value back to where it comes from: over assignments, arguments, results, attributes and containers, by the first way on
/// which the solver found it. What happens inside models of the standard library is one step, at the call that it is run for.
/// </summary>
internal sealed class ValueTrail(LinkedProgram linked, Provenance trail, SlotRoles roles, ProgramNames names)
{
    /// <summary>Longer chains say nothing to anyone; what is kept is the end, nearest to the question.</summary>
    private const int MaxMoves = 400;

    private readonly Program _program = linked.Program;
    private readonly Solver _solver = linked.Solver;

    /// <summary>The steps by which a value came into a slot, first to last.</summary>
    public List<TrailStep> To(int slot, int value)
    {
        var steps = new List<TrailStep>();
        var seen = new HashSet<(int, int)>();
        for (int moves = 0; slot >= 0 && moves < MaxMoves && seen.Add((slot, value)); moves++)
        {
            if (trail.Why(slot, value) is not var (from, cause)) break;
            if (from >= 0)
            {
                Add(steps, Flow(from, slot, cause));
                (slot, value) = (from, _solver.Values.Contains(from, value) ? value : trail.Widest(slot, value));
                continue;
            }
            Add(steps, Arrival(cause, value));
            (slot, value) = Before(cause);
        }
        steps.Reverse();
        return steps;
    }

    /// <summary>What had to be known before: the receiver of an attribute that was looked up, else the value that arrived.</summary>
    public (int Slot, int Value) Before(Provenance.Cause cause)
    {
        if (cause.Slot < 0) return (-1, -1);
        if (cause.Receiver >= 0 && BaseSlot(cause) is >= 0 and var @base && _solver.Values.Contains(@base, cause.Receiver)) return (@base, cause.Receiver);
        return (cause.Slot, cause.Value);
    }

    private int BaseSlot(Provenance.Cause cause)
    {
        if (cause.Op < 0) return -1;
        var w = _solver.Instruction(cause.Op, cause.Activation);
        return (OpCode)(w[0] & 0xFF) switch
        {
            OpCode.GetAttr or OpCode.CallAttr or OpCode.GetItem or OpCode.Iterate or OpCode.Special or OpCode.Await or OpCode.Binary => _solver.SlotOf(cause.Activation, w[2]),
            OpCode.SetAttr or OpCode.SetItem or OpCode.Unpack => _solver.SlotOf(cause.Activation, w[1]),
            _ => -1,
        };
    }

    private static void Add(List<TrailStep> steps, TrailStep? step)
    {
        if (step is not null && (steps.Count == 0 || steps[^1] != step)) steps.Add(step);
    }

    private TrailStep? Flow(int from, int to, Provenance.Cause cause)
    {
        var (source, target) = (roles[from], roles[to]);
        switch (target.Role)
        {
            case SlotRole.Parameter when source.Role == SlotRole.Annotation:
                return names.Place(target.A, $"`{Parameter(target.A, target.B)}` of {names.Of(target.A)} is declared as that");
            case SlotRole.Parameter when cause.Op == Provenance.EntryPoint:
                return names.Place(target.A, $"it is the default of `{Parameter(target.A, target.B)}` of {names.Of(target.A)}");
            case SlotRole.Parameter:
                return At(cause, $"passed to `{Parameter(target.A, target.B)}` of {names.Of(target.A)}");
            case SlotRole.Field:
                return At(cause, $"stored in `.{names.Text(target.B)}` of {names.Readable(target.A)}") ?? names.Place(target.A, $"declared as `.{names.Text(target.B)}` of {names.Of(target.A)}");
            case SlotRole.ClassAttribute when !names.IsModel(target.A):
                return names.Place(target.A, $"is `{names.Text(target.B)}` of class {names.Of(target.A)}");
        }
        switch (source.Role)
        {
            case SlotRole.Return: return At(cause, $"returned by {names.Of(source.A)}");
            case SlotRole.Yield: return At(cause, $"yielded by {names.Of(source.A)}");
            case SlotRole.Annotation: return At(cause, $"declared as the result of {names.Of(source.A)}");
            case SlotRole.ModuleName when source.A >= _program.ModelCount && source.A != _solver.FileOf(cause.Activation) && Code(cause) is OpCode.Import or OpCode.GetAttr or OpCode.CallAttr:
                return At(cause, $"imported as `{names.Text(source.B)}` from {names.Path(source.A)}");
        }
        return Code(cause) switch
        {
            OpCode.GetAttr => At(cause, $"read from `.{Name(cause, 3)}`"),
            OpCode.GetItem or OpCode.Iterate or OpCode.Unpack => At(cause, $"taken out of {Container(source)}"),
            OpCode.SetItem or OpCode.NewContainer => At(cause, $"put into {Container(target)}"),
            OpCode.Await => At(cause, "awaited"),
            OpCode.Narrow => At(cause, "passes the check of its type"),
            _ => IsInModel(cause) ? At(cause, $"through {ModelAround(cause)}") : null,
        };
    }

    /// <summary>Whose element a slot is: the list made in main.py:12, or in a function where its line is not known.</summary>
    private string Container((SlotRole Role, int A, int B) slot)
    {
        if (slot.Role != SlotRole.Item || _solver.ClassBehind(slot.A) is not (>= 0 and var type)) return "a container";
        string name = names.Readable(type);
        if (roles.MadeAt(slot.A) is not var (op, activation)) return $"a {name}";
        (op, int file) = _solver.SiteOf(op, activation);
        if (file < _program.ModelCount) return $"a {name}";
        int line = names.LineAt(file, op);
        return line > 0 ? $"the {name} made in {names.Path(file)}:{line}" : $"a {name} made in {names.Of(names.Around(file, op))}";
    }

    /// <summary>A value that an instruction made or found.</summary>
    private TrailStep? Arrival(Provenance.Cause cause, int value)
    {
        if (cause.Op == Provenance.EntryPoint)
            return names.Place(cause.Activation, $"nothing in the program calls {names.Of(cause.Activation)}; its first parameter is taken for {Describe(value)}");
        if (cause.Op == Provenance.Shape)
            return names.Place(cause.Activation, $"nothing is known of the object but what it is asked for; only {names.Of(cause.Activation)} has that name, so it is taken for {Describe(value)}");
        if (cause.Op < 0) return null;
        var (kind, a, _) = _solver.Objects[value];
        switch (Code(cause))
        {
            case OpCode.MakeFunction or OpCode.MakeClass when cause.Slot < 0 && kind is ObjectKind.Function or ObjectKind.Class:
                return names.IsModel(a) ? null : names.Place(a, $"{names.Of(a)} is defined");
            case OpCode.Import:
                return At(cause, kind == ObjectKind.External ? "imported from outside the analysed files" : $"{Describe(value)} is imported");
            case OpCode.Call or OpCode.CallAttr when kind == ObjectKind.External:
                return At(cause, "the result of a call that leads outside the analysed files");
            case OpCode.Call or OpCode.CallAttr when kind == ObjectKind.Cone && !IsInModel(cause):
                return At(cause, $"what comes back is taken for {Describe(value)}");
            case OpCode.Call or OpCode.CallAttr when kind is ObjectKind.Instance or ObjectKind.Allocation or ObjectKind.Cone && !IsInModel(cause):
                return At(cause, $"{Describe(value)} is made");
            case OpCode.GetAttr when kind == ObjectKind.Bound:
                return At(cause, $"its `.{Name(cause, 3)}` is {Describe(a)}");
            case OpCode.GetAttr:
                return At(cause, $"read from `.{Name(cause, 3)}`");
            case OpCode.InstanceOf or OpCode.Generic:
                // The step after it says of what this is the declaration.
                return null;
            case OpCode.Super:
                return At(cause, "super()");
            case OpCode.NewContainer:
                return At(cause, "put into a container");
        }
        return IsInModel(cause) ? At(cause, $"through {ModelAround(cause)}") : At(cause, Describe(value));
    }

    /// <summary>What an object is, in words.</summary>
    public string Describe(int value)
    {
        var (kind, a, _) = _solver.Objects[value];
        return kind switch
        {
            ObjectKind.External => "something from outside the analysed files",
            ObjectKind.Function => names.Readable(a),
            ObjectKind.Class => $"the class {names.Readable(a)}",
            ObjectKind.Module => a < 0 ? "a namespace package" : $"the module {names.Path(a)}",
            ObjectKind.Cone => $"an instance of {names.Readable(a)} or a subclass",
            ObjectKind.Bound or ObjectKind.Static or ObjectKind.ClassMethod => Describe(a),
            ObjectKind.Super => $"super() in {names.Readable(a)}",
            ObjectKind.Generator => $"the generator of {names.Readable(a)}",
            ObjectKind.Coroutine => $"the coroutine of {names.Readable(a)}",
            ObjectKind.Callable => "something declared as callable",
            ObjectKind.Family => "a method found by the start of its name",
            _ => _solver.ClassBehind(value) is >= 0 and var c ? $"an instance of {names.Readable(c)}" : "a value",
        };
    }

    public TrailStep? At(Provenance.Cause cause, string text)
    {
        if (cause.Op < 0) return null;
        var (op, file) = _solver.SiteOf(cause.Op, cause.Activation);
        if (file < _program.ModelCount) return null;
        return new TrailStep(names.Path(file), names.LineAt(file, op), text);
    }

    private bool IsInModel(Provenance.Cause cause) => cause.Op >= 0 && _solver.FileOf(cause.Activation) < _program.ModelCount;

    private string ModelAround(Provenance.Cause cause) => names.OfModel(names.Around(_solver.FileOf(cause.Activation), cause.Op));

    private OpCode? Code(Provenance.Cause cause) => cause.Op < 0 || IsInModel(cause) ? null : (OpCode)(_solver.Instruction(cause.Op, cause.Activation)[0] & 0xFF);

    private string Name(Provenance.Cause cause, int operand) =>
        names.Text(_program.Name(_solver.FileOf(cause.Activation), _solver.Instruction(cause.Op, cause.Activation)[operand]));

    public string Parameter(int def, int number)
    {
        int file = _program.FileOfDef[def], name = _program.Units[file].Params[_program.Def(def).ParamStart + number].Name;
        return name < 0 ? "self" : names.Text(_program.Name(file, name));
    }
}
