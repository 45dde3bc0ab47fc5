namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// A bound on the work, counted in steps and never in time, so that every machine cuts at the same place. It lies well above what
/// programs need; where one is that entangled, what its values would still have mixed is no answer any more.
/// </summary>
internal sealed partial class Solver
{
    // Django needs 4.8 million steps for 170,000 slots, SQLAlchemy 6.1 million for 160,000.
    private const long BaseWork = 16_000_000;
    private const int WorkPerSlot = 12;

    /// <summary>A method that more classes below the receiver's override than this says nothing about a call.</summary>
    private const int MaxOverrides = 256;

    /// <summary>
    /// The same for special methods that syntax runs, the class's own included, in a program that has used up half of its allowance. The calls
    /// of those of classes below are guesses in any case, and with more than eight methods at one place no guess is told; but what they return
    /// flows on, which peewee's expressions live on. Three of SymPy's five million calls were of that kind.
    /// </summary>
    private const int MaxSpecialOverrides = 8;

    private bool HasTooManyOverrides(View view) => view.Attributes.Count > MaxOverrides
        || (view.Attributes.Count > MaxSpecialOverrides && _slots.Work > _allowance / 2 && IsSpecial(view.Name));

    private bool IsSpecial(int name) => IsDunder(name) && name != _known.Call && name != _known["__init__"] && name != _known["__new__"];

    /// <summary>
    /// How many values a slot takes once the allowance is used up, and after each further quarter of it. With so few the fixed
    /// point is soon reached; where it is not after three times the allowance, the work ends.
    /// </summary>
    private static readonly int[] TighterLimits = [8, 4, 2];

    private readonly long _allowance;
    private readonly KeyMap _lostOverrides;
    private long _nextCut;

    /// <summary>How often the work had to be cut: 0 not at all, up to 3 fewer and fewer values were followed, 4 it ended.</summary>
    public int Cuts { get; private set; }

    /// <summary>The work ended before the fixed point.</summary>
    public bool IsStopped => Cuts > TighterLimits.Length;

    public long Work => _slots.Work;

    /// <summary>How many values are followed where a variable may have many.</summary>
    public int ValueLimit => _slots.Limit;

    /// <summary>Whether an instruction's base may have had more values than were followed.</summary>
    public bool IsFull(int file, int op) =>
        _filesWithClones.Contains(file) ? SlotsOf(file, op, OpAt(op, file)[2]).Any(_slots.IsCut) : _slots.IsCut(Map(file, OpAt(op, file)[2]));

    /// <summary>Whether overriding methods were left out at a call.</summary>
    public bool HasLostOverrides(int file, int op) => _lostOverrides.Find(op, file) >= 0;

    private void Tighten()
    {
        if (Cuts < TighterLimits.Length) _slots.Limit = TighterLimits[Cuts];
        Cuts++;
        _nextCut = Cuts < TighterLimits.Length ? _nextCut + _allowance / 4 : 3 * _allowance;
    }

    /// <summary>Notes that a look-up left overriding methods out, for the call in the program that it belongs to.</summary>
    private void LoseOverrides(int op, int activation)
    {
        if (op < 0 || !_lostOverrides.Add(op, activation)) return;
        while (_activations[activation].SiteOp >= 0) (op, activation) = (_activations[activation].SiteOp, _activations[activation].SiteActivation);
        _lostOverrides.Add(op, activation);
    }
}
