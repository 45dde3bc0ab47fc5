using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Returns that hang on what a parameter is given: each call gets those that it can reach.</summary>
internal sealed partial class Solver
{
    /// <param name="If">The slot of what is returned where the answer is yes; -1 for nothing.</param>
    /// <param name="Unless">The slot of what is returned where it is no; -1 for nothing.</param>
    private readonly record struct SplitReturn(int Def, int Run, int Result, int Asked, int If, int Unless);

    private readonly List<SplitReturn> _splitReturns = [];

    /// <summary>The slot of what the call being made gives the parameter that the callee's returns hang on; -1 where that is not known.</summary>
    private int _asked = -1;

    private void PassSplit(in DefRecord record, int def, int run, int result, int asked)
    {
        if (asked < 0)
        {
            PassReturn(record.ReturnIf, run, result);
            PassReturn(record.ReturnUnless, run, result);
            return;
        }
        ComeBack(new CameBack(def, run, Condition.Split), asked, result);
    }

    private void Split(in SplitReturn split)
    {
        _splitReturns.Add(split);
        Listen(split.Asked, WatchKind.SplitReturn, -1, 0, _splitReturns.Count - 1);
    }

    private int Returned(int slot, int run) => slot == Slots.None ? -1 : Map(run, slot);

    private void PassReturn(int slot, int run, int result) => PassValue(Returned(slot, run), result);

    private void PassValue(int value, int result)
    {
        if (value >= 0) _slots.AddEdge(value, result);
    }

    /// <summary>What the call being made gives the parameters that come back for one answer only, and whether that is yes.</summary>
    private readonly List<(int Value, bool If)> _returnedArguments = [];

    /// <summary>A parameter that may be returned as it came in, or handed on to what is returned, is given a value.</summary>
    private void ReturnArgument(in DefRecord record, int def, int run, int parameter, int value, int result)
    {
        if ((record.HandedOn & 1 << parameter) != 0) NoteHandingCaller(def, run, parameter, value, result);
        if ((record.ReturnedParams & 1 << parameter) == 0) return;
        bool isIf = (record.ReturnedIf & 1 << parameter) != 0;
        if (isIf || (record.ReturnedUnless & 1 << parameter) != 0) _returnedArguments.Add((value, isIf));
        else ReturnValue(def, run, value, result);
    }

    private void PassReturnedArguments(int def, int run, int result, int asked)
    {
        foreach (var (value, isIf) in _returnedArguments)
        {
            if (asked < 0 || asked == value) ComeBack(asked < 0 ? default : new CameBack(def, run, isIf ? Condition.If : Condition.Unless), value, result);
            else Split(new SplitReturn(def, run, result, asked, isIf ? value : -1, isIf ? -1 : value));
        }
        _returnedArguments.Clear();
    }

    private void FireSplitReturn(int number, int obj)
    {
        var (def, run, result, asked, @if, unless) = _splitReturns[number];
        ref readonly var record = ref _program.Def(def);
        if (record.SplitType != Slots.None && !_areFunctionsLoaded)
        {
            _unasked.Add((number, obj));
            return;
        }
        bool? answer = Ask(record, run, obj);
        if (answer == false && record.SplitType != Slots.None) _ruledOut.Add((number, obj));
        if (answer != false) PassAnswered(@if);
        if (answer != true) PassAnswered(unless);

        // Of the value that is asked about comes back what the answer is for.
        void PassAnswered(int value)
        {
            if (value == asked) _slots.Add(result, obj);
            else PassValue(value, result);
        }
    }

    private bool? Ask(in DefRecord record, int run, int obj) =>
        record.SplitType == Slots.None ? AnswerFor(record.SplitBy, obj) : IsInstance(obj, Map(run, record.SplitType), record.SplitBy == SplitKind.BuiltinInstance);

    /// <summary>Whether the bodies of functions are read: before that, what they compare with is not known.</summary>
    private bool _areFunctionsLoaded;

    private readonly List<(int Split, int Object)> _unasked = [];

    private void AskOfFunctions()
    {
        _areFunctionsLoaded = true;
        foreach (var (split, obj) in _unasked) FireSplitReturn(split, obj);
        _unasked.Clear();
    }

    /// <summary>Objects that were no instance of the classes known at that time.</summary>
    private readonly List<(int Split, int Object)> _ruledOut = [];

    /// <summary>Where nothing is known of what was given, both may be returned.</summary>
    private void SettleSplitReturns()
    {
        foreach (var (split, obj) in _ruledOut)
        {
            var (def, run, result, asked, @if, _) = _splitReturns[split];
            if (Ask(_program.Def(def), run, obj) == false) continue;
            if (@if == asked) _slots.Add(result, obj);
            else PassValue(@if, result);
        }
        _ruledOut.Clear();
        SettleHanded();
        foreach (var (def, _, result, asked, @if, unless) in _splitReturns.ToArray())
        {
            if ((@if == asked || unless == asked) && !_program.IsModelDef(def) && !IsKnown(asked)) PassDeclared(_program.Def(def), _program.FileOfDef[def], _program.Def(def).SplitParam - 1, result);
            if (_slots.ObjectCount(asked) > 0) continue;
            PassValue(@if, result);
            PassValue(unless, result);
        }
    }

