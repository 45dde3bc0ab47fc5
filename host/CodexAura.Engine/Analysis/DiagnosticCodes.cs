namespace CodexAura.Engine.Analysis;

/// <summary>Codes of the diagnostics that the engine itself reports; those of analyzers start at CA2000.</summary>
public static class DiagnosticCodes
{
    /// <summary>A file is larger than the limit and was left out.</summary>
    public const string FileTooLarge = "CA1001";

    /// <summary>A file can't be read.</summary>
    public const string FileUnreadable = "CA1002";

    /// <summary>A folder can't be read.</summary>
    public const string FolderUnreadable = "CA1003";

    /// <summary>A name is not valid UTF-8, so nothing could refer to the file.</summary>
    public const string NameNotUtf8 = "CA1004";

    /// <summary>A pipe, socket or device with the name of a source file.</summary>
    public const string NotARegularFile = "CA1005";

    /// <summary>A symbolic link leads out of the root, or nowhere.</summary>
    public const string LinkNotFollowed = "CA1006";

    /// <summary>An analyzer failed on one file.</summary>
    public const string AnalyzerFailedOnFile = "CA1007";

    /// <summary>An analyzer failed to resolve references; nothing of its language is in the graph.</summary>
    public const string AnalyzerFailedToResolve = "CA1008";

    /// <summary>An analyzer took too long for one file.</summary>
    public const string AnalyzerHangs = "CA1009";

    /// <summary>An analyzer gave nodes or edges that make no graph; nothing of its language is in the graph.</summary>
    public const string AnalyzerGraphInvalid = "CA1010";

    /// <summary>An analyzer took longer than the limit to resolve references.</summary>
    public const string AnalyzerHangsInResolve = "CA1011";

    /// <summary>A file was edited, and what it refers to is being resolved still: the graph is a preview.</summary>
    public const string BeingResolved = "CA1012";
}
