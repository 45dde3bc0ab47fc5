using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Where values were not followed, what would have come of them is missing elsewhere. A call of such a value is a guess, however few
/// candidates have arrived.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>
    /// What an instruction takes out of values some of which are missing lacks some too. What calls give is left out: methods of one
    /// name mostly give the same.
    /// </summary>
    private void PassIncomplete(in Watch watch)
    {
        int activation = watch.Activation;
        switch (watch.Kind)
        {
            case WatchKind.Base:
                PassIncomplete(OpAt(watch.Op, activation), watch.Op, activation);
                break;
            case WatchKind.Deliver or WatchKind.Bind or WatchKind.BindGroup when watch.Op >= 0 && watch.B == (int)Role.Value && OpAt(watch.Op, activation) is var w && (OpCode)(w[0] & 0xFF) == OpCode.GetAttr:
                _slots.MarkIncomplete(Map(activation, w[1]));
                break;
            case WatchKind.Elements when watch.A > 0:
                _slots.MarkIncomplete(watch.A);
                break;
            case WatchKind.StarArgument:
                int def = _objects[watch.A].A;
                ref readonly var record = ref _program.Def(def);
                var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, record.ParamCount);
                for (int p = watch.B & 255; p < parameters.Length; p++)
                    if (parameters[p].Kind <= (int)ParamKind.Normal) _slots.MarkIncomplete(Map(watch.B >> 8, parameters[p].Slot));
                break;
        }
    }

    private void PassIncomplete(ReadOnlySpan<int> w, int op, int activation)
    {
        switch ((OpCode)(w[0] & 0xFF))
        {
            case OpCode.GetAttr or OpCode.GetItem or OpCode.Iterate or OpCode.Await or OpCode.YieldFrom:
            case OpCode.Narrow when w[4] is not (NarrowKind.Is or NarrowKind.Below):
                _slots.MarkIncomplete(Map(activation, w[1]));
                break;
            // What is an instance of the class that was asked for is any of that class, as what comes from outside is.
            case OpCode.Narrow:
                Listen(Map(activation, w[3]), WatchKind.NarrowClass, op, activation, ObjectTable.External, 1);
                break;
            case OpCode.Unpack:
                foreach (int slot in w[4..])
                    if (slot != Slots.None) _slots.MarkIncomplete(Map(activation, slot));
                break;
        }
    }
}
