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

    private const int Digits = 9;

    /// <summary>The affected files in their order, and how many of them have affected code that is no test.</summary>
    public static (IReadOnlyList<AffectedFile> Files, int Product) Of(ImpactSearch search, ChangeSet changes, IReadOnlyList<CoChange> history)
    {
        var graph = search.Index.Graph;
        var (found, numbers) = Sum(search, changes);
        var together = history.Where(h => !changes.Paths.Contains(h.Path) && h.Together > 0 && graph.FindFile(h.Path) >= 0)
            .GroupBy(h => h.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(Habit).ThenBy(h => h.ChangedFile, StringComparer.Ordinal).First(), StringComparer.Ordinal);

        var files = new List<AffectedFile>(numbers.Count);
        int product = 0;
        foreach (int number in numbers)
        {
            var file = found[search.Index.FileNumber(number)];
            if (file.Distance > 0 && !search.Index.IsTestCode(number)) product++;
            string path = graph.Node(number).Path;
            var habit = together.GetValueOrDefault(path);
            double best = file.Score;
            // A score of 1 has no others to be told apart from: only changed nodes have it, and their files are not here.
            double others = 1 - file.Spared / (1 - best);
            double spared = (1 - best) * (1 - OthersWeight * others) * (1 - (habit is null ? 0 : Habit(habit)));
            // Rounded, for the last bits hang on the order in which the nodes were found, and files of one score go by their paths.
            files.Add(new AffectedFile(path, file.Distance, Math.Round(1 - spared, Digits), new LazyPath(search, file.Best), habit));
        }
        foreach (var (path, habit) in together)
            if (found[search.Index.FileNumber(graph.FindFile(path))].Best < 0 && Habit(habit) >= Weights.Least) files.Add(new AffectedFile(path, 0, Habit(habit), [], habit));
        files.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Path, b.Path));
        return (files, product);
    }

    /// <summary>What the nodes of each file say together, by the file's place among the files; and the reached files, changed ones aside.</summary>
    private static (Sums[] Found, List<int> Files) Sum(ImpactSearch search, ChangeSet changes)
    {
        var index = search.Index;
        var found = new Sums[index.Graph.Files.Length];
        Array.Fill(found, new Sums(1, int.MaxValue, -1, 0));
        var changed = new HashSet<int>();
        foreach (string path in changes.Paths)
            if (index.Graph.FindFile(path) is >= 0 and var file) changed.Add(index.FileNumber(file));
        var files = new List<int>();
        foreach (int node in search.Reached)
        {
            int number = index.FileNumber(node), best = search.BestAt(node);
            ref var file = ref found[number];
            if (file.Best < 0)
            {
                if (changed.Contains(number)) continue;
                files.Add(index.Graph.Files[number]);
            }
            ref readonly var arrival = ref search.Arrivals[best];
            double score = arrival.Score;
            bool better = score > file.Score;
            file = new Sums(file.Spared * (1 - score), Math.Min(file.Distance, arrival.Distance), better ? best : file.Best, better ? score : file.Score);
        }
        return (found, files);
    }

    /// <summary>How strong the habit of changing a file together with a changed one is, 0 to 1.</summary>
    public static double Habit(CoChange history) => HistoryWeight * Math.Sqrt(history.Together / (history.Commits + Doubt));

    /// <param name="Spared">What all its nodes leave of it: the product of what their scores lack of 1.</param>
    /// <param name="Distance">The smallest distance.</param>
    /// <param name="Best">Number of the best arrival; -1 for none.</param>
    /// <param name="Score">Its score.</param>
    private readonly record struct Sums(double Spared, int Distance, int Best, double Score);
}
