using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that a decorator from outside made tasks of, which a queue runs elsewhere: send_mail.delay(to). The names are those of Celery, Dramatiq,
/// Ray, Taskiq and the like; whoever changes send_mail wants to know who sends it off, so that it is a guess, as what threads run is.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>What the task is given stands in the brackets.</summary>
    private static readonly string[] GivenNames = ["delay", "send", "remote", "kiq", "submit", "spawn"];

    /// <summary>What it is given is handed over as a list, or told later.</summary>
    private static readonly string[] OptionNames = ["apply_async", "send_with_options", "defer", "defer_async", "enqueue"];

    /// <summary>By name of the method that hands a task to a queue: the model that runs it.</summary>
    private readonly Dictionary<int, int> _queues = [];

    private int _queued = -1, _scheduled = -1;

    private void FindQueues()
    {
        if (_threads < 0) return;
        foreach (var (names, model) in (ReadOnlySpan<(string[], string)>)[(GivenNames, "_queued"), (OptionNames, "_scheduled")])
            if (_exports.TryGetValue(Key(_threads, _known[model]), out int slot))
            {
                if (names == GivenNames) _queued = slot;
                else _scheduled = slot;
                foreach (string name in names) _queues.Add(_known[name], slot);
            }
    }

    private void Queue(int op, int activation, int task, int name)
    {
        var (_, def, _) = _objects[task];
        if (!_queues.TryGetValue(name, out int slot) || !IsOwn(activation) || (OpCode)(OpAt(op, activation)[0] & 0xFF) != OpCode.CallAttr) return;
        if (_program.IsModelDef(def) || ((DefFlags)_program.Def(def).Flags & DefFlags.Decorated) == 0) return;
        // A task that is bound to itself, bind=True, is given what is handed over from its second parameter on.
        if (slot == _queued && _program.Def(def).ParamCount > 0 && IsNamedSelf(_program.FileOfDef[def], _program.Units[_program.FileOfDef[def]], _program.Def(def))) slot = _scheduled;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_objects[_slots.ObjectAt(slot, i)].Kind == ObjectKind.Function) Invoke(op, activation, Role.Value, _slots.ObjectAt(slot, i), task);
    }
}
