using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What of the values at a place only some caller brings there: what tests pass in, and what lies among values of other kinds.</summary>
internal sealed partial class CallEdges
{
    /// <summary>
    /// Values of more types than this that can't be called, beside what can: the place holds anything that callers pass, such as a
    /// dictionary of settings. Of 21 such calls in the 76 projects that were measured 9 happened, of those with a type fewer 22 of 29.
    /// </summary>
    private const int MaxOthers = 2;

    /// <summary>
    /// The same where what is called is an object of a library's that calls what it was made with, as two steps led there, and for types
    /// that lack the attribute that is called: of 43 such calls 8 happened.
    /// </summary>
    private const int MaxOthersThrough = 1;

    /// <summary>
    /// More classes than this where the class of an object is called, type(x)(…): objects of the whole family meet there, and of 218
    /// such calls in the same projects 98 happened.
    /// </summary>
    private const int MaxClassesOfObject = 7;

    /// <summary>
    /// Callees of at least as many names as this, where one is a closure: what decorators made of many functions meets there, each meant
    /// for a place of its own. Of 140 such calls in the same projects 21 happened.
    /// </summary>
    private const int ManyClosures = 16;

    private bool IsAmongClosures(FoundCall call)
    {
        if (!IsClosure(call.Callee) || _callees.GetValueOrDefault((call.File, call.Op)) is not { } callees || callees.Count < ManyClosures) return false;
        var names = new HashSet<int>();
        foreach (int callee in callees)
            if (_program.Def(callee).Name is >= 0 and var name) names.Add(_program.Name(_program.FileOfDef[callee], name));
        return names.Count >= ManyClosures;
    }

    /// <summary>Whether all that may be called are classes which inherit one and the same constructor: that runs, whichever it is.</summary>
    private bool IsConstructorOfAll(FoundCall call)
    {
        if (!IsConstructor(call.Callee) || _callees.GetValueOrDefault((call.File, call.Op)) is not { } callees) return false;
        int around = ClassAround(call.Callee), classes = 0;
        foreach (int callee in callees)
        {
            if (callee == call.Callee) continue;
            if (ConstructedClass(callee) < 0 || !_solver.Classes.IsSubclass(callee, around)) return false;
            classes++;
        }
        return classes > 1;
    }

    private bool IsTest(int def) => _program.Modules.IsTest(_program.FileOfDef[def]);

    /// <summary>What tests and examples pass into the code they use is there while they run; the code does not depend on it.</summary>
    private bool IsLoan(in FoundCall call) => !_program.Modules.IsTest(call.File) && IsTest(call.Callee);

    /// <summary>What a test puts in the place of a module's function for as long as it runs; what the code itself puts there is what it means to call.</summary>
    private bool IsPatch(in FoundCall call) => IsTest(call.Callee) && _solver.IsPatch(call);

    /// <summary>
    /// Whether a method is found on a value that is only said to be of a protocol, and no object has it from there: whatever comes has a method of
    /// its own. What names the class or goes by super() runs it all the same.
    /// </summary>
    private bool IsOfNoObject(in FoundCall call, ReadOnlySpan<int> w)
    {
        if (!_solver.IsOfNoObject(call.Callee)) return false;
        var code = (OpCode)(w[0] & 0xFF);
        if (code is not (OpCode.Call or OpCode.CallAttr or OpCode.GetAttr)) return true;
        // A class method's cls is the class of some object, not one that is named.
        return !_solver.IsTakenFromClass(call, classes: code == OpCode.CallAttr && ((CallFlags)w[5] & CallFlags.Self) == 0);
    }

    /// <summary>Whether what is called lies among values of several types that can't be called, or that have no such attribute, at all.</summary>
    private bool IsAmongOthers(FoundCall call)
    {
        var w = Words(call.File, call.Op);
        var code = (OpCode)(w[0] & 0xFF);
        if (code is not (OpCode.Call or OpCode.CallAttr)) return false;
        int slot = _solver.SlotOf(call.File, w[2]);
        if (code == OpCode.Call) return _solver.TypesNotCallable(slot) > (slot == call.Slot ? MaxOthers : MaxOthersThrough);
        // What is stored under its own name is as good as a method.
        int name = _program.Name(call.File, w[3]);
        return _program.Name(_program.FileOfDef[call.Callee], _program.Def(call.Callee).Name) != name && _solver.TypesWithout(slot, name) > MaxOthersThrough;
    }

    /// <summary>Whether what is called is the result of another call of the same function, such as type(x).</summary>
    private bool IsOfResult(FoundCall call)
    {
        var w = Words(call.File, call.Op);
        if ((OpCode)(w[0] & 0xFF) != OpCode.Call) return false;
        return _solver.InstructionThatMakes(w[2], OpCode.Call, call.File, StartOf(call), call.Op) >= 0;
    }

    /// <summary>
    /// More callees than this for what stands at one place of a list, formats[0](): it is one of all that are ever put there. Of 34 such calls in the
    /// projects of docs/accuracy-projects.md four happened.
    /// </summary>
    private const int MaxAtPlace = 3;

    private bool IsOneOfList(in FoundCall call, HashSet<int> callees)
    {
        var w = Words(call.File, call.Op);
        if (callees.Count <= MaxAtPlace || (OpCode)(w[0] & 0xFF) != OpCode.Call) return false;
        int op = _solver.InstructionThatMakes(w[2], OpCode.GetItem, call.File, StartOf(call), call.Op);
        return op >= 0 && _program.Units[call.File].Ops[op + 3] is var index && Slots.IsRef(index) && (RefKind)_program.Units[call.File].Refs[~index].Kind == RefKind.Integer;
    }

    /// <summary>Where the function that a call stands in begins.</summary>
    private int StartOf(in FoundCall call) => _program.Units[call.File].Defs[CodeAt(call.File, call.Op)].OpStart;

    /// <summary>Whether making an object runs what some code puts over the constructor of its class when it is called. Who calls that by its name, or as a value, means it.</summary>
    private bool IsPutOver(in FoundCall call, ReadOnlySpan<int> w)
    {
        if (!_solver.IsPutOver(call.Callee)) return false;
        if (call.Kind == CallKind.Attribute) return (OpCode)(w[0] & 0xFF) == OpCode.CallAttr && _program.Name(call.File, w[3]) != _program.Name(_program.FileOfDef[call.Callee], _program.Def(call.Callee).Name);
        if (_solver.IsCalledItself(call) || _callees.GetValueOrDefault((call.File, call.Op)) is not { } callees) return false;
        bool any = false;
        foreach (int callee in callees)
        {
            if (ConstructedClass(callee) is not (>= 0 and var made) || !_solver.HasConstructor(made, call.Callee)) continue;
            if (!_solver.IsPutOver(made, call.Callee)) return false;
            any = true;
        }
        return any;
    }
}
