using System.Composition;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.TestPlugins;

/// <summary>Keeps graphs in memory, and leaves a mark in its location when it is disposed.</summary>
[ExportGraphStore("good")]
[Shared]
[method: ImportingConstructor]
public sealed class GoodStore(StoreLocation location) : IGraphStore, IDisposable
{
    private readonly Dictionary<string, (GraphInfo Info, CodeGraph Graph)> _graphs = [];

    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        _graphs[info.Id] = (info, graph);
        return Task.CompletedTask;
    }

    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_graphs.TryGetValue(graphId, out var found) ? found.Graph : null);

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<GraphInfo>>([.. _graphs.Values.Select(graph => graph.Info)]);

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => Task.FromResult(_graphs.Remove(graphId));

    public void Dispose() => File.WriteAllText(Path.Combine(location.Directory, "disposed"), "");
}
