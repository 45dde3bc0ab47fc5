using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Sdk.Json;

/// <summary>Says in words why something is affected.</summary>
public static class ImpactWords
{
    /// <summary>A path, from the affected node back to the change: <c>checkout calls Cart.add, which overrides Basket.add (changed)</c>.</summary>
    public static string Why(CodeGraph graph, IReadOnlyList<ImpactStep> path)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count == 0) return "";
        var words = new System.Text.StringBuilder(Name(graph, path[^1].Node));
        for (int i = path.Count - 1; i > 0; i--)
            words.Append(i == path.Count - 1 ? " " : ", which ").Append(Verb(path[i].Relation)).Append(' ').Append(Name(graph, path[i - 1].Node));
        return words.Append(" (changed)").ToString();
    }

    /// <summary>Why a file is affected: by the path to its most affected node, and by its history.</summary>
    public static string Why(CodeGraph graph, AffectedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string why = Why(graph, file.Why);
        if (file.History is not { } history) return why;
        string habit = $"changed in {history.Together} of the {history.Commits} commits that changed {history.ChangedFile}";
        return why.Length == 0 ? habit : $"{why}; {habit}";
    }

    /// <summary>The word for how sure a test is.</summary>
    public static string Evidence(TestEvidence evidence) => evidence switch
    {
        TestEvidence.Changed => "changed",
        TestEvidence.Calls => "calls",
        TestEvidence.MayCall => "may_call",
        _ => "imports",
    };

    /// <summary>A test the way its runner takes it: <c>tests/test_cart.py::CartTest::test_add</c> for pytest; the file where the runner is not known.</summary>
    public static string Selector(GraphNode test)
    {
        if (!test.Path.EndsWith(".py", StringComparison.Ordinal)) return test.Path;
        string name = test.QualifiedName;
        // A second definition of the same name is what runs; the runner knows no number.
        int number = name.IndexOf('#', StringComparison.Ordinal);
        return $"{test.Path}::{(number < 0 ? name : name[..number]).Replace(".", "::", StringComparison.Ordinal)}";
    }

    /// <summary>The stable word for a relation in JSON.</summary>
    public static string Relation(ImpactRelation relation) => relation switch
    {
        ImpactRelation.PartOf => "part_of",
        ImpactRelation.ChangedWith => "changed_with",
        _ => JsonFormat.Word(relation),
    };

    private static string Verb(ImpactRelation relation) => relation switch
    {
        ImpactRelation.Calls => "calls",
        ImpactRelation.Dispatches => "may, by way of a base class, call",
        ImpactRelation.Extends => "extends",
        ImpactRelation.Overrides => "overrides",
        ImpactRelation.Inherits => "inherits",
        ImpactRelation.Has => "has instances with",
        ImpactRelation.PartOf => "is part of",
        ImpactRelation.Contains => "contains",
        ImpactRelation.Imports => "imports",
        ImpactRelation.Fixture => "gets the fixture",
        ImpactRelation.Mentions => "mentions the name of",
        _ => "changed with",
    };

    private static string Name(CodeGraph graph, int node) => graph.Node(node).QualifiedName;
}
