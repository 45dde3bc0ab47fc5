using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>A folder of its own for one check, and the stores that are opened on it.</summary>
internal sealed class StoreBench : IDisposable
{
    private readonly List<IGraphStore> _open = [];
    private readonly string _root = Directory.CreateTempSubdirectory("codex-aura-store-").FullName;

    public StoreBench(GraphStoreConformance suite, CancellationToken stop)
    {
        (Suite, Stop) = (suite, stop);
        Folder = Path.Combine(_root, "data");
    }

    public GraphStoreConformance Suite { get; }

    public CancellationToken Stop { get; }

    /// <summary>Where the stores keep their data. Not there in the beginning.</summary>
    public string Folder { get; }

    public bool Promises(StoreCapabilities capability) => Suite.Promised.HasFlag(capability);

    /// <summary>One more store on the folder, as another part of the program would make it.</summary>
    public IGraphStore Open(string? folder = null)
    {
        var store = Suite.OpenStore(folder ?? Folder) ?? throw new ConformanceException("Open gave null instead of a store.");
        lock (_open) _open.Add(store);
        return store;
    }

    /// <summary>Closes all stores and makes one anew, as after a restart. A store without durability goes on instead.</summary>
    public IGraphStore Reopen(IGraphStore store)
    {
        if (!Promises(StoreCapabilities.Durable)) return store;
        Close();
        return Open();
    }

    /// <summary>A fresh folder within this check.</summary>
    public string AnotherFolder() => Path.Combine(_root, Guid.NewGuid().ToString("N"));

    public static (GraphInfo Info, CodeGraph Graph) Described(CodeGraph graph, int second = 0) =>
        (GraphInfo.Of(graph, new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero).AddSeconds(second).AddTicks(1234567)), graph);

    public async Task SaveAsync(IGraphStore store, (GraphInfo Info, CodeGraph Graph) graph) =>
        await store.SaveAsync(graph.Info, graph.Graph, Stop).ConfigureAwait(false);

    /// <summary>Expects that a store loads just this graph.</summary>
    public async Task ExpectAsync(IGraphStore store, (GraphInfo Info, CodeGraph Graph) graph, string when)
    {
        var loaded = await store.LoadAsync(graph.Info.Id, Stop).ConfigureAwait(false)
            ?? throw new ConformanceException($"The graph was not found {when}.");
        Require.SameGraph(graph.Graph, loaded, when);
    }

    public async Task ExpectListAsync(IGraphStore store, IEnumerable<GraphInfo> expected, string when) =>
        Require.Same(string.Join('\n', expected), string.Join('\n', await store.ListAsync(null, Stop).ConfigureAwait(false)), $"the list of graphs {when}");

    public void Close()
    {
        lock (_open)
        {
            foreach (var store in _open)
            {
                if (store is IDisposable disposable) disposable.Dispose();
                else if (store is IAsyncDisposable asynchronous) asynchronous.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
            _open.Clear();
        }
    }

    public void Dispose()
    {
        Close();
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A process that was killed may still be on its way out; the folder is a temporary one.
        }
    }
}
