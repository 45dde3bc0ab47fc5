namespace CodexAura.Analyzers.Python.Extract;

/// <summary>What loops do to variables: values of one turn reach the next, and only some ways lead out.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Variables that a loop binds get a slot in which the values of all turns meet, before the first turn is read.</summary>
    private LoopFrame EnterLoop(int node)
    {
        ForgetAttributes();
        var frame = new LoopFrame { Mark = _scope.Log.Count };
        _segment++;
        foreach (int variable in BoundBetween(_scope, _e[node].Start, _e[node].End))
        {
            int meet = NewSlot();
            if (_scope.Env[variable] != Scope.Unbound) EmitCopy(meet, _scope.Env[variable]);
            frame.Slots.Add((variable, meet, NewSlot()));
            Assign(_scope, variable, meet);
        }
        _scope.Loops.Add(frame);
        _scope.Epoch++;
        return frame;
    }

    /// <summary>The end of a turn: what variables hold reaches the start of the next.</summary>
    private void LeaveTurn()
    {
        if (_scope.Loops.Count == 0 || _scope.Dead) return;
        foreach (var (variable, meet, _) in _scope.Loops[^1].Slots) CopyTo(meet, variable);
    }

    private void BreakLoop()
    {
        if (_scope.Loops.Count == 0 || _scope.Dead) return;
        _scope.Loops[^1].Broken = true;
        foreach (var (variable, _, exit) in _scope.Loops[^1].Slots) CopyTo(exit, variable);
    }

    private void CopyTo(int slot, int variable)
    {
        if (_scope.Env[variable] != Scope.Unbound && _scope.Env[variable] != slot) EmitCopy(slot, _scope.Env[variable]);
    }

    /// <summary>Ends a loop. It is left when its condition fails, by way of the else clause, or by break, which skips that.</summary>
    private void LeaveLoop(LoopFrame frame, bool dead, int node, int condition = -1)
    {
        LeaveTurn();
        _segment++;
        _scope.Epoch++;
        _scope.Loops.Remove(frame);
        // What conditions said inside the loop holds no longer.
        TakeBranch(frame.Mark);
        int mark = _scope.Log.Count;
        _scope.Dead = dead || frame.Endless;
        foreach (var (variable, meet, _) in frame.Slots) Assign(_scope, variable, meet);
        if (condition >= 0 && !_scope.Dead) Narrow(condition, false);
        int alternative = Child(node, G.Alternative);
        if (alternative >= 0) ReadStatements(Child(alternative, G.Body));
        if (!frame.Broken)
        {
            _scope.Dead |= dead;
            return;
        }
        var ended = TakeBranch(mark);
        _scope.Dead = dead;
        foreach (var (variable, _, exit) in frame.Slots) Assign(_scope, variable, exit);
        Join([ended, TakeBranch(mark)]);
        _scope.Dead |= dead;
    }
}
