using CodexAura.Sdk.Analysis;

namespace CodexAura.Engine.Analysis;

/// <summary>What the facts of all files are, and what they were when they were kept last.</summary>
internal sealed class FactsOfTree
{
    private readonly Digest[] _digests;
    private readonly List<ChangedFacts> _changed;

    private FactsOfTree(Digest[] digests, List<ChangedFacts> changed) => (_digests, _changed) = (digests, changed);

    /// <summary>Stands for the facts as they are.</summary>
    public Digest Content => AnalysisRecord.ContentOf(_digests);

    /// <summary>Files whose facts differ from those that were kept, and new ones; removed ones are not among them.</summary>
    public IReadOnlyList<ChangedFacts> Changed => _changed;

    /// <summary>Stands for the facts as they were, if no file was removed.</summary>
    public Digest Before
    {
        get
        {
            var before = new List<Digest>(_digests);
            for (int i = _changed.Count - 1; i >= 0; i--)
                if (_changed[i].Before is { } facts) before[_changed[i].Index] = AnalysisRecord.ContentOf(facts);
                else before.RemoveAt(_changed[i].Index);
            return AnalysisRecord.ContentOf(before);
        }
    }

    /// <returns>Null where something could not be read.</returns>
    public static FactsOfTree? Of(IReadOnlyCollection<LanguageRun> runs)
    {
        var digests = new List<Digest>();
        var changed = new List<ChangedFacts>();
        foreach (var run in runs)
            for (int i = 0; i < run.Extracted.Length; i++)
            {
                if (run.Extracted[i].CacheEntry is not { } entry) return null;
                var before = run.Cache?.Find(entry.Facts.Path)?.Facts;
                if (!ReferenceEquals(before, entry.Facts)) changed.Add(new ChangedFacts(run, digests.Count, i, before, entry.Facts));
                digests.Add(AnalysisRecord.ContentOf(entry.Facts));
            }
        return new FactsOfTree([.. digests], changed);
    }

    /// <summary>Asks the analyzers whether what changed since facts were kept last only moved.</summary>
    /// <param name="limit">How long they may take.</param>
    /// <returns>Where it went, and what stands for the facts as they were; null where more changed, or that is not known.</returns>
    public (Digest Before, IReadOnlyList<FileMove> Moves)? FindMoves(TimeSpan limit)
    {
        if (_changed.Count == 0 || !_changed.TrueForAll(file => file.MayBeMove)) return null;
        var moves = new List<FileMove>();
        var asked = WorkerThreads.RunAsync(() =>
        {
            foreach (var file in _changed)
                if (file.FindMove() is { } move) moves.Add(move);
                else return;
        });
        try
        {
            if (!asked.Wait((int)Math.Min(limit.TotalMilliseconds, int.MaxValue)) || moves.Count < _changed.Count) return null;
        }
        catch (AggregateException)
        {
            return null; // Resolving anew is right whatever the analyzer stumbled over, and says so if it does again.
        }
        return (Before, moves);
    }
}

/// <summary>A file whose facts differ from those that were kept.</summary>
/// <param name="Run">Where it is read.</param>
/// <param name="Index">Its place among the files of all languages.</param>
/// <param name="Place">Its place among those of its language.</param>
/// <param name="Before">What it said; null where it is new.</param>
/// <param name="After">What it says.</param>
internal sealed record ChangedFacts(LanguageRun Run, int Index, int Place, FileFacts? Before, FileFacts After)
{
    public bool MayBeMove => Before is not null && Run.Analyzer is IMoveDetector && Before.Diagnostics.SequenceEqual(After.Diagnostics);

    public FileMove? FindMove()
    {
        var move = new FileMove(After.Path);
        return ((IMoveDetector)Run.Analyzer).IsMoveOnly(Before!, After, move) && move.IsUnambiguous ? move : null;
    }
}
