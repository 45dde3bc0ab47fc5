namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Slots with a declared type.</summary>
internal sealed partial class SlotStore
{
    // A flag for each of the slots that are there from the start: asked of new values only.
    private bool[] _isTyped = [];

    /// <summary>What of a value a slot with a declared type takes: it, a narrower one, or -1 for nothing.</summary>
    public Func<int, int, int>? Admit { get; init; }

    /// <summary>From now on a slot that was there from the start takes only what <see cref="Admit"/> lets in, or again all; what is in it stays.</summary>
    public void SetTyped(int slot, bool isTyped = true)
    {
        if (_isTyped.Length == 0) _isTyped = new bool[_slots];
        _isTyped[slot] = isTyped;
    }

    private bool IsTyped(int slot) => (uint)slot < (uint)_isTyped.Length && _isTyped[slot];

    private int Admitted(int slot, int obj)
    {
        int admitted = Admit!(slot, obj);
        if (admitted >= 0 && admitted != obj) Trail?.Narrowed(slot, admitted, obj);
        return admitted;
    }
}
