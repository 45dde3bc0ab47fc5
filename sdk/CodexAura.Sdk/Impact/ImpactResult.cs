namespace CodexAura.Sdk.Impact;

/// <summary>What a change reaches.</summary>
public sealed record ImpactResult
{
    /// <summary>Numbers of the nodes that changed, in graph order.</summary>
    public required IReadOnlyList<int> Changed { get; init; }

    /// <summary>Affected nodes, most affected first. Changed ones are not among them.</summary>
    public required IReadOnlyList<AffectedNode> Affected { get; init; }

    /// <summary>How many of <see cref="Affected"/> are functions and classes. -1 where the analyzer did not count them: whoever needs to know then does.</summary>
    public int AffectedDefinitions { get; init; } = -1;

    /// <summary>Affected files, most affected first. Changed ones are not among them.</summary>
    public required IReadOnlyList<AffectedFile> Files { get; init; }

    /// <summary>Tests to run, in the order in which to run them: those that are likely to tell most first.</summary>
    public required IReadOnlyList<AffectedTest> Tests { get; init; }

    /// <summary>How many of <see cref="Tests"/>, from the first on, to run at once; the others where there is time. -1 where the analyzer draws no line.</summary>
    public int RunFirst { get; init; } = -1;

    /// <summary>Numbers of the changed nodes that code outside of the repository may use.</summary>
    public required IReadOnlyList<int> PublicApi { get; init; }

    /// <summary>How risky the change is.</summary>
    public required RiskAssessment Risk { get; init; }

    /// <summary>What of the request the graph doesn't have, and why an answer is empty: sentences for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>How a node is affected by the one before it on the path.</summary>
public enum ImpactRelation
{
    /// <summary>It changed itself.</summary>
    Changed,

    /// <summary>It calls it.</summary>
    Calls,

    /// <summary>It calls what may lead to it: a method that it overrides.</summary>
    Dispatches,

    /// <summary>It extends it.</summary>
    Extends,

    /// <summary>It overrides it.</summary>
    Overrides,

    /// <summary>It inherits it.</summary>
    Inherits,

    /// <summary>Its instances have it, and may be asked to run it.</summary>
    Has,

    /// <summary>It is inside of it.</summary>
    PartOf,

    /// <summary>It is around it.</summary>
    Contains,

    /// <summary>It imports it.</summary>
    Imports,

    /// <summary>A test framework hands it over, or runs it before.</summary>
    Fixture,

    /// <summary>It mentions its name.</summary>
    Mentions,

    /// <summary>It often changed in the same commits.</summary>
    ChangedWith,
}

/// <summary>A node that a change reaches.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Distance">Steps between the change and the node, 1 or more.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Path">From the changed node to this one: why it is affected.</param>
public sealed record AffectedNode(int Node, int Distance, double Score, IReadOnlyList<ImpactStep> Path);

/// <summary>One node of a path, and how it is affected by the one before it.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Relation">How it is affected; <see cref="ImpactRelation.Changed"/> at the start.</param>
public readonly record struct ImpactStep(int Node, ImpactRelation Relation);

/// <summary>A file that a change reaches.</summary>
/// <param name="Path">Path relative to the root.</param>
/// <param name="Distance">The smallest distance of its nodes; 0 where only history speaks for it.</param>
/// <param name="Score">0 to 1, of all its affected nodes together.</param>
/// <param name="Why">The path to its most affected node; empty where only history speaks for it.</param>
/// <param name="History">How often it changed together with a changed file, or null.</param>
public sealed record AffectedFile(string Path, int Distance, double Score, IReadOnlyList<ImpactStep> Why, CoChange? History = null);

/// <summary>How sure it is that a test runs what changed. Ordered: the surest first.</summary>
public enum TestEvidence
{
    /// <summary>The test changed itself.</summary>
    Changed,

    /// <summary>Calls lead from the test to the change.</summary>
    Calls,

    /// <summary>Something on the way is a guess: an instance that may be asked, a name that stands there.</summary>
    MayCall,

    /// <summary>Its file imports the changed one, over whatever detours; nothing else is known.</summary>
    Imports,
}

/// <summary>A test to run.</summary>
/// <param name="Node">Number of the test function in the graph.</param>
/// <param name="Distance">Steps between the change and the test; 0 where it changed itself.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">Why it is among them.</param>
/// <param name="Path">From the change to the test.</param>
public sealed record AffectedTest(int Node, int Distance, double Score, TestEvidence Evidence, IReadOnlyList<ImpactStep> Path)
{
    /// <summary>How much it is likely to tell, 0 to 1, beside those that come before it; what orders the tests. Unlike a score it falls where others tell more.</summary>
    public double Priority { get; init; }
}
