using CodexAura.Plugins.Context.Basic.Tasks;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>Says in words why a definition is relevant to a task: by what counted most.</summary>
internal sealed class Reasons(CodeGraph graph, TaskSignals signals, TaskQuery query)
{
    private const int ShownWords = 4;

    public string Of(int node)
    {
        var mentions = signals.Mentions;
        string name = graph.Node(node).Name;
        if (mentions.Frames[node] > 0) return "in the stack trace";
        if (mentions.Paths[graph.Node(node).FileIndex] > 0.9 && signals.NodeText[node] < 0.3) return "its file is named";
        if (mentions.Names[node] > 0.3) return $"'{name}' is named";
        if (signals.NodePhrase[node] > 0.6) return "has words of the message";
        if (signals.NodePrinted[node] > 0.6) return "has words of what was printed";
        string words = Words(node);
        if (signals.NodeText[node] >= 0.25 * signals.NodeWalk[node] && words.Length > 0) return "matches " + words;
        if (Neighbour(node) is { } neighbour) return neighbour;
        return words.Length > 0 ? "matches " + words : "near to what is named";
    }

    private string Words(int node) => string.Join(", ", signals.MatchedTerms(node)
        .Select(t => t.StartsWith('=') ? t[1..] : query.Written.GetValueOrDefault(t, t)).Distinct(StringComparer.Ordinal).Take(ShownWords));

    private string? Neighbour(int node)
    {
        (double best, string? reason) = (0.05, null);
        foreach (int e in graph.Incoming(node))
        {
            var edge = graph.Edge(e);
            if (signals.NodeWalk[edge.Source] <= best) continue;
            (best, reason) = (signals.NodeWalk[edge.Source], (edge.Type switch { EdgeTypes.Calls => "called by ", EdgeTypes.Extends => "base of ", _ => "used by " }) + graph.Node(edge.Source).Name);
        }
        foreach (int e in graph.Outgoing(node))
        {
            var edge = graph.Edge(e);
            if (signals.NodeWalk[edge.Target] <= best) continue;
            (best, reason) = (signals.NodeWalk[edge.Target], (edge.Type switch { EdgeTypes.Calls => "caller of ", EdgeTypes.Extends => "derived from ", _ => "uses " }) + graph.Node(edge.Target).Name);
        }
        return reason ?? (query.Terms.Count == 0 ? "near to what is named" : null);
    }
}
