namespace CodexAura.Analyzers.Python.Trial;

/// <summary>What hangs on things from outside: both ways are gone.</summary>
internal sealed partial class Interpreter
{
    private readonly Choices _choices;

    /// <summary>How many try bodies are being run.</summary>
    private int _guarded;

    private bool Choose()
    {
        Step();
        return _choices.Ask(_owner, _place);
    }

    /// <summary>One of several, by number.</summary>
    private int ChooseAmong(int count)
    {
        if (count > 8) throw Stop("one of many");
        for (int i = 0; i < count - 1; i++)
            if (Choose()) return i;
        return count - 1;
    }

    /// <summary>What the outside is asked to do may fail; nobody sees that but a handler.</summary>
    private void MayFail()
    {
        if (_guarded > 0 && Choose()) throw new PyError(Py.External, isRaised: true);
    }

    private static bool IsUnknown(object value) => ReferenceEquals(value, Py.External);
}
