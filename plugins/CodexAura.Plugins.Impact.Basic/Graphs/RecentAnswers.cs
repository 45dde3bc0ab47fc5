using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>
/// The last answers about a graph. Whoever works on a change asks about it again and again: for the risk, for the tests, once more after a
/// pause. Few are kept, as one may hold megabytes. Safe to use from many threads.
/// </summary>
internal sealed class RecentAnswers
{
    private const int Kept = 4;
    private readonly Lock _lock = new();
    private readonly List<(ImpactRequest Request, ImpactResult Result)> _answers = [];

    /// <summary>The answer to an equal request, or null.</summary>
    public ImpactResult? Find(ImpactRequest request)
    {
        lock (_lock)
        {
            int at = _answers.FindLastIndex(answer => AreEqual(answer.Request, request));
            if (at < 0) return null;
            var found = _answers[at];
            _answers.RemoveAt(at);
            _answers.Add(found);
            return found.Result;
        }
    }

    /// <summary>Keeps an answer; the one that was asked for longest ago goes.</summary>
    public void Add(ImpactRequest request, ImpactResult result)
    {
        // What the caller may change is not relied on.
        var copy = request with
        {
            ChangedFiles = [.. request.ChangedFiles], ChangedSymbols = [.. request.ChangedSymbols],
            Mentions = Copy(request.Mentions), History = Copy(request.History), FileChanges = Copy(request.FileChanges),
        };
        lock (_lock)
        {
            if (_answers.Count == Kept) _answers.RemoveAt(0);
            _answers.Add((copy, result));
        }
    }

    private static T[]? Copy<T>(IReadOnlyList<T>? list) => list is null ? null : [.. list];

    private static bool AreEqual(ImpactRequest a, ImpactRequest b) => a.Depth == b.Depth && Same(a.ChangedFiles, b.ChangedFiles) && Same(a.ChangedSymbols, b.ChangedSymbols)
        && Same(a.FileChanges, b.FileChanges) && Same(a.Mentions, b.Mentions) && Same(a.History, b.History);

    private static bool Same<T>(IReadOnlyList<T>? a, IReadOnlyList<T>? b)
    {
        if (a is null || b is null || a.Count != b.Count) return a is null && b is null;
        var equal = EqualityComparer<T>.Default;
        for (int i = 0; i < a.Count; i++)
            if (!equal.Equals(a[i], b[i])) return false;
        return true;
    }
}
