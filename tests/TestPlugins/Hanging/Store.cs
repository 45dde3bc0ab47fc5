using System.Composition;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.TestPlugins;

/// <summary>Never answers, and never ends: it blocks the thread whatever it is asked.</summary>
[ExportGraphStore("hanging")]
[Shared]
public sealed class HangingStore : IGraphStore, IDisposable
{
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) => Hang<bool>();

    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) => Hang<CodeGraph?>();

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) => Hang<IReadOnlyList<GraphInfo>>();

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => Hang<bool>();

    public void Dispose() => Thread.Sleep(Timeout.Infinite);

    private static Task<T> Hang<T>()
    {
        Thread.Sleep(Timeout.Infinite);
        return Task.FromResult<T>(default!);
    }
}
