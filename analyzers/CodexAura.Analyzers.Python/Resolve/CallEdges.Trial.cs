using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Trial;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What the run of a small program adds: calls that nothing else told of, and doubt about those that did not happen.</summary>
internal sealed partial class CallEdges
{
    private readonly TrialVerdict? _trial;
    private readonly HashSet<(int Caller, int Callee)> _stated = [];

    /// <summary>The line of a call that happened when the program was run; 0 where none did.</summary>
    internal int SeenAt(int caller, int callee) => _trial is not null && IsSeen(caller, callee) ? _trial.Calls.GetValueOrDefault((caller, callee)) : 0;

    private void AddSeen()
    {
        if (_trial is null) return;
        foreach (var ((caller, callee), line) in _trial.Calls)
            if (IsSeen(caller, callee) && _stated.Add((caller, callee))) _graph.AddEdge(_handles[caller], _handles[callee], EdgeTypes.Calls, line, Confidence.Inferred);
    }

    /// <summary>Whether a call has a place in the graph, and is not only what tests pass in.</summary>
    private bool IsSeen(int caller, int callee) =>
        _handles[caller] >= 0 && _handles[callee] >= 0 && (IsTest(caller) || !IsTest(callee));

    /// <summary>Whether the code that a call stands in ran to its end without it.</summary>
    private bool IsRefuted(in FoundCall call, int owner)
    {
        if (_trial is null) return false;
        ref readonly var code = ref _program.Units[call.File].Defs[CodeAt(call.File, call.Op)];
        bool isLambda = code.Kind == (int)DefKind.Lambda;
        return _trial.Refutes(owner, call.Callee, isLambda ? call.File : -1, isLambda ? code.LineStart : 0);
    }

    /// <summary>The function or file whose code an instruction is; what a lambda does belongs to what is around it.</summary>
    internal int OwnerAt(int file, int op) => _program.DefBase[file] + _program.Units[file].Defs[CodeAt(file, op)].Owner;

    /// <summary>The function, lambda or module of a file whose own code an instruction is.</summary>
    private int CodeAt(int file, int op)
    {
        int at = Array.BinarySearch(_starts[file], op);
        if (at < 0) at = ~at - 1;
        while (at + 1 < _starts[file].Length && _starts[file][at + 1] == _starts[file][at]) at++;
        return _order[file][at];
    }
}
