using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>Adds the scores of nodes up to those of their files, and lets history speak too.</summary>
internal static class AffectedFiles
{
    /// <summary>The most that history says. A habit is strong evidence even where it holds less than half of the time, hence the root.</summary>
    private const double HistoryWeight = 0.95;

    /// <summary>How much all affected nodes of a file but the best say together: else a long file would always come before a short one.</summary>
    private const double OthersWeight = 0.25;

    /// <summary>Commits that a pair of files is taken to have been apart in beforehand: once together in one commit is no habit.</summary>
    private const double Doubt = 2;

    public static IReadOnlyList<AffectedFile> Of(ImpactSearch search, ChangeSet changes, IReadOnlyList<CoChange> history)
    {
        var graph = search.Index.Graph;
        var found = new Dictionary<int, (double Spared, int Distance, int Best)>();
        var changed = changes.Paths.Select(graph.FindFile).ToHashSet();
        foreach (int node in search.Reached)
        {
            var arrival = search.Arrivals[search.BestAt(node)];
            int number = graph.Node(node).FileIndex;
            if (changed.Contains(number)) continue;
            var file = found.GetValueOrDefault(number, (Spared: 1.0, Distance: int.MaxValue, Best: -1));
            bool better = file.Best < 0 || arrival.Score > search.Arrivals[file.Best].Score;
            found[number] = (file.Spared * (1 - arrival.Score), Math.Min(file.Distance, arrival.Distance), better ? search.BestAt(node) : file.Best);
        }
        var together = history.Where(h => !changes.Paths.Contains(h.Path) && h.Together > 0 && graph.FindFile(h.Path) >= 0)
            .GroupBy(h => h.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(Habit).ThenBy(h => h.ChangedFile, StringComparer.Ordinal).First(), StringComparer.Ordinal);

        var files = new List<AffectedFile>(found.Count);
        foreach (var (number, file) in found)
        {
            string path = graph.Node(number).Path;
            var habit = together.GetValueOrDefault(path);
            double best = search.Arrivals[file.Best].Score;
            // A score of 1 has no others to be told apart from: only changed nodes have it, and their files are not here.
            double others = 1 - file.Spared / (1 - best);
            double spared = (1 - best) * (1 - OthersWeight * others) * (1 - (habit is null ? 0 : Habit(habit)));
            files.Add(new AffectedFile(path, file.Distance, 1 - spared, new LazyPath(search, file.Best), habit));
        }
        foreach (var (path, habit) in together)
            if (!found.ContainsKey(graph.FindFile(path)) && Habit(habit) >= Weights.Least) files.Add(new AffectedFile(path, 0, Habit(habit), [], habit));
        return [.. files.OrderByDescending(f => f.Score).ThenBy(f => f.Distance).ThenBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>How strong the habit of changing a file together with a changed one is, 0 to 1.</summary>
    public static double Habit(CoChange history) => HistoryWeight * Math.Sqrt(history.Together / (history.Commits + Doubt));
}
