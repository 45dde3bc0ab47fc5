using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing;

/// <summary>What <see cref="AnalyzerFixture"/> checks.</summary>
public sealed record FixtureOptions
{
    internal static FixtureOptions Default { get; } = new();

    /// <summary>What starts a comment up to the end of the line in the language of the fixture. Default <c>#</c>.</summary>
    public string Comment { get; init; } = "#";

    /// <summary>
    /// Edge types of which every edge must be annotated. Default: IMPORTS, CALLS and EXTENDS. Annotations of other types must
    /// hold too, but need not be complete.
    /// </summary>
    public IReadOnlyList<string> Exhaustive { get; init; } = [EdgeTypes.Imports, EdgeTypes.Calls, EdgeTypes.Extends];

    /// <summary>Whether every class and function must be annotated. Default false.</summary>
    public bool ExhaustiveNodes { get; init; }

    /// <summary>
    /// Edges below this confidence need no annotation, and meet only annotations that state their confidence, such as
    /// <c>calls(heuristic) load</c>. Default <see cref="Confidence.Inferred"/>.
    /// </summary>
    public Confidence MinimumConfidence { get; init; } = Confidence.Inferred;

    /// <summary>Options that are exhaustive in these edge types only.</summary>
    /// <param name="edgeTypes">Upper-case edge types; none for annotations that need not be complete.</param>
    public static FixtureOptions Only(params string[] edgeTypes) => new() { Exhaustive = edgeTypes };
}
