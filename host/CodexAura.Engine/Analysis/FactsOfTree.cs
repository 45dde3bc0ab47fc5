using CodexAura.Sdk.Analysis;

namespace CodexAura.Engine.Analysis;

/// <summary>What the facts of all files are, and what they were when they were kept last.</summary>
internal sealed class FactsOfTree
{
    private readonly Digest[] _digests;
    private readonly List<ChangedFacts> _changed;
    private readonly bool _hasNewFiles;

    private FactsOfTree(Digest[] digests, List<ChangedFacts> changed, bool hasNewFiles) =>
        (_digests, _changed, _hasNewFiles) = (digests, changed, hasNewFiles);

    /// <summary>Stands for the facts as they are.</summary>
    public Digest Content => AnalysisRecord.ContentOf(_digests);

    /// <returns>Null where something could not be read.</returns>
    public static FactsOfTree? Of(IReadOnlyCollection<LanguageRun> runs)
    {
        var digests = new List<Digest>();
        var changed = new List<ChangedFacts>();
        bool hasNewFiles = false;
        foreach (var run in runs)
            foreach (var file in run.Extracted)
            {
                if (file.CacheEntry is not { } entry) return null;
                var before = run.Cache?.Find(entry.Facts.Path)?.Facts;
                if (before is null) hasNewFiles = true;
                else if (!ReferenceEquals(before, entry.Facts)) changed.Add(new ChangedFacts(run, digests.Count, before, entry.Facts));
                digests.Add(AnalysisRecord.ContentOf(entry.Facts));
            }
        return new FactsOfTree([.. digests], changed, hasNewFiles);
    }

    /// <summary>Asks the analyzers whether what changed since facts were kept last only moved.</summary>
    /// <param name="limit">How long they may take.</param>
    /// <returns>Where it went, and what stands for the facts as they were; null where more changed, or that is not known.</returns>
    public (Digest Before, IReadOnlyList<FileMove> Moves)? FindMoves(TimeSpan limit)
    {
        if (_hasNewFiles || _changed.Count == 0 || !_changed.TrueForAll(file => file.MayBeMove)) return null;
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
        var before = _digests.AsSpan().ToArray();
        foreach (var file in _changed) before[file.Index] = AnalysisRecord.ContentOf(file.Before);
        return (AnalysisRecord.ContentOf(before), moves);
    }

    private sealed record ChangedFacts(LanguageRun Run, int Index, FileFacts Before, FileFacts After)
    {
        public bool MayBeMove => Run.Analyzer is IMoveDetector && Before.Diagnostics.SequenceEqual(After.Diagnostics);

        public FileMove? FindMove()
        {
            var move = new FileMove(After.Path);
            return ((IMoveDetector)Run.Analyzer).IsMoveOnly(Before, After, move) && move.IsUnambiguous ? move : null;
        }
    }
}
