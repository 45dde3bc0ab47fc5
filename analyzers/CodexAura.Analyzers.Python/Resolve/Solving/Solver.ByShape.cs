using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Objects of which nothing is known but what they are asked for (duck typing): def write(out): out.begin_tag("a"); out.end_tag(). A name that the classes of
/// one family alone have, that code calls on objects known to be of these, that nothing from outside is asked for anywhere and no class of the standard
/// library has, tells what the object is, if the class has all else that it is asked for, and the name is no single word, or not the only one.
/// </summary>
internal sealed partial class Solver
{
    private Dictionary<int, (int Method, bool IsOnly)>? _methodsByName;

    /// <summary>The only method of the program that bears a name, where no builtin class has it; -1 for none.</summary>
    public int OnlyMethod(int name) => MethodNamed(name) is { IsOnly: true, Method: var method } ? method : -1;

    /// <summary>The method of a name that all others of the program override, if there are others; -1 for none.</summary>
    private (int Method, bool IsOnly) MethodNamed(int name) => (_methodsByName ??= FindMethodsByName()).GetValueOrDefault(name, (-1, true));

    private Dictionary<int, (int Method, bool IsOnly)> FindMethodsByName()
    {
        var found = new Dictionary<int, (int Method, bool IsOnly)>();
        for (int f = 0; f < _program.Units.Length; f++)
        {
            var defs = _program.Units[f].Defs;
            for (int d = 0; d < defs.Length; d++)
            {
                if (defs[d].Kind != (int)DefKind.Function || defs[d].Class < 0) continue;
                int name = _program.Name(f, defs[d].Name), method = f < _program.ModelCount ? -1 : _program.DefBase[f] + d;
                if (!found.TryAdd(name, (method, true))) found[name] = (Overridden(found[name].Method, method), false);
            }
        }
        return found;
    }

    /// <summary>The one of two methods of a name that the other overrides; -1 where neither does.</summary>
    private int Overridden(int one, int other)
    {
        if (one < 0 || other < 0) return -1;
        if (_classes.IsSubclass(ClassOfMethod(other), ClassOfMethod(one))) return one;
        return _classes.IsSubclass(ClassOfMethod(one), ClassOfMethod(other)) ? other : -1;
    }

