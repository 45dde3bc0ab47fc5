using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Calls of which nothing is known but a name: what is told of them, and what is counted as not resolved.</summary>
internal sealed partial class CallEdges
{
    /// <summary>
    /// The only method of the program that is called like an attribute whose receiver is unknown, and how sure that is; null where it is no guess
    /// either. A name that only one class has, that code calls on objects known to be of that class, and that nothing from outside is asked for
    /// anywhere, tells what the object is, if the class has all else that the object is asked for here (duck typing), and the name is no single
    /// word, or not the only one. Of 300 such calls in 36 projects of which parts had run 297 had happened.
    /// </summary>
    internal (int Method, Confidence Confidence)? GuessAt(int file, int op)
    {
        var w = Words(file, op);
        if ((OpCode)(w[0] & 0xFF) != OpCode.CallAttr || _resolved.Contains((file, op)) || _solver.IsFull(file, op) || _solver.IsKnown(file, op)) return null;
        int name = _program.Name(file, w[3]);
        if ((_unique ??= UniqueMethods()).GetValueOrDefault(name, -1) is not (>= 0 and var method)) return null;
        bool isTelling = _calledByName.Contains(method) && (_isTest[file] || !_isTest[_program.FileOfDef[method]]) && !(_askedOutside ??= NamesAskedOutside()).Contains(name);
        return (method, isTelling && IsLike(file, w[2], ClassAround(method)) && !IsRefuted(file, op, method, OwnerAt(file, op)) ? Confidence.Inferred : Confidence.Heuristic);
    }

    /// <summary>Whether a class has all names that a slot is asked for, and these are more than one word.</summary>
    private bool IsLike(int file, int slot, int type)
    {
        if (_askedOf[file] is not { } asked)
        {
            _askedOf[file] = asked = [];
            var ops = _program.Units[file].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) is OpCode.CallAttr or OpCode.GetAttr)
                    (CollectionsMarshal.GetValueRefOrAddDefault(asked, ops[op + 2], out _) ??= []).Add(_program.Name(file, ops[op + 3]));
        }
        var names = asked[slot];
        foreach (int name in names)
            if (!_solver.MayHave(type, name)) return false;
        return names.Count > 1 || IsOfWords(_program.NameBytes(names.First()));
    }

    /// <summary>Whether a name is of several words: begin_tag, beginTag.</summary>
    private static bool IsOfWords(ReadOnlySpan<byte> name)
    {
        name = name.Trim((byte)'_');
        for (int i = 1; i < name.Length; i++)
            if (name[i] == (byte)'_' || (name[i] is >= (byte)'A' and <= (byte)'Z' && name[i - 1] is >= (byte)'a' and <= (byte)'z')) return true;
        return false;
    }

    /// <summary>By file: the names that each slot is asked for.</summary>
    private readonly Dictionary<int, HashSet<int>>?[] _askedOf;

    private Dictionary<int, int>? _unique;
    private HashSet<int>? _askedOutside;

    /// <summary>Names that exactly one method of the program has, and none of a builtin class.</summary>
    private Dictionary<int, int> UniqueMethods()
    {
        var found = new Dictionary<int, int>();
        for (int f = 0; f < _program.Units.Length; f++)
        {
            var defs = _program.Units[f].Defs;
            for (int d = 0; d < defs.Length; d++)
            {
                if (defs[d].Kind != (int)DefKind.Function || defs[d].Class < 0) continue;
                int name = _program.Name(f, defs[d].Name);
                if (!found.TryAdd(name, f < _program.ModelCount ? -1 : _program.DefBase[f] + d)) found[name] = -1;
            }
        }
        return found;
    }

    /// <summary>Names that are called on what is known, and not found there: on objects from outside, mostly.</summary>
    private HashSet<int> NamesAskedOutside()
    {
        var names = new HashSet<int>();
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) == OpCode.CallAttr && !_resolved.Contains((f, op)) && _solver.IsKnown(f, op)) names.Add(_program.Name(f, ops[op + 3]));
        }
        return names;
    }

    private void AddUnresolved(int file)
    {
        var ops = _program.Units[file].Ops;
        for (int op = 0; op < ops.Length; op += ops[op] >> 8)
        {
            var code = (OpCode)(ops[op] & 0xFF);
            if (_solver.HasLostOverrides(file, op) && !_noise.Contains((file, op))) _graph.AddUnresolved(EdgeTypes.Calls, "too many overriding methods");
            if (code is not (OpCode.Call or OpCode.CallAttr)) continue;
            if (_solver.IsStopped && !_resolved.Contains((file, op)))
            {
                _graph.AddUnresolved(EdgeTypes.Calls, "work limit");
                continue;
            }
            bool isFull = _solver.IsFull(file, op);
            if (isFull) _graph.AddUnresolved(EdgeTypes.Calls, "too many possible values");
            if (isFull || _resolved.Contains((file, op))) continue;
            if (_solver.IsKnown(file, op)) _graph.AddUnresolved(EdgeTypes.Calls, _solver.IsExternal(file, op) ? "external or builtin" : "unknown attribute");
            else if (GuessAt(file, op) is var (method, confidence))
            {
                _graph.AddEdge(_handles[OwnerAt(file, op)], _handles[method], EdgeTypes.Calls, LineOf(Words(file, op)), confidence);
                if (confidence == Confidence.Heuristic) _graph.AddUnresolved(EdgeTypes.Calls, "unknown receiver, guessed by name");
            }
            else _graph.AddUnresolved(EdgeTypes.Calls, code == OpCode.CallAttr ? "unknown receiver" : "unknown value");
        }
    }
}
