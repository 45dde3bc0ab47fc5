using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The arguments of an instruction that calls something in some role, read from its words as they are asked for: calls are the
/// most frequent thing the solver does, and none of them makes an array.
/// </summary>
internal readonly ref struct CallSite
{
    private readonly ReadOnlySpan<int> _words;
    private readonly int _first;
    private readonly int _step;
    private readonly int _extra;

    public CallSite(ReadOnlySpan<int> words, Role role, int extraArgument)
    {
        _words = words;
        _extra = extraArgument;
        (_first, _step) = ((OpCode)(words[0] & 0xFF), role) switch
        {
            (OpCode.MakeClass, _) => (4 + words[3], 2),
            (_, Role.Create) => (words.Length, 1),
            (_, Role.Getter or Role.Iterator or Role.Next or Role.Hook) => (words.Length, 1),
            (OpCode.Call, _) => (5, 2),
            (OpCode.CallAttr, _) => (6, 2),
            (OpCode.Special, _) => (5, 1),
            (OpCode.Binary, Role.Reflected) => (2, 0),
            (OpCode.Binary, _) => (3, 0),
            (OpCode.GetItem, _) => (3, 0),
            (OpCode.SetItem, _) => (2, -1),
            (OpCode.SetAttr, Role.Setter) => (3, 0),
            _ => (words.Length, 1),
        };
        int own = _step switch
        {
            0 => 1,
            -1 => 2,
            _ => (words.Length - _first) / _step,
        };
        Count = own + (extraArgument >= 0 ? 1 : 0);
    }

    public int Count { get; }

    /// <summary>Keyword name (file string) or <see cref="ArgKind"/>, and the slot; <c>mapped</c> says that it is no file slot but a program slot.</summary>
    public (int Kind, int Slot, bool Mapped) this[int i]
    {
        get
        {
            if (_extra >= 0)
            {
                if (i == 0) return (ArgKind.Positional, _extra, true);
                i--;
            }
            return _step == 2
                ? (_words[_first + 2 * i], _words[_first + 2 * i + 1], false)
                : (ArgKind.Positional, _words[_first + i], false);
        }
    }
}
