namespace CodexAura.Engine.Analysis;

/// <summary>The work can't be done for a reason that a person can act on. The message says what, where, and what to do.</summary>
public sealed class AnalysisException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Stable code, such as <c>path.not_found</c>.</param>
    /// <param name="message">What happened, where, what to do.</param>
    /// <param name="inner">The cause.</param>
    public AnalysisException(string code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>Stable code for programs.</summary>
    public string Code { get; }
}
