using System.Composition;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;

namespace CodexAura.TestPlugins;

/// <summary>Hangs when it is asked about <c>hang.talk</c>, throws when it is asked about anything else.</summary>
[ExportContextProvider("talkative")]
[Shared]
public sealed class TalkativeContext : IContextProvider
{
    public Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default)
    {
        Console.WriteLine("I choose");
        return request.Files.Contains("hang.talk") ? new TaskCompletionSource<ContextResult>().Task : throw new InvalidOperationException("I can't choose");
    }
}

/// <summary>Hangs when it is asked about <c>hang.talk</c>, throws when it is asked about anything else.</summary>
[ExportImpactAnalyzer("talkative")]
[Shared]
public sealed class TalkativeImpact : IImpactAnalyzer
{
    public ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        Console.WriteLine("I foretell");
        if (request.ChangedFiles.Contains("hang.talk")) Thread.Sleep(Timeout.Infinite);
        throw new InvalidOperationException("I can't foretell");
    }
}

/// <summary>Hangs when it is to save something, blocking the thread, and throws when it is to load.</summary>
[ExportGraphStore("talkative")]
[Shared]
public sealed class TalkativeStore : IGraphStore
{
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        Console.WriteLine("I save");
        Thread.Sleep(Timeout.Infinite);
        return Task.CompletedTask;
    }

    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) => throw new InvalidOperationException("I can't load");

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<GraphInfo>>([]);

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => throw new InvalidOperationException("I can't delete");
}
