using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Trial;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>CALLS edges from what the solver found, each with how sure it is; what it did not find is counted by reason.</summary>
internal sealed partial class CallEdges
{
    private readonly Solver _solver;
    private readonly Program _program;
    private readonly GraphBuilder _graph;
    private readonly int[] _handles;
    /// <summary>More callees than this where a value is called say that the values of many callers were mixed; a table of handlers has fewer.</summary>
    private const int MaxCallees = 40;

    /// <summary>The same for classes.</summary>
    private const int MaxClasses = 24;

    /// <summary>
    /// Of so many methods that a computed name may find each is a guess if, on average, as many classes as this have one of a name: in the 101 projects that
    /// were measured 128 of 1,618 such calls happened, of the others nearly half.
    /// </summary>
    private const int MethodsOfName = 2;

    /// <summary>A call of more callees than this that hands on an argument list mixes what was meant for single ones.</summary>
    private const int MixingCallees = 8;

    private readonly Dictionary<(int File, int Op), HashSet<int>?> _callees = [];
    private readonly HashSet<int> _calledByName = [];
    private readonly int[][] _starts;
    private readonly int[][] _order;

    /// <param name="solver">The program, solved.</param>
    /// <param name="trial">What happened when it was run; null where it was not.</param>
    /// <param name="graph">Gets the edges.</param>
    /// <param name="handles">The graph's handle of each definition.</param>
    public CallEdges(Solver solver, TrialResult? trial, GraphBuilder graph, int[] handles)
    {
        (_solver, _program, _graph, _handles) = (solver, solver.Program, graph, handles);
        _starts = new int[_program.Units.Length][];
        _order = new int[_program.Units.Length][];
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var defs = _program.Units[f].Defs;
            var order = new List<int>();
            for (int d = 0; d < defs.Length; d++)
                if (defs[d].Kind != (int)DefKind.Class) order.Add(d);
            var starts = new int[order.Count];
            for (int i = 0; i < starts.Length; i++) starts[i] = defs[order[i]].OpStart;
            // Definitions without instructions share their start with the next one; the later one owns what stands there.
            int[] sorted = [.. order];
            var keys = new (int, int)[sorted.Length];
            for (int i = 0; i < sorted.Length; i++) keys[i] = (starts[i], defs[sorted[i]].OpEnd);
            Array.Sort(keys, sorted);
            (_order[f], _starts[f]) = (sorted, [.. keys.Select(k => k.Item1)]);
        }
        if (trial is not null) _trial = new TrialVerdict(_program, trial, [.. solver.Calls.Select(c => (OwnerAt(c.File, c.Op), c.Callee))]);
    }

    public void Add()
    {
        Gather();
        foreach (var call in _solver.Calls) AddCall(call);
        AddSeen();
        // A lambda is no node of the graph.
        foreach (var (user, provider) in _solver.FixtureUses.Concat(_solver.Dependencies).Where(use => _handles[use.Item1] >= 0 && _handles[use.Item2] >= 0))
            _graph.AddEdge(_handles[user], _handles[provider], EdgeTypes.Calls, _program.Def(user).LineStart, Confidence.Inferred);
        for (int f = _program.ModelCount; f < _program.Units.Length; f++) AddUnresolved(f);
    }

    private readonly HashSet<(int, int)> _resolved = [];

    private void Gather()
    {
        foreach (var call in _solver.Calls)
        {
            _resolved.Add((call.File, call.Op));
            if (call.Kind == CallKind.Implicit)
                CollectionsMarshal.GetValueRefOrAddDefault(_implicit, (call.File, call.Op), out _)++;
            if (call.Kind == CallKind.Attribute) _calledByName.Add(call.Callee);
            // A class that a call makes is no node of the graph, and for its base's calls it is the base.
            if (call.Kind != CallKind.Value || IsCallOfSelf(call) || _program.Def(call.Callee) is { Kind: (int)DefKind.Class, Name: < 0 }) continue;
            ref var site = ref CollectionsMarshal.GetValueRefOrAddDefault(_callees, (call.File, call.Op), out _);
            (site ??= []).Add(call.Callee);
        }
        FindMixed();
    }

    private void AddCall(in FoundCall call)
    {
        if (_handles[call.Callee] < 0) return;
        int owner = OwnerAt(call.File, call.Op);
        if (Judge(call, owner) is not { } confidence)
        {
            if (_noise.Add((call.File, call.Op))) _graph.AddUnresolved(EdgeTypes.Calls, "too many candidates");
            return;
        }
        if (confidence != Confidence.Heuristic) _stated.Add((owner, call.Callee));
        _graph.AddEdge(_handles[owner], _handles[call.Callee], EdgeTypes.Calls, LineAt(call.File, call.Op), confidence);
    }

    /// <summary>How sure a call is; null when it is one of so many guesses that it is left out.</summary>
    internal Confidence? Judge(in FoundCall call, int owner)
    {
        var confidence = ConfidenceOf(call, Words(call.File, call.Op), owner);
        if (_solver.IsDispatchedElsewhere(call) is not false and var isElsewhere)
        {
            if (isElsewhere is true) return null;
            confidence = Confidence.Heuristic;
        }
        if (confidence != Confidence.Heuristic && IsRefuted(call, owner)) return Confidence.Heuristic;
        if ((confidence == Confidence.Inferred || call.Kind == CallKind.Value) && IsLoan(call) && !IsNamed(call) && !IsOutright(call)) return Confidence.Heuristic;
        return confidence == Confidence.Heuristic && IsNoise(call) ? null : confidence;
    }

    internal int LineAt(int file, int op)
    {
        var w = Words(file, op);
        return (OpCode)(w[0] & 0xFF) switch
        {
            OpCode.MakeClass => _program.Units[file].Defs[w[2]].LineStart,
            OpCode.ClassAttr => _program.Units[file].Defs[w[1]].LineStart,
            _ => LineOf(w),
        };
    }

    /// <summary>Why a call is no surer than it is, in words.</summary>
    internal string ReasonOf(FoundCall call, Confidence confidence)
    {
        if (confidence == Confidence.Exact) return "a path of names that leads to this one definition";
        if (confidence == Confidence.Inferred) return call.Kind == CallKind.Implicit ? "run by the syntax or builtin here, on the value that reaches it" : "follows from the values that reach this place";
        if (IsRefuted(call, OwnerAt(call.File, call.Op))) return "it does not happen when the program is run as it stands";
        if (_solver.IsDispatchedElsewhere(call) is null) return "which of the functions that are registered runs hangs on the class of the argument, and none that is known to come here leads to this one";
        if (call.Kind == CallKind.Apart) return "run elsewhere: by a thread that is started here, or a queue that it is handed to";
        if (call.Override) return "only if the value is of a subclass that overrides the method";
        if (call.Dynamic) return _calledByName.Contains(call.Callee) ? "found by a computed name, and called by its own name elsewhere" : "one of very many that the computed name here may find";
        if (_solver.IsMadeForNothing(call)) return "a library makes an object of a class that has no constructor of its own, which runs nothing of the program";
        if (IsPutOver(call, Words(call.File, call.Op))) return "only once some code has put it in the place of the class's own constructor";
        if (_solver.IsAgainstAnnotation(call)) return "the annotation of the parameter says otherwise";
        if (IsOfNoObject(call, Words(call.File, call.Op))) return "a method of a protocol that nothing inherits: objects that are taken for it have one of their own";
        if (IsPatch(call)) return "a test puts this in the place of what the module defines";
        if (_solver.IsCut(call)) return "so many values reach this place that only a sample is followed";
        if (IsLoan(call)) return "only what tests, examples or scripts bring there leads here";
        return "values of many callers meet at this place";
    }

    /// <summary>More candidates than this for a guess are no help to anyone.</summary>
    private const int MaxGuesses = 8;

    private readonly HashSet<(int File, int Op)> _noise = [];
    private readonly Dictionary<(int File, int Op), int> _implicit = [];

    private bool IsNoise(in FoundCall call) => call.Kind == CallKind.Implicit
        ? _implicit.GetValueOrDefault((call.File, call.Op)) > MaxGuesses || _solver.HasLostOverrides(call.File, call.Op)
        : call.Kind == CallKind.Value && _callees.GetValueOrDefault((call.File, call.Op))?.Count > MaxCallees && IsMixed(call);

    /// <summary>
    /// Functions that a call of many callees hands the same argument list: what they then call of it was never meant for all of them.
    /// </summary>
    private readonly HashSet<int> _mixed = [];

    private bool IsMixed(in FoundCall call)
    {
        if (_mixed.Count == 0 || (OpCode)(Words(call.File, call.Op)[0] & 0xFF) != OpCode.Call || _solver.IsDirect(call.File, call.Op, call.Callee)) return false;
        int owner = OwnerAt(call.File, call.Op);
        for (int d = owner - _program.DefBase[call.File]; d > 0; d = _program.Units[call.File].Defs[d].Parent)
            if (_mixed.Contains(_program.DefBase[call.File] + d)) return true;
        return false;
    }

    private void FindMixed()
    {
        foreach (var ((file, op), callees) in _callees)
        {
            if (callees!.Count <= MixingCallees) continue;
            var w = Words(file, op);
            var code = (OpCode)(w[0] & 0xFF);
            if (code is not (OpCode.Call or OpCode.CallAttr)) continue;
            bool spread = false;
            for (int i = code == OpCode.Call ? 5 : 6; i + 1 < w.Length; i += 2) spread |= w[i] is ArgKind.Star or ArgKind.DoubleStar;
            if (spread) _mixed.UnionWith(callees);
        }
    }

    private ReadOnlySpan<int> Words(int file, int op)
    {
        var ops = _program.Units[file].Ops;
        return ops.Slice(op, ops[op] >> 8);
    }

    internal static int LineOf(ReadOnlySpan<int> w) => OpLine.Of(w);

    private Confidence ConfidenceOf(in FoundCall call, ReadOnlySpan<int> w, int owner)
    {
        if (call.Kind == CallKind.Apart || _solver.IsAgainstAnnotation(call) || IsPatch(call) || IsOfNoObject(call, w) || IsPutOver(call, w) || _solver.IsMadeForNothing(call)) return Confidence.Heuristic;
        if (call.Kind == CallKind.Implicit) return _solver.IsCertainImplicit(call) ? Confidence.Inferred : Confidence.Heuristic;
        if (call.Kind == CallKind.Value && !IsCallOfSelf(call) && !IsCertainValue(call)) return Confidence.Heuristic;
        var code = (OpCode)(w[0] & 0xFF);
        if (owner == call.Callee && IsClosure(owner) && code is OpCode.Call or OpCode.CallAttr && ((CallFlags)w[code == OpCode.Call ? 4 : 5] & CallFlags.StaticPath) == 0) return Confidence.Heuristic;
        if (code == OpCode.GetAttr) return _solver.IsPlainForSome(call) ? Confidence.Heuristic : Confidence.Inferred;
        if (code is not (OpCode.Call or OpCode.CallAttr)) return Confidence.Inferred;
        var flags = (CallFlags)w[code == OpCode.Call ? 4 : 5];
        bool onSelf = (flags & CallFlags.Self) != 0;
        if (call.Kind == CallKind.Attribute && code == OpCode.CallAttr && !(onSelf && IsOwnMethod(call, owner)) && _solver.IsSharedWithBuiltins(call)) return Confidence.Heuristic;
        if ((flags & CallFlags.StaticPath) == 0 || (IsConstructor(call.Callee) && _solver.IsOneOfConstructors(call.Callee))) return Confidence.Inferred;
        if (code == OpCode.Call) return _solver.IsDirect(call.File, call.Op, call.Callee) ? Confidence.Exact : Confidence.Inferred;
        if (!onSelf) return _solver.IsNamePath(call.File, call.Op) && !IsOneOfSeveral(call) ? Confidence.Exact : Confidence.Inferred;
        // What is stored under a name of self's is a value, whatever it is.
        return call.Kind != CallKind.Value && IsOwnMethod(call, owner) ? Confidence.Exact : Confidence.Inferred;
    }

    /// <summary>Whether a call of a stored or passed value is stated or only guessed.</summary>
    private bool IsCertainValue(in FoundCall call)
    {
        // Methods that others call by name are no family of handlers, whatever their names start with.
        if (call.Dynamic) return !_calledByName.Contains(call.Callee) && !IsInterface(call) && !IsOneOfVeryMany(call);
        if (IsAmongClosures(call)) return false;
        if (_solver.IsHandedOver(call) || IsNamed(call) || IsConstructorOfAll(call)) return true;
        // Of a value that may be more things than are kept, those that are kept are a sample.
        if (call.Override || (_solver.IsCut(call) && !_solver.IsHeldByClasses(call)) || IsMixed(call)) return false;
        if (_callees.GetValueOrDefault((call.File, call.Op)) is not { } callees) return false;
        if (IsOfCalledClass(call.Callee, callees)) return false;
        if (callees.Count > MaxWrappers && AreWrappers(callees, call.File)) return false;
        if (_solver.HasOutside(call) && AreScattered(callees)) return false;
        if (IsAmongOthers(call) || IsOneOfList(call, callees)) return false;
        if (_solver.IsReplacedMethod(call)) return false;
        int count = 0, classes = 0, of = ConstructedClass(call.Callee);
        bool isFamily = IsFamily(callees);
        foreach (int callee in callees)
        {
            if (!IsConstructor(callee) && ++count > MaxCallees) return false;
            if (ConstructedClass(callee) >= 0) classes++;
            // Where a class and classes below it meet, the first is what is declared, the others what some caller passes.
            int other = ConstructedClass(callee);
            if (of >= 0 && !isFamily && other >= 0 && other != of && _solver.Classes.IsSubclass(of, other)) return false;
        }
        if (of < 0 && !IsConstructor(call.Callee)) return true;
        if (classes > MaxClassesOfObject && IsOfResult(call)) return false;
        return classes <= MaxClasses || isFamily;
    }

    private bool IsOneOfVeryMany(in FoundCall call)
    {
        if (_callees.GetValueOrDefault((call.File, call.Op)) is not { Count: > MaxCallees } callees) return false;
        if (_veryMany.TryGetValue((call.File, call.Op), out bool known)) return known;
        var names = new HashSet<int>();
        foreach (int callee in callees)
            if (_program.Def(callee).Name is >= 0 and var name) names.Add(_program.Name(_program.FileOfDef[callee], name));
        return _veryMany[(call.File, call.Op)] = callees.Count >= MethodsOfName * names.Count;
    }

    private readonly Dictionary<(int File, int Op), bool> _veryMany = [];

    /// <summary>Methods found by a computed name of which more than this share is called by name too are no handlers but what anyone may call.</summary>
    private const double NamedShare = 0.4;

    private bool IsInterface(FoundCall call)
    {
        if (_callees.GetValueOrDefault((call.File, call.Op)) is not { } callees) return false;
        int named = 0;
        foreach (int callee in callees)
            if (_calledByName.Contains(callee)) named++;
        return named > NamedShare * callees.Count;
    }

    /// <summary>
    /// Whether a callee is the __call__ of an object of one of the classes, or their family, that are called at the same place: what
    /// stands there are classes, and the object is what came out of them.
    /// </summary>
    private bool IsOfCalledClass(int callee, HashSet<int> callees)
    {
        if (!IsCallMethod(callee)) return false;
        int root = _solver.OutermostBase(ClassAround(callee));
        foreach (int other in callees)
            if (ConstructedClass(other) is >= 0 and var made && _solver.OutermostBase(made) == root) return true;
        return false;
    }

    private bool IsCallMethod(int def) => _program.Def(def) is { Class: >= 0, Kind: (int)DefKind.Function, Name: >= 0 } record
        && _program.NameBytes(_program.Name(_program.FileOfDef[def], record.Name)).SequenceEqual("__call__"u8);

    /// <summary>Whether callees are of several files: where something from outside comes to the same place as well, any number of callers had a say.</summary>
    private bool AreScattered(HashSet<int> callees)
    {
        int first = -1;
        foreach (int callee in callees)
        {
            int file = _program.FileOfDef[callee];
            if (first >= 0 && file != first) return true;
            first = file;
        }
        return false;
    }

    /// <summary>This many classes that are all below one of the program's are what is registered there, not what callers mixed.</summary>
    private const int MinFamily = 8;

    private bool IsFamily(HashSet<int> callees)
    {
        int root = -1, count = 0;
        foreach (int callee in callees)
        {
            if (ConstructedClass(callee) is not (>= 0 and var made)) continue;
            int top = _solver.OutermostBase(made);
            if (root >= 0 && top != root) return false;
            (root, count) = (top, count + 1);
        }
        return count >= MinFamily;
    }

    /// <summary>
    /// More closures and callable objects than this at one place are wrappers around each other: which of them wraps which is known
    /// only when the program runs. Where there are more, fewer than half of them were reached in the projects that were measured.
    /// </summary>
    private const int MaxWrappers = 5;

    private bool AreWrappers(HashSet<int> callees, int file)
    {
        int wrappers = 0, all = 0;
        foreach (int callee in callees)
        {
            if (ConstructedClass(callee) >= 0 || IsConstructor(callee) || (!_program.Modules.IsTest(file) && IsTest(callee))) continue;
            all++;
            if (IsWrapper(callee)) wrappers++;
        }
        return all > MaxWrappers && wrappers * 2 >= all;
    }

    /// <summary>A closure that calls a value is reached by itself only where what it wraps was wrapped twice.</summary>
    private bool IsClosure(int def) =>
        _program.Def(def) is { Kind: (int)DefKind.Function, Class: < 0 } record && _program.Units[_program.FileOfDef[def]].Defs[record.Parent].Kind == (int)DefKind.Function;

    private bool IsWrapper(int def)
    {
        int file = _program.FileOfDef[def];
        ref readonly var record = ref _program.Def(def);
        if (record.Kind != (int)DefKind.Function || record.Name < 0) return false;
        return record.Class >= 0
            ? _program.NameBytes(_program.Name(file, record.Name)).SequenceEqual("__call__"u8)
            : _program.Units[file].Defs[record.Parent].Kind == (int)DefKind.Function;
    }

    private bool IsConstructor(int def) => _program.Def(def) is { Class: >= 0, Kind: (int)DefKind.Function, Name: >= 0 } record
        && _program.NameBytes(_program.Name(_program.FileOfDef[def], record.Name)) is var name && (name.SequenceEqual("__init__"u8) || name.SequenceEqual("__new__"u8));

    /// <summary>The class that calling a definition makes an instance of, or -1.</summary>
    private int ConstructedClass(int def) => _program.Def(def).Kind == (int)DefKind.Class ? def : -1;

    /// <summary>The class whose method a definition is, or is nested in; -1 for none.</summary>
    private int ClassAround(int def)
    {
        int file = _program.FileOfDef[def], first = _program.DefBase[file];
        for (int d = def - first; d >= 0; d = _program.Units[file].Defs[d].Parent)
            if (_program.Units[file].Defs[d].Class >= 0) return first + _program.Units[file].Defs[d].Class;
        return -1;
    }
}
