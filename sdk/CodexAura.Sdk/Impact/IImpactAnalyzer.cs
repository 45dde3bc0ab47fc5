using System.Composition;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Impact;

/// <summary>
/// Says what a change may break, how risky it is and which tests tell. Exported with <see cref="ExportImpactAnalyzerAttribute"/>.
/// </summary>
public interface IImpactAnalyzer
{
    /// <summary>Follows the graph backwards from what changed.</summary>
    /// <param name="request">What changed.</param>
    /// <param name="graph">The graph to look in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default);
}

/// <summary>Exports a class as an <see cref="IImpactAnalyzer"/>. Put <c>[Shared]</c> beside it.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportImpactAnalyzerAttribute : ExportAttribute
{
    /// <summary>Exports an impact analyzer.</summary>
    /// <param name="name">Lower-case name by which it is selected, such as <c>basic</c>.</param>
    public ExportImpactAnalyzerAttribute(string name) : base(typeof(IImpactAnalyzer)) => Name = name;

    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; }
}

/// <summary>What changed.</summary>
public sealed record ImpactRequest
{
    /// <summary>Changed files, relative to the root.</summary>
    public IReadOnlyList<string> ChangedFiles { get; init; } = [];

    /// <summary>Changed symbols, as names or node ids; where given for a file, only they count as changed in it.</summary>
    public IReadOnlyList<string> ChangedSymbols { get; init; } = [];

    /// <summary>How many edges to follow at most, 1 or more; 0 for no limit.</summary>
    public int Depth { get; init; }
}

/// <summary>How risky a change is. <see cref="Unknown"/> is an answer: never "low" out of ignorance.</summary>
public enum RiskLevel
{
    /// <summary>Too much of the neighbourhood is unresolved to say.</summary>
    Unknown,

    /// <summary>Little depends on it.</summary>
    Low,

    /// <summary>Some things depend on it.</summary>
    Medium,

    /// <summary>Much depends on it.</summary>
    High,

    /// <summary>A great part of the repository depends on it.</summary>
    Critical,
}

/// <summary>What a change reaches.</summary>
/// <param name="Affected">Affected nodes, most affected first.</param>
/// <param name="Tests">Numbers of affected tests, in the order in which to run them.</param>
/// <param name="Risk">How risky the change is.</param>
/// <param name="RiskScore">0 to 1.</param>
/// <param name="Reasons">Why, in words.</param>
public sealed record ImpactResult(IReadOnlyList<AffectedNode> Affected, IReadOnlyList<int> Tests, RiskLevel Risk, double RiskScore, IReadOnlyList<string> Reasons);

/// <summary>A node that a change reaches.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Distance">Edges between the change and the node, 1 or more.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Path">Numbers of the nodes from the change to this one: why it is affected.</param>
public sealed record AffectedNode(int Node, int Distance, double Score, IReadOnlyList<int> Path);
