using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Impact;

/// <summary>
/// The mentions that were found last, each with the state of the files that they were found in: a question that is asked again reads no
/// file again that is as it was. Safe to use from many threads.
/// </summary>
internal sealed class RecentMentions
{
    private const int Kept = 4;
    private readonly Lock _lock = new();
    private readonly List<Answer> _answers = [];

    /// <summary>What was found for the same definitions of the same graph, in the same files; or null.</summary>
    public IReadOnlyList<NameMention>? Find(CodeGraph graph, ChangedDefinitions changed, long generation)
    {
        lock (_lock)
            return _answers.Find(answer => answer.Generation == generation && answer.Graph.TryGetTarget(out var of) && of == graph
                && answer.Nodes.AsSpan().SequenceEqual([.. changed.Nodes]) && answer.Constants.AsSpan().SequenceEqual([.. changed.Constants]))?.Mentions;
    }

    /// <summary>Keeps what was found, instead of what was found longest ago.</summary>
    public void Add(CodeGraph graph, ChangedDefinitions changed, long generation, IReadOnlyList<NameMention> mentions)
    {
        lock (_lock)
        {
            if (_answers.Count == Kept) _answers.RemoveAt(0);
            _answers.Add(new Answer(new WeakReference<CodeGraph>(graph), [.. changed.Nodes], [.. changed.Constants], generation, mentions));
        }
    }

    private sealed record Answer(WeakReference<CodeGraph> Graph, int[] Nodes, (int File, string Name)[] Constants, long Generation, IReadOnlyList<NameMention> Mentions);
}
