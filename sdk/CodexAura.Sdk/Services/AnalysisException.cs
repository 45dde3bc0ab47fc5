namespace CodexAura.Sdk.Services;

/// <summary>An analysis, or what git is asked, can't be done for a reason that a person can act on.</summary>
public sealed class AnalysisException : CodexAuraException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Stable code, such as <c>path.not_found</c>.</param>
    /// <param name="message">What happened, where, what to do.</param>
    /// <param name="inner">The cause.</param>
    public AnalysisException(string code, string message, Exception? inner = null) : base(code, message, KindOf(code), inner)
    {
    }

    private static FailureKind KindOf(string code) => code switch
    {
        "path.outside_roots" => FailureKind.Forbidden,
        "graph.not_found" => FailureKind.NotFound,
        "analysis.too_long" or "analyzer.none" or "analyzer.failed" or "git.failed" or "git.missing" or "graph.differs" => FailureKind.Failed,
        _ => FailureKind.Invalid,
    };
}
