using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Explain;

/// <summary>Why there is an edge from one node to another, read off a resolution that kept a record of every value's way.</summary>
internal sealed class EdgeExplainer
{
    private readonly LinkedProgram _linked;
    private readonly Program _program;
    private readonly Solver _solver;
    private readonly Provenance _trail;
    private readonly ProgramNames _names;
    private readonly ValueTrail _values;
    private readonly LostCalls _lost;

    public EdgeExplainer(LinkedProgram linked, Provenance trail)
    {
        (_linked, _program, _solver, _trail) = (linked, linked.Program, linked.Solver, trail);
        _names = new ProgramNames(linked);
        var roles = new SlotRoles(linked);
        _values = new ValueTrail(linked, trail, roles, _names);
        _lost = new LostCalls(linked, _names, _values, new LostValue(linked, trail, roles, _names, _values));
    }

    public EdgeExplanation Explain(string source, string target)
    {
        int from = _names.Find(source), to = _names.Find(target);
        if (from < 0 || to < 0) return new EdgeExplanation([], []);
        List<EdgeEvidence> evidence = [.. Calls(from, to), .. Guesses(from, to), .. Provided(from, to), .. Bases(from, to), .. Imports(from, to)];
        evidence.Sort((a, b) => (a.Line, a.EdgeType, b.Confidence).CompareTo((b.Line, b.EdgeType, a.Confidence)));
        return new EdgeExplanation(evidence, evidence.Count > 0 ? [] : [.. _lost.Between(from, to), .. LostBases(from)]);
    }

    private IEnumerable<EdgeEvidence> Calls(int from, int to)
    {
        // One place may find the same callee in several ways: the surest is told.
        var best = new Dictionary<int, (FoundCall Call, Confidence Confidence)>();
        foreach (var call in _solver.Calls)
        {
            if (call.Callee != to || _linked.Calls.OwnerAt(call.File, call.Op) != from || _linked.Calls.Judge(call, from) is not { } confidence) continue;
            if (!best.TryGetValue(call.Op, out var known) || confidence > known.Confidence) best[call.Op] = (call, confidence);
        }
        foreach (var (call, confidence) in best.Values)
            yield return new EdgeEvidence(EdgeTypes.Calls, Math.Max(_linked.Calls.LineAt(call.File, call.Op), 1), confidence, _linked.Calls.ReasonOf(call, confidence), StepsOf(call));
        if (_linked.Calls.SeenAt(from, to) is > 0 and var line && !best.Values.Any(b => b.Confidence != Confidence.Heuristic))
            yield return new EdgeEvidence(EdgeTypes.Calls, line, Confidence.Inferred, "it happens when the program is run as it stands", [new TrailStep(_names.Path(_program.FileOfDef[from]), line, $"{_names.Of(to)} runs here")]);
    }

    private List<TrailStep> StepsOf(FoundCall call)
    {
        var steps = new List<TrailStep>();
        if (_trail.Why(call) is { } cause && _values.Before(cause) is (>= 0 and var slot, var value))
        {
            steps.AddRange(_values.To(slot, value));
            // What stands under the attribute's name is something else: a decorator's wrapper, a function that was stored there.
            if (slot != cause.Slot && call.Kind == CallKind.Value) steps.AddRange(_values.To(cause.Slot, cause.Value));
        }
        steps.Add(new TrailStep(_names.Path(call.File), _names.LineAt(call.File, call.Op), Ending(call)));
        return steps;
    }

    private string Ending(FoundCall call)
    {
        var w = _solver.Instruction(call.Op, call.File);
        string callee = _names.Of(call.Callee);
        var code = (OpCode)(w[0] & 0xFF);
        if (call.Kind == CallKind.Apart) return $"this has {callee} run elsewhere";
        if (call.Kind == CallKind.Implicit)
            return code switch
            {
                OpCode.Binary => $"the operator runs {callee}",
                OpCode.Iterate or OpCode.Unpack => $"the iteration runs {callee}",
                OpCode.GetAttr or OpCode.SetAttr or OpCode.DelAttr => $"the access to `.{_names.Text(_program.Name(call.File, w[code == OpCode.GetAttr ? 3 : 2]))}` runs {callee}",
                OpCode.GetItem or OpCode.SetItem => $"the subscript runs {callee}",
                OpCode.Call or OpCode.CallAttr => $"this call runs {callee}",
                _ => $"the statement runs {callee}",
            };
        if (_program.Def(call.Callee).Kind == (int)DefKind.Class) return $"an instance of {callee} is made here";
        return code == OpCode.CallAttr ? $"its `.{_names.Text(_program.Name(call.File, w[3]))}` is {callee}, called here" : $"{callee} is called here";
    }

