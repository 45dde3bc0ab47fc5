using System.Collections.Concurrent;
using CodexAura.Sdk.Context;

namespace CodexAura.Benchmarks.Context;

/// <summary>Reads the files of a working tree, each once.</summary>
internal sealed class Sources(string root) : ISourceReader
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    public string? Read(string path) => _texts.GetOrAdd(path, p => File.Exists(Path.Join(root, p)) ? File.ReadAllText(Path.Join(root, p)) : null);
}

/// <summary>Changes that were read before.</summary>
internal sealed class Past(IReadOnlyList<PastChange> changes) : IChangeHistory
{
    public Task<IReadOnlyList<PastChange>> ReadAsync(int limit, CancellationToken cancellationToken = default) => Task.FromResult(changes);
}
