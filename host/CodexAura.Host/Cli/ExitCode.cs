namespace CodexAura.Host.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <summary>The work is done, and the risk is one that <c>--fail-on</c> names.</summary>
    public const int TooRisky = 3;

    /// <summary>As shells report a process that Ctrl+C ended.</summary>
    public const int Cancelled = 130;
}

/// <summary>The command line asks for something that makes no sense; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : CodexAuraException("usage", message, FailureKind.Invalid);
