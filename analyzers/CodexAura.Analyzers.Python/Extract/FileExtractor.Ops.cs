using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Writing instructions. An instruction's first word is its code and, above eight bits, its length in words.</summary>
internal sealed unsafe partial class FileExtractor
{
    private void Emit(OpCode code, params ReadOnlySpan<int> operands)
    {
        if (_scope.Dead) return;
        _ops.Add((int)code | (operands.Length + 1) << 8);
        foreach (int operand in operands) _ops.Add(operand);
    }

    /// <summary>Starts an instruction whose length is not known yet; its operands are added to the list by the caller.</summary>
    private int BeginOp(OpCode code)
    {
        _ops.Add((int)code);
        return _ops.Count - 1;
    }

    private void EndOp(int at)
    {
        if (_scope.Dead) _ops.RemoveRange(at, _ops.Count - at);
        else _ops[at] |= (_ops.Count - at) << 8;
        _lastOp = at;
    }

    /// <summary>Where the last instruction of several operands begins; it may have been taken out again.</summary>
    private int _lastOp;

    private void EmitCopy(int to, int from)
    {
        if (from != Unknown && from != to && from != Slots.None) Emit(OpCode.Copy, to, from);
    }

    private int EmitSpecial(int receiver, string method, int line, params ReadOnlySpan<int> arguments)
    {
        if (IsPlain(receiver) && arguments.Length == 0) return Unknown;
        int result = NewSlot();
        int at = BeginOp(OpCode.Special);
        _ops.Add(result);
        _ops.Add(receiver);
        _ops.Add(Known(method));
        _ops.Add(line);
        foreach (int argument in arguments) _ops.Add(argument);
        EndOp(at);
        return result;
    }

    private int EmitIterate(int iterable, int line, bool isAsync)
    {
        int element = NewSlot();
        Emit(OpCode.Iterate, element, iterable, line, isAsync ? 1 : 0);
        if (!isAsync) return element;
        // __anext__ gives something to wait for; the elements of an async generator pass as they are.
        int awaited = NewSlot();
        Emit(OpCode.Await, awaited, element, line);
        return awaited;
    }

    /// <summary>A slot that holds the values of both; either may be absent.</summary>
    private int Merge(int first, int second)
    {
        if (second == Slots.None || second == first || second == Unknown) return first;
        if (first == Slots.None || first == Unknown) return second;
        int merged = NewSlot();
        EmitCopy(merged, first);
        EmitCopy(merged, second);
        NoteMeeting(merged, first, second);
        return merged;
    }

    /// <summary>What is so of each value that comes to a slot is so of the slot.</summary>
    private void NoteMeeting(int merged, params ReadOnlySpan<int> slots)
    {
        bool areStatic = true, areOwn = true;
        foreach (int slot in slots)
        {
            areStatic &= _staticSlots.Contains(slot);
            areOwn &= _ownInstances.Contains(slot);
        }
        if (areStatic) _staticSlots.Add(merged);
        if (areOwn) _ownInstances.Add(merged);
    }

    /// <summary>A constant or an instance of a builtin scalar: no operator on it runs code of the project.</summary>
    private bool IsPlain(int slot)
    {
        if (!Slots.IsRef(slot)) return false;
        return (RefKind)_facts.RefAt(slot).Kind is RefKind.BuiltinInstance or RefKind.String or RefKind.Integer or RefKind.StringPrefix or RefKind.Boolean;
    }
}
