using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Risk;

/// <summary>How much about the users of what changed is not known.</summary>
/// <param name="Share">Part of the possible users that is only guessed at, 0 to 1.</param>
/// <param name="Reasons">What hides them, in sentences.</param>
internal sealed record Ignorance(double Share, IReadOnlyList<string> Reasons)
{
    /// <summary>From here on what is known doesn't carry a low or medium risk any more.</summary>
    public const double TooMuch = 0.5;

    /// <summary>From here on tests are also selected by imports.</summary>
    public const double Considerable = 0.25;

    /// <summary>Share of a graph's calls that lead nobody knows where, from which on a definition without a caller says nothing.</summary>
    private const double UnresolvedShare = 0.15;
    private const int Family = 3;

    public static Ignorance Of(GraphIndex index, ChangeSet changes, IReadOnlyList<NameMention> mentions, bool looked)
    {
        double known = 0, guessed = 0, heuristic = 0, mentioned = 0, outside = 0;
        var byName = new List<int>();
        var uncalled = new List<int>();
        var common = new List<int>();
        double unresolved = looked ? 0 : index.UnresolvedCalls;
        foreach (var mention in mentions)
        {
            if (index.IsTestCode(mention.Symbol)) continue;
            if (mention.Node < 0) outside++;
            else mentioned += 1.0 / mention.Candidates;
        }
        var named = mentions.Select(m => m.Symbol).ToHashSet();
        foreach (int node in changes.Nodes)
        {
            if (index.IsTestCode(node)) continue;
            var (sure, unsure) = Users(index.Graph, node);
            known += sure;
            heuristic += unsure;
            if (sure + unsure > 0 || index.Graph.Node(node).Type != NodeType.Function) continue;
            if (IsCalledByMadeUpName(index, node)) byName.Add(node);
            else if (!looked && unresolved >= UnresolvedShare) uncalled.Add(node);
            else if (looked && index.CountDefinitions(index.Graph.Node(node).Name) > NameMention.MostCandidates) common.Add(node);
        }
        guessed = heuristic + mentioned + outside + byName.Count + uncalled.Count + common.Count;

        var reasons = new List<string>();
        if (changes.UnknownCode.Count > 0) reasons.Add($"{Names(changes.UnknownCode)} changed, of which the graph knows nothing.");
        if (mentioned > 0) reasons.Add($"{Places(mentions.Count(m => m.Node >= 0))} named like what changed could not be resolved.");
        if (outside > 0) reasons.Add($"{Places((int)outside)} outside of the analysed files named like it: it may be called by its name.");
        if (heuristic > 0) reasons.Add($"{(heuristic == 1 ? "One user is" : $"{heuristic} users are")} known by guess only.");
        if (byName.Count > 0) reasons.Add($"Nothing calls {Names([.. byName.Select(n => index.Graph.Node(n).QualifiedName)])} by name; names made up at run time, or the language itself, may.");
        if (uncalled.Count > 0)
            reasons.Add($"No caller of {Names([.. uncalled.Select(n => index.Graph.Node(n).QualifiedName)])} is known, but {unresolved:P0} of the graph's calls could not be resolved.");
        if (common.Count > 0)
            reasons.Add($"No caller of {Names([.. common.Select(n => index.Graph.Node(n).QualifiedName)])} is known, and the name is too common to tell by the text whether there is one.");
        double share = changes.UnknownCode.Count > 0 ? 1 : guessed == 0 ? 0 : guessed / (known + guessed);
        return new Ignorance(share, reasons);
    }

    /// <summary>
    /// A method that nobody calls by its name: one of a family such as <c>visit_Name</c>, <c>visit_Call</c>, … which are called by
    /// a name put together at run time, or one that the language calls.
    /// </summary>
    private static bool IsCalledByMadeUpName(GraphIndex index, int node)
    {
        var graph = index.Graph;
        var method = graph.Node(node);
        if (graph.Node(method.Parent).Type != NodeType.Class) return false;
        string name = method.Name;
        if (name.StartsWith("__", StringComparison.Ordinal)) return name.EndsWith("__", StringComparison.Ordinal) && name != "__init__";
        int underscore = name.IndexOf('_', 1);
        if (underscore < 2) return false;
        string prefix = name[..(underscore + 1)];
        int family = 0;
        foreach (int sibling in index.Children(method.Parent))
            if (graph.Node(sibling).Name.StartsWith(prefix, StringComparison.Ordinal) && Users(graph, sibling) == (0, 0)) family++;
        return family >= Family;
    }

    private static (int Sure, int Unsure) Users(CodeGraph graph, int node)
    {
        int sure = 0, unsure = 0;
        foreach (int number in graph.Incoming(node))
        {
            var edge = graph.Edge(number);
            if (edge.Source == node) continue;
            if (edge.Confidence == Confidence.Heuristic) unsure++;
            else sure++;
        }
        return (sure, unsure);
    }

    private static string Places(int count) => count == 1 ? "One place is" : $"{count} places are";

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(3).Select(n => $"'{n}'")) + (names.Count > 3 ? $" and {names.Count - 3} more" : "");
}