    /// <summary>What a question about an object is answered with; null where that is not known.</summary>
    private bool? AnswerFor(int question, int obj)
    {
        var (kind, a, _) = _objects[obj];
        if (kind == ObjectKind.External) return null;
        bool isNone = kind == ObjectKind.Instance && a == _builtin.None;
        switch (question)
        {
            case SplitKind.None: return isNone;
            case SplitKind.Ellipsis: return kind == ObjectKind.Instance && a == _builtin.Ellipsis;
            case SplitKind.True:
                if (isNone) return false;
                if (kind == ObjectKind.String) return !_program.NameBytes(a).IsEmpty;
                if (kind == ObjectKind.Integer) return a != 0;
                return IsAlwaysTrue(kind, a) ? true : null;
            case SplitKind.Function:
                return kind == ObjectKind.Function ? true : kind is ObjectKind.Callable or ObjectKind.Cone ? null : false;
            case SplitKind.CoroutineFunction: return IsOfKind(obj, DefFlags.Async);
            case SplitKind.GeneratorFunction: return IsOfKind(obj, DefFlags.Generator);
            case SplitKind.AsyncGeneratorFunction: return IsOfKind(obj, DefFlags.Async | DefFlags.Generator);
            default:
                if (kind is ObjectKind.Function or ObjectKind.Class or ObjectKind.Bound or ObjectKind.Static or ObjectKind.ClassMethod or ObjectKind.Callable or ObjectKind.Family) return true;
                int c = ClassOf(obj);
                if (c < 0) return null;
                if (FindAttribute(c, _known.Call) >= 0) return true;
                return kind == ObjectKind.Cone || _classes.HasExternalBase(c) ? null : false;
        }
    }

    /// <summary>Whether a function, or the one that a method binds, is async, a generator, both or none; what is no function is none of these, unless it may be anything.</summary>
    private bool? IsOfKind(int obj, DefFlags flags)
    {
        var (kind, a, _) = _objects[obj];
        if (kind == ObjectKind.Bound) return IsOfKind(a, flags);
        if (kind == ObjectKind.Function) return ((DefFlags)_program.Def(a).Flags & (DefFlags.Async | DefFlags.Generator)) == flags;
        return kind is ObjectKind.Callable or ObjectKind.Cone or ObjectKind.Allocation or ObjectKind.Family ? null : false;
    }

    /// <summary>Whether an object is an instance of one of the classes in a slot; null where that is not known.</summary>
    private bool? IsInstance(int obj, int types, bool areBuiltins, int depth = 0)
    {
        if (depth == 0) _tuplesAsked.Clear();
        int count = _slots.ObjectCount(types);
        bool? answer = count == 0 || _slots.IsCut(types) ? null : false;
        for (int i = 0; i < count; i++)
        {
            int type = _slots.ObjectAt(types, i);
            if (_objects[type].Kind == ObjectKind.Allocation && !_tuplesAsked.Add(type)) continue;
            bool? one = _objects[type] switch
            {
                { Kind: ObjectKind.Class, A: var c } => IsInstanceOf(obj, c, areBuiltins),
                { Kind: ObjectKind.Allocation } when depth < MaxTupleDepth && Is(type, Builtins.Tuple) => IsInstance(obj, FieldOf(type, _known.Every), areBuiltins, depth + 1),
                _ => null,
            };
            if (one == true) return true;
            if (one is null) answer = null;
        }
        return answer;
    }

    private bool? IsInstanceOf(int obj, int type, bool areBuiltins)
    {
        if (AsksForCode(type, obj) is { } answer) return answer || _objects[obj].Kind is not (ObjectKind.External or ObjectKind.Callable or ObjectKind.Cone) ? answer : null;
        if (_program.IsModelDef(type) != areBuiltins) return null;
        var kind = _objects[obj].Kind;
        int c = TypeOf(obj);
        // Functions, modules and the like are of no class that programs ask for by name.
        if (c < 0) return kind is ObjectKind.Function or ObjectKind.Bound or ObjectKind.Module ? false : null;
        if (IsOf(c, type)) return true;
        if (kind == ObjectKind.Cone || _classes.HasExternalBase(c) || AnswersItself(type)) return null;
        // One modelled container stands for others too.
        return areBuiltins && _program.IsModelDef(c) && !IsScalar(c) && !IsScalar(type) ? null : false;
    }

    /// <summary>Whether code of the program says what is an instance of a class: its metaclass, or a __subclasshook__.</summary>
    private bool AnswersItself(int type)
    {
        if (Metaclass(type) is not (>= 0 and var meta)) return false;
        if (_classes.HasExternalBase(meta)) return true;
        foreach (string method in (ReadOnlySpan<string>)["__instancecheck__", "__subclasscheck__"])
            if (FindAttribute(meta, _known[method]) >= 0) return true;
        return FindAttribute(type, _known["__subclasshook__"]) >= 0;
    }

    /// <summary>Functions and classes are true, and so are objects whose class says nothing about it.</summary>
    private bool IsAlwaysTrue(ObjectKind kind, int def) => kind switch
    {
        ObjectKind.Function or ObjectKind.Class or ObjectKind.Bound or ObjectKind.Module or ObjectKind.Callable or ObjectKind.Family => true,
        ObjectKind.Instance => !_program.IsModelDef(def) && BuiltinBases(def) == Builtins.Nothing && !_classes.HasExternalBase(def)
            && FindAttribute(def, _known["__bool__"]) < 0 && FindAttribute(def, _known["__len__"]) < 0,
        _ => false,
    };
}
