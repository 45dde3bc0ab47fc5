using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;

namespace CodexAura.Engine.Impact;

/// <summary>
/// What is known of repositories beside their graphs, kept from one question to the next: the names in their files, and their
/// history up to a commit. A server that is asked again and again reads only what changed. Holds the repositories that were asked
/// about last; safe to use from many threads.
/// </summary>
/// <param name="believed">How long what was seen of a file is believed before it is looked at again; by default, not at all.</param>
public sealed class RepositoryKnowledge(TimeSpan believed = default)
{
    private const int Repositories = 8;
    private const int HistoryLimit = 3000;
    private readonly List<Entry> _entries = [];
    private readonly Lock _lock = new();

    /// <summary>What all questions of this process share unless they are given their own.</summary>
    public static RepositoryKnowledge Shared { get; } = new(TimeSpan.FromMilliseconds(250));

    /// <summary>The names in the files of a repository.</summary>
    public NameIndex Names(string root) => Find(root).Names;

    /// <summary>The newest commits up to HEAD, read once for each HEAD.</summary>
    /// <exception cref="AnalysisException">No git, no repository, or no commit yet.</exception>
    public async Task<ChangeHistory> HistoryAsync(string root, CancellationToken cancellationToken = default)
    {
        var entry = Find(root);
        // From the files of .git where that can be told, else from git: nothing may be kept under the wrong commit.
        string? head = GitWorkTree.Find(root) is { } tree ? await GitHead.ReadAsync(tree, cancellationToken).ConfigureAwait(false) : null;
        head ??= await GitCommand.ResolveAsync(root, "HEAD", cancellationToken).ConfigureAwait(false);
        if (entry.History is { } known && known.Head == head) return known;
        var history = new ChangeHistory(head, await GitHistory.ReadAsync(root, head, HistoryLimit, cancellationToken).ConfigureAwait(false));
        entry.History = history;
        return history;
    }

    private Entry Find(string root)
    {
        lock (_lock)
        {
            int at = _entries.FindIndex(e => e.Names.Root == root);
            var entry = at >= 0 ? _entries[at] : new Entry(new NameIndex(root, believed));
            if (at >= 0) _entries.RemoveAt(at);
            else if (_entries.Count == Repositories) _entries.RemoveAt(0);
            _entries.Add(entry);
            return entry;
        }
    }

    private sealed class Entry(NameIndex names)
    {
        public NameIndex Names => names;

        public volatile ChangeHistory? History;
    }
}
