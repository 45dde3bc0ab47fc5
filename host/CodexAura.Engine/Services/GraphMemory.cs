using CodexAura.Engine.Limits;
using CodexAura.Engine.Watching;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Services;

/// <summary>
/// Graphs that were loaded before, so that a server loads each once. What was used longest ago goes first when there is no more
/// room. A graph is found again only by the very description that the store gives now, so a replaced one is never handed out.
/// </summary>
/// <param name="capacity">About how many bytes the graphs may take; the one that was used last stays whatever its size.</param>
public sealed class GraphMemory(long capacity = GraphMemory.DefaultCapacity)
{
    /// <summary>1 GiB.</summary>
    public const long DefaultCapacity = 1L << 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<(IGraphStore Store, string Id), Entry> _entries = [];
    private long _clock;

    /// <summary>Gives a graph, from memory or from the store. Callers that come while it is loaded wait for the same load.</summary>
    /// <returns>Null when the store no longer has it.</returns>
    public async Task<CodeGraph?> LoadAsync(IGraphStore store, GraphInfo info, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(info);
        Entry entry;
        lock (_lock)
        {
            var key = (Itself(store), info.Id);
            if (!_entries.TryGetValue(key, out entry!) || entry.Info != info || entry.Load is { IsValueCreated: true, Value: { IsFaulted: true } or { IsCanceled: true } })
                // Whoever waits may give up; the load goes on for the others.
                _entries[key] = entry = new Entry(info, new Lazy<Task<CodeGraph?>>(() => Task.Run(() => store.LoadAsync(info.Id, CancellationToken.None), CancellationToken.None)));
            entry.LastUse = ++_clock;
            Shrink(entry);
        }
        return await entry.Load.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a graph that is in memory, and nothing else.</summary>
    /// <returns>Null where it would have to be loaded, or waited for.</returns>
    public CodeGraph? Find(IGraphStore store, GraphInfo info)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(info);
        lock (_lock)
        {
            if (!_entries.TryGetValue((Itself(store), info.Id), out var entry) || entry.Info != info) return null;
            if (entry.Load is not { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } graph } }) return null;
            entry.LastUse = ++_clock;
            return graph;
        }
    }

    /// <summary>The store that a graph in memory came from; null where none is in memory with this description.</summary>
    public IGraphStore? StoreOf(GraphInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        lock (_lock) return _entries.FirstOrDefault(entry => entry.Value.Info == info).Key.Store;
    }

    /// <summary>Keeps a graph that was just made and stored, so that nobody has to load it.</summary>
    public void Keep(IGraphStore store, GraphInfo info, CodeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(info);
        lock (_lock)
        {
            var key = (Itself(store), info.Id);
            if (_entries.TryGetValue(key, out var known) && known.Info == info) return;
            var entry = new Entry(info, new Lazy<Task<CodeGraph?>>(Task.FromResult<CodeGraph?>(graph))) { LastUse = ++_clock };
            _entries[key] = entry;
            Shrink(entry);
        }
    }

    private static IGraphStore Itself(IGraphStore store) => store switch
    {
        LimitedStore limited => Itself(limited.Inner),
        FactsInMemory facts => Itself(facts.Inner),
        _ => store,
    };

    private void Shrink(Entry keep)
    {
        while (_entries.Count > 1 && _entries.Values.Sum(e => e.Size) > capacity)
        {
            var (key, entry) = _entries.MinBy(e => e.Value.LastUse);
            if (entry == keep) return;
            _entries.Remove(key);
        }
    }

    private sealed record Entry(GraphInfo Info, Lazy<Task<CodeGraph?>> Load)
    {
        // Measured on graphs of real projects: names and docstrings make up most of a node.
        private const int BytesPerNode = 250, BytesPerEdge = 50;

        public long LastUse { get; set; }

        public long Size => (long)Info.NodeCount * BytesPerNode + (long)Info.EdgeCount * BytesPerEdge;
    }
}
