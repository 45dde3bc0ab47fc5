using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Calls of which nothing is known but a name: guesses, and what is counted as not resolved.</summary>
internal sealed partial class CallEdges
{
    /// <summary>The only method of the program that is called like an attribute whose receiver is unknown; -1 where that is no guess.</summary>
    internal int GuessAt(int file, int op)
    {
        var w = Words(file, op);
        if ((OpCode)(w[0] & 0xFF) != OpCode.CallAttr || _resolved.Contains((file, op)) || _solver.IsFull(file, op) || _solver.IsKnown(file, op)) return -1;
        return _solver.OnlyMethod(_program.Name(file, w[3]));
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
            else if (GuessAt(file, op) is >= 0 and var method)
            {
                _graph.AddEdge(_handles[OwnerAt(file, op)], _handles[method], EdgeTypes.Calls, LineOf(Words(file, op)), Confidence.Heuristic);
                _graph.AddUnresolved(EdgeTypes.Calls, "unknown receiver, guessed by name");
            }
            else _graph.AddUnresolved(EdgeTypes.Calls, code == OpCode.CallAttr ? "unknown receiver" : "unknown value");
        }
    }
}
