namespace CodexAura.Sdk.Graph;

/// <summary>What a node of the graph stands for.</summary>
public enum NodeType : byte
{
    /// <summary>A source file.</summary>
    File,

    /// <summary>A class.</summary>
    Class,

    /// <summary>A function or method.</summary>
    Function,
}

/// <summary>
/// How far an edge may be relied on. Ordered: a higher value is the stronger claim, so consumers filter with <c>&gt;=</c>.
/// </summary>
public enum Confidence : byte
{
    /// <summary>A guess, such as the only method of that name in the repository.</summary>
    Heuristic,

    /// <summary>Needed type or value flow to be found.</summary>
    Inferred,

    /// <summary>Follows from names and scopes alone.</summary>
    Exact,
}

/// <summary>
/// The edge types every consumer knows. Analyzers may add types of their own: upper-case names, at most 250 in one graph.
/// </summary>
public static class EdgeTypes
{
    /// <summary>File to file: an import that resolves inside the repository.</summary>
    public const string Imports = "IMPORTS";

    /// <summary>Function or file to function or class: a call, or an instantiation.</summary>
    public const string Calls = "CALLS";

    /// <summary>Class to class: a base inside the repository.</summary>
    public const string Extends = "EXTENDS";
}

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity : byte
{
    /// <summary>Worth knowing; nothing was lost.</summary>
    Info,

    /// <summary>Something was left out or read in part.</summary>
    Warning,

    /// <summary>A file or step gave no result.</summary>
    Error,
}

/// <summary>Something a person should know about one analysed file. Broken input is data: it ends up here, never as an exception.</summary>
/// <param name="Code">Stable code, such as <c>CA2001</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Path relative to the analysed root, with <c>/</c>; empty when it concerns the whole tree.</param>
/// <param name="Line">1-based line, or 0 when it concerns the whole file.</param>
/// <param name="Message">What happened and what to do, in one sentence.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Path, int Line, string Message);
