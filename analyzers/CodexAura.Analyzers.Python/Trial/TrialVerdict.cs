using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>What a run says about calls that the solver found.</summary>
internal sealed class TrialVerdict
{
    private readonly TrialResult _result;
    private readonly Resolve.Program _program;
    private readonly HashSet<int> _open = [];

    /// <param name="program">The program.</param>
    /// <param name="result">What happened in the run.</param>
    /// <param name="calls">Caller and callee of all calls that the solver found.</param>
    public TrialVerdict(Resolve.Program program, TrialResult result, IReadOnlyCollection<(int Caller, int Callee)> calls)
    {
        (_program, _result) = (program, result);
        // What code that did not run calls may do more than it did, and so may what that calls.
        var called = calls.ToLookup(c => c.Caller, c => c.Callee);
        var next = new Stack<int>(calls.Where(c => !result.Ran.Contains(c.Caller) && !IsNeverMade(c.Caller)).Select(c => c.Callee));
        while (next.TryPop(out int def))
            if (_open.Add(def))
                foreach (int callee in called[def]) next.Push(callee);
    }

    /// <summary>Calls that happened, with their first line.</summary>
    public IReadOnlyDictionary<(int Caller, int Callee), int> Calls => _result.Calls;

    /// <summary>Whether a function is one that the code around it did not define when it ran: the other arm of a branch did.</summary>
    private bool IsNeverMade(int def)
    {
        ref readonly var record = ref _program.Def(def);
        if (record.Kind != (int)DefKind.Function || record.Name < 0 || _result.Made.Contains(def)) return false;
        int around = record.Parent, first = _program.DefBase[_program.FileOfDef[def]];
        while (around > 0 && _program.Def(first + around).Kind == (int)DefKind.Class) around = _program.Def(first + around).Parent;
        return _result.Ran.Contains(first + around);
    }

    /// <summary>Whether all that a definition does happened in the run, and this call did not.</summary>
    /// <param name="caller">The definition or file that the call counts for.</param>
    /// <param name="callee">What is called.</param>
    /// <param name="file">File of the lambda that the call stands in; -1 for none.</param>
    /// <param name="line">Its first line.</param>
    public bool Refutes(int caller, int callee, int file, int line) => IsNeverMade(caller)
        || _result.Ran.Contains(caller) && !_open.Contains(caller) && !_result.Calls.ContainsKey((caller, callee))
        && (file < 0 || _result.RanLambdas.Contains((file, line)) || !_result.HeldLambdas.Contains((file, line)));
}
