using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What is written down at a call that a function is analysed anew for, is all that its parameter ever holds in that run: def _dispatch(self, op, kind):
/// getattr(self, f"visit_{op}_{kind}") told "unary" makes no other text of kind, where any other parameter may hold more than is known of it.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>The slots of such parameters, and of what tests leave of them.</summary>
    private readonly HashSet<int> _told = [];

    /// <summary>By bit the parameters of a function that a call gives what is written down there.</summary>
    private uint ToldParams(int op, int activation, int receiver, int def)
    {
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) is not (OpCode.Call or OpCode.CallAttr)) return 0;
        int file = _activations[activation].File, own = _program.FileOfDef[def], next = receiver >= 0 ? 1 : 0;
        ref readonly var record = ref _program.Def(def);
        if (!IsPrivate(own, record)) return 0;
        var parameters = _program.Units[own].Params.Slice(record.ParamStart, record.ParamCount);
        var site = new CallSite(w, Role.Value, -1);
        uint told = 0;
        for (int i = 0; i < site.Count; i++)
        {
            var (kind, slot, _) = site[i];
            if (kind is ArgKind.Star or ArgKind.DoubleStar) return 0;
            int at = ParameterFor(kind, activation, own, parameters, ref next);
            if (at is >= 0 and < MaxNamed && IsWritten(file, slot)) told |= 1u << at;
        }
        return told;
    }

    /// <summary>Others may call what is not private, with anything: of them nothing is written down in the program.</summary>
    private bool IsPrivate(int file, in DefRecord record) => record.Name >= 0 && _program.NameBytes(_program.Name(file, record.Name)) is [(byte)'_', ..] name && !name.EndsWith("__"u8);

    /// <summary>Whether an operand is a text, a number or None, written down.</summary>
    private bool IsWritten(int file, int slot) => Slots.IsRef(slot) && _program.Units[file].Refs[~slot] is var constant && (RefKind)constant.Kind switch
    {
        RefKind.String or RefKind.Integer => true,
        RefKind.BuiltinInstance => _program.Name(file, constant.Value) == _known["NoneType"],
        _ => false,
    };
}
