using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>
/// How much of an impact passes over one step. A score is the greatest product of weights over all paths from a change. The
/// figures are judgements, checked against the history of real projects (docs/impact.md); what matters is their order.
/// </summary>
internal static class Weights
{
    /// <summary>Below this nothing is followed any more, and nothing is reported.</summary>
    public const double Least = 0.05;

    /// <summary>No step passes on more: what <see cref="ScoreBuckets"/> rests on.</summary>
    public const double Greatest = 0.9;

    /// <summary>A subclass, when the class itself changed.</summary>
    public const double Extends = 0.7;

    /// <summary>A method that overrides the changed one: its contract, and what <c>super()</c> gives it.</summary>
    public const double Overrides = 0.5;

    /// <summary>A class that inherits the changed method as it is.</summary>
    public const double Inherits = 0.4;

    /// <summary>A caller of the overridden method, which may run the changed one instead.</summary>
    public const double Dispatch = 0.5;

    /// <summary>The class whose instances have the changed method, and may be asked to run it where the analyzer doesn't see it.</summary>
    public const double Has = 0.25;

    /// <summary>The same where the language calls the method without naming it: <c>__str__</c>.</summary>
    public const double HasProtocol = 0.4;

    /// <summary>A method of a class whose body changed; a definition in a file whose module-level code changed.</summary>
    public const double PartOf = 0.3;

    /// <summary>The function around a nested one.</summary>
    public const double Contains = 0.8;

    /// <summary>A file that imports one whose module-level code changed.</summary>
    public const double ImportsChanged = 0.5;

    /// <summary>A file that imports one whose module-level code runs what changed.</summary>
    public const double ImportsAffected = 0.25;

    /// <summary>A test that gets a fixture.</summary>
    public const double Fixture = Greatest;

    /// <summary>A place that mentions a name which only one definition has; shared among as many as have it.</summary>
    public const double Mentions = 0.4;

    /// <summary>A call, by how sure the edge is.</summary>
    public static double Call(Confidence confidence) => confidence switch
    {
        Confidence.Exact => 0.85,
        Confidence.Inferred => 0.8,
        _ => 0.4,
    };
}