    private bool SeedShaped()
    {
        var calledOnKnown = new HashSet<int>();
        var resolved = new HashSet<(int, int)>();
        foreach (var call in _calls)
        {
            resolved.Add((call.File, call.Op));
            if (call.Kind == CallKind.Attribute) calledOnKnown.Add(call.Callee);
        }
        var candidates = new List<(int File, int Op, int Method)>();
        var askedOutside = new HashSet<int>();
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
            {
                if ((OpCode)(ops[op] & 0xFF) != OpCode.CallAttr) continue;
                // Most names are ruled out here, before anything is looked up.
                int name = _program.Name(f, ops[op + 3]);
                if (MethodNamed(name).Method is not (>= 0 and var method) || !calledOnKnown.Contains(method) || resolved.Contains((f, op))) continue;
                if (IsKnown(f, op)) askedOutside.Add(name);
                else candidates.Add((f, op, method));
            }
        }
        ShapeUses? uses = null;
        bool any = false;
        foreach (var (file, op, method) in candidates)
        {
            var w = OpAt(op, file);
            int owner = _program.FileOfDef[method], type = _program.DefBase[owner] + _program.Def(method).Class, name = _program.Name(file, w[3]), slot = Map(file, w[2]);
            if (_slots.IsCut(slot) || askedOutside.Contains(name) || StandardMethods.Contain(_program.NameBytes(name)) || (_program.Modules.IsTest(owner) && !_program.Modules.IsTest(file))) continue;
            if (uses?.File != file) uses = UsesIn(file);
            if (uses.Declared.Contains(w[2]) || IsProtocol(type) || !IsOnlyThere(name, type) || !HasShape(type, uses.Asked[w[2]]) || !Takes(method, owner, op, file)) continue;
            int before = _trail?.Enter(Provenance.Shape, method) ?? 0;
            any |= _slots.Add(slot, _objects.Get(ObjectKind.Cone, type));
            _trail?.Leave(before);
        }
        return any;
    }

    /// <param name="File">The file.</param>
    /// <param name="Asked">By slot: the names that it is asked for, special methods too.</param>
    /// <param name="Declared">Slots of which the text says more: parameters with an annotation, and what passed a test.</param>
    private sealed record ShapeUses(int File, Dictionary<int, HashSet<int>> Asked, HashSet<int> Declared);

    private ShapeUses UsesIn(int file)
    {
        var uses = new ShapeUses(file, [], []);
        var unit = _program.Units[file];
        foreach (ref readonly var def in unit.Defs)
            foreach (ref readonly var parameter in unit.Params.Slice(def.ParamStart, def.ParamCount))
                if (parameter.Annotation != Slots.None) uses.Declared.Add(parameter.Slot);
        var ops = unit.Ops;
        for (int op = 0; op < ops.Length; op += ops[op] >> 8)
            switch ((OpCode)(ops[op] & 0xFF))
            {
                case OpCode.CallAttr or OpCode.GetAttr: Ask(ops[op + 2], _program.Name(file, ops[op + 3])); break;
                // What is asked whether it is true is not asked for a method.
                case OpCode.Special when _program.Name(file, ops[op + 3]) is var name && name != _known["__bool__"]: Ask(ops[op + 2], name); break;
                case OpCode.GetItem: Ask(ops[op + 2], _known.GetItem); break;
                case OpCode.SetItem: Ask(ops[op + 1], _known.SetItem); break;
                case OpCode.Iterate: Ask(ops[op + 2], ops[op + 4] != 0 ? _known.AsyncIter : _known.Iter); break;
                case OpCode.Call: Ask(ops[op + 2], _known.Call); break;
                case OpCode.Await: Ask(ops[op + 2], _known["__await__"]); break;
                case OpCode.Narrow: uses.Declared.Add(ops[op + 1]); break;
            }
        return uses;

        void Ask(int slot, int name) => (CollectionsMarshal.GetValueRefOrAddDefault(uses.Asked, slot, out _) ??= []).Add(name);
    }

    /// <summary>Whether no class but one and those below it has an attribute of a name, neither in its body nor stored in it or in its instances.</summary>
    private bool IsOnlyThere(int name, int type) =>
        !IsDunder(name) && _classes.All.TrueForAll(c => c.Def == type || (!c.Attributes.ContainsKey(name) && !c.Fields.ContainsKey(name) && !c.Declared.Exists(d => d.Name == name)) || _classes.IsSubclass(c.Def, type));

    /// <summary>Whether a class, or some class below it, has all of several names, or one of several words, as far as is known.</summary>
    private bool HasShape(int type, HashSet<int> names)
    {
        foreach (int name in names)
            if (!MayHave(_objects.Get(ObjectKind.Cone, type), type, name)) return false;
        return names.Count > 1 || IsOfWords(_program.NameBytes(names.First()));
    }

    /// <summary>Whether a method takes the arguments of a call; under a decorator nobody knows.</summary>
    private bool Takes(int method, int file, int op, int activation)
    {
        ref readonly var record = ref _program.Def(method);
        return (record.Flags & (int)DefFlags.Decorated) != 0 || Fits(_objects.Get(ObjectKind.Function, method, file), record, op, activation, isBound: true);
    }

    /// <summary>Whether a name is of several words: begin_tag, beginTag.</summary>
    private static bool IsOfWords(ReadOnlySpan<byte> name)
    {
        name = name.Trim((byte)'_');
        for (int i = 1; i < name.Length; i++)
            if (name[i] == (byte)'_' || (name[i] is >= (byte)'A' and <= (byte)'Z' && name[i - 1] is >= (byte)'a' and <= (byte)'z')) return true;
        return false;
    }
}
