namespace CodexAura.Sdk.Services;

/// <summary>What sort of failure it is: what decides on an exit code, an HTTP status or the advice to an agent.</summary>
public enum FailureKind
{
    /// <summary>What was asked makes no sense as it stands: correct it and ask again.</summary>
    Invalid,

    /// <summary>What was named does not exist, or more than one thing has that name.</summary>
    NotFound,

    /// <summary>It is not allowed here, however it is asked.</summary>
    Forbidden,

    /// <summary>Something it needs is in use, full or out of reach now: the same may work later.</summary>
    Unavailable,

    /// <summary>It was tried and did not work.</summary>
    Failed,
}

/// <summary>A failure that a person can act on. The message says what happened, where, and what to do.</summary>
public abstract class CodexAuraException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Stable code, such as <c>node.not_found</c>.</param>
    /// <param name="message">What happened, where, what to do.</param>
    /// <param name="kind">What sort of failure it is.</param>
    /// <param name="inner">The cause.</param>
    protected CodexAuraException(string code, string message, FailureKind kind, Exception? inner = null) : base(message, inner) =>
        (Code, Kind) = (code, kind);

    /// <summary>Stable code for programs: an area and a word, such as <c>graph.ambiguous</c>.</summary>
    public string Code { get; }

    /// <summary>What sort of failure it is.</summary>
    public FailureKind Kind { get; }

    /// <summary>What may have been meant, best first: ids or names that can be given instead. Often empty.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
