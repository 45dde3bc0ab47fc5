using System.Collections;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Says what does not hold, so that it can be found.</summary>
internal static class Require
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds) throw new ConformanceException(otherwise);
    }

    public static void SameGraph(CodeGraph expected, CodeGraph actual, string when)
    {
        if (!GraphText.Same(expected, actual)) Same(GraphText.Of(expected), GraphText.Of(actual), $"the graph {when}");
    }

    /// <summary>Compares texts, and shows the first line that differs.</summary>
    public static void Same(string expected, string actual, string what)
    {
        if (expected == actual) return;
        string[] wanted = expected.Split('\n'), found = actual.Split('\n');
        int at = 0;
        while (at < wanted.Length && at < found.Length && wanted[at] == found[at]) at++;
        throw new ConformanceException($"Other than expected: {what}, line {at + 1} of {wanted.Length} (found {found.Length}).\n"
            + $"  expected: {Short(at < wanted.Length ? wanted[at] : "the end")}\n  found:    {Short(at < found.Length ? found[at] : "the end")}");
    }

    // As text only where they differ: there are thousands of answers with a good part of a graph in each.
    public static void SameNodes(IEnumerable<NodeRecord?> expected, IEnumerable<NodeRecord?> actual, string what)
    {
        if (!expected.SequenceEqual(actual)) Same(string.Join('\n', expected.Select(Text)), string.Join('\n', actual.Select(Text)), what);
    }

    public static void SameNeighbours(Neighbourhood? expected, Neighbourhood? actual, string what)
    {
        bool same = expected is null || actual is null ? ReferenceEquals(expected, actual)
            : expected.Nodes.SequenceEqual(actual.Nodes) && expected.Edges.SequenceEqual(actual.Edges, SameEdge);
        if (!same) Same(Text(expected), Text(actual), what);
    }

    public static string Text(NodeRecord? node) => node is null
        ? "none"
        : string.Join(' ', node.Type, GraphText.Quote(node.Path), GraphText.Quote(node.QualifiedName), GraphText.Quote(node.ParentId), node.LineStart,
            node.LineEnd, node.Complexity, GraphText.Quote(node.Docstring), GraphText.Quote(node.Signature));

    public static async Task<T> ThrowsAsync<T>(Func<Task> work, string otherwise) where T : Exception
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (T expected)
        {
            return expected;
        }
        catch (Exception e) when (e is not ConformanceException)
        {
            throw new ConformanceException($"{otherwise} It threw {e.GetType().Name} instead: {e.Message}", e);
        }
        throw new ConformanceException(otherwise);
    }

    private static readonly EqualityComparer<EdgeRecord> SameEdge = EqualityComparer<EdgeRecord>.Create((one, other) => one!.Source == other!.Source && one.Target == other.Target
        && one.Type == other.Type && one.Confidence == other.Confidence && one.Lines.SequenceEqual(other.Lines));

    private static string Text(Neighbourhood? found) => found is null
        ? "none"
        : string.Join('\n', found.Nodes.Select(n => $"{n.Distance} {Text(n.Node)}")
            .Concat(found.Edges.Select(e => $"{Text(e.Source)} {GraphText.Quote(e.Type)} {e.Confidence} {Lines(e.Lines)} {Text(e.Target)}")));

    private static string Lines(IEnumerable lines) => string.Join(',', lines.Cast<int>());

    private static string Short(string line) => line.Length <= 400 ? line : $"{line[..400]}… ({line.Length} characters)";
}
