using CodexAura.Engine.Analysis;
using CodexAura.Engine.Scanning;

namespace CodexAura.Engine.Watching;

/// <summary>
/// Turns the events of the file system into batches: one for all that happens without a pause. What changed is not told, for the
/// scan that follows finds it out, and knows what .gitignore leaves out; an event too many costs a scan, one too few a wrong graph.
/// </summary>
internal sealed class ChangeFeed : IDisposable
{
    /// <summary>Editors write a file in several steps a few milliseconds apart.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>Something that never stops changing is looked at now and then all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Git keeps this file while it writes a work tree; one left behind by a crash must not stop the watch.</summary>
    private static readonly TimeSpan LongestGitLock = TimeSpan.FromSeconds(30);

    private readonly FileSystemWatcher _files;
    private readonly FileSystemWatcher? _git;
    private readonly string? _gitLock;
    private readonly Func<string, bool> _isSource;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Lock _gate = new();
    private long _first;
    private long _last;
    private bool _pending;

    public ChangeFeed(string root, string? gitFolder, Func<string, bool> isSource, TimeProvider time)
    {
        (_isSource, _time) = (isSource, time);
        _gitLock = gitFolder is null ? null : Path.Join(gitFolder, "index.lock");
        try
        {
            _files = Watch(root, true, IsRelevant);
            // The commit that a graph belongs to changes without a file of the work tree.
            if (gitFolder is not null) _git = Watch(gitFolder, false, path => Path.GetFileName(path) is "HEAD" or "index" or "packed-refs" or "COMMIT_EDITMSG");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _files?.Dispose();
            throw new AnalysisException("path.not_watchable", $"Changes in '{root}' can't be watched: {e.Message}", e);
        }
    }

    /// <summary>Waits for changes, and then until they pause.</summary>
    /// <returns>The timestamp of the first of them.</returns>
    public async Task<long> NextBatchAsync(CancellationToken cancellationToken)
    {
        await _changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            TimeSpan quiet, all;
            lock (_gate) (quiet, all) = (_time.GetElapsedTime(_last), _time.GetElapsedTime(_first));
            bool isWriting = _gitLock is not null && File.Exists(_gitLock) && all < LongestGitLock;
            if (!isWriting && (quiet >= Pause || all >= Longest)) break;
            await Task.Delay(isWriting ? Pause : Pause - quiet + TimeSpan.FromMilliseconds(1), _time, cancellationToken).ConfigureAwait(false);
        }
        lock (_gate)
        {
            _pending = false;
            return _first;
        }
    }

    public void Dispose()
    {
        _files.Dispose();
        _git?.Dispose();
        _changed.Dispose();
    }

    /// <summary>Makes a batch of nothing: something else than a file changed.</summary>
    public void Wake() => Signal();

    private FileSystemWatcher Watch(string folder, bool below, Func<string, bool> isRelevant)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = below,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        void Take(object _, FileSystemEventArgs e)
        {
            if (isRelevant(e.FullPath)) Signal();
        }
        watcher.Changed += Take;
        watcher.Created += Take;
        watcher.Deleted += Take;
        watcher.Renamed += (_, e) =>
        {
            if (isRelevant(e.FullPath) || isRelevant(e.OldFullPath)) Signal();
        };
        // More changed at once than was kept: all of it is found by the scan.
        watcher.Error += (_, _) => Signal();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    /// <summary>Sources, rules, and folders: one that is renamed or removed takes its files along without an event for each.</summary>
    private bool IsRelevant(string path)
    {
        string relative = Path.GetRelativePath(_files?.Path ?? path, path);
        foreach (var segment in relative.AsSpan().Split(Path.DirectorySeparatorChar))
            if (DefaultExclusions.IsExcluded(relative.AsSpan()[segment])) return false;
        return _isSource(path) || Path.GetFileName(path) is ".gitignore" or "pyvenv.cfg" || !Path.HasExtension(path);
    }

    private void Signal()
    {
        lock (_gate)
        {
            _last = _time.GetTimestamp();
            if (_pending) return;
            (_pending, _first) = (true, _last);
            _changed.Release();
        }
    }
}