    private IEnumerable<EdgeEvidence> Guesses(int from, int to)
    {
        int file = _program.FileOfDef[from];
        foreach (int op in _lost.CallsIn(from))
        {
            if (_linked.Calls.GuessAt(file, op) != to) continue;
            var (steps, reason) = _lost.Receiver(file, op);
            yield return new EdgeEvidence(EdgeTypes.Calls, _names.LineAt(file, op), Confidence.Heuristic,
                $"a guess by name: nothing is known of the receiver ({reason}), and {_names.Of(to)} is the only method of that name", steps);
        }
    }

    /// <summary>What is run for a function before it is called, by pytest or a web framework.</summary>
    private IEnumerable<EdgeEvidence> Provided(int from, int to)
    {
        string? reason = _solver.FixtureUses.Contains((from, to)) ? "pytest runs it for a parameter that bears its name"
            : _solver.Dependencies.Contains((from, to)) ? "the web framework runs it for a parameter that depends on it"
            : null;
        if (reason is not null)
            yield return new EdgeEvidence(EdgeTypes.Calls, _program.Def(from).LineStart, Confidence.Inferred, reason,
                [_names.Place(to, $"{_names.Of(to)} is defined"), _names.Place(from, $"{_names.Of(from)} is given what it gives")]);
    }

    private IEnumerable<EdgeEvidence> Bases(int from, int to)
    {
        if (_program.Def(from).Kind != (int)DefKind.Class || !_solver.Classes[from].Bases.Contains(to) || _solver.ClassStatement(from) is not var (op, activation)) yield break;
        var w = _solver.Instruction(op, activation).ToArray();
        int value = Enumerable.Range(0, _solver.Objects.Count).FirstOrDefault(o => _solver.Objects[o] is { Kind: ObjectKind.Class } c && c.A == to, -1);
        for (int i = 0; i < w[3]; i++)
        {
            int slot = _solver.SlotOf(activation, w[4 + i]);
            if (!_solver.Values.Contains(slot, value)) continue;
            yield return new EdgeEvidence(EdgeTypes.Extends, _program.Def(from).LineStart, Confidence.Exact, "named as a base in the class statement",
                [.. _values.To(slot, value), _names.Place(from, $"base of class {_names.Of(from)}")]);
            yield break;
        }
    }

    /// <summary>Bases of a class that lead outside.</summary>
    private IEnumerable<LostTrail> LostBases(int from)
    {
        if (_program.Def(from).Kind != (int)DefKind.Class || _solver.ClassStatement(from) is not var (op, activation)) yield break;
        var w = _solver.Instruction(op, activation).ToArray();
        for (int i = 0; i < w[3]; i++)
        {
            var (steps, reason) = _lost.Value(_solver.SlotOf(activation, w[4 + i]));
            yield return new LostTrail(_program.Def(from).LineStart, $"base {i + 1} of the class: {reason}", steps);
        }
    }

    private IEnumerable<EdgeEvidence> Imports(int from, int to)
    {
        if (_program.Def(from).Kind != (int)DefKind.Module || _program.Def(to).Kind != (int)DefKind.Module || from == to) yield break;
        int file = _program.FileOfDef[from], wanted = _program.FileOfDef[to];
        foreach (var (import, modules) in _linked.Imports.Of(file))
        {
            int at = Array.IndexOf(modules, wanted);
            if (at < 0) continue;
            string name = import.Name < 0 ? "" : $"`{_names.Text(_program.Name(file, import.Name))}` ";
            List<TrailStep> steps = [new(_names.Path(file), import.Line, $"{name}is imported from {Module(modules[0])}")];
            if (name.Length == 0) steps[0] = steps[0] with { Text = $"{Module(modules[0])} is imported" };
            foreach (int through in modules.Take(at).Distinct().Where(m => m >= 0 && m != wanted)) steps.Add(new TrailStep(_names.Path(through), 0, $"passes {name}on"));
            yield return new EdgeEvidence(EdgeTypes.Imports, import.Line, Confidence.Exact, at == 0 ? "an import statement that names the file" : "an import of a name that packages pass on from the file", steps);
        }
    }

    private string Module(int file) => file < 0 ? "a namespace package" : _names.Path(file);
}
