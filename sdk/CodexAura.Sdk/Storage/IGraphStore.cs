using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>
/// Keeps graphs. Exported with <see cref="ExportGraphStoreAttribute"/>; the host hands <see cref="StoreLocation"/> to the
/// constructor of whoever imports it. All members may be called from many threads.
/// </summary>
/// <remarks>
/// A save is all or nothing: after a crash in the middle of one, the graph as it was before is found whole.
/// Failures that a person can act on (locked, corrupt, disk full) are thrown as <see cref="GraphStoreException"/>.
/// </remarks>
public interface IGraphStore
{
    /// <summary>Saves a graph under <c>info.Id</c>, replacing what was there.</summary>
    Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default);

    /// <summary>Loads a whole graph.</summary>
    /// <returns>The graph, or null when there is none with this id.</returns>
    Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default);

    /// <summary>All graphs, newest first, without their bodies.</summary>
    /// <param name="repositoryPath">Only those of this repository, or null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a graph and all that belongs to it.</summary>
    /// <returns>False when there was none with this id.</returns>
    Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default);
}

/// <summary>
/// An optional ability of a store: keeping the facts of single files between analyses, so that unchanged files need not be read
/// again. Losing them costs time, never correctness.
/// </summary>
public interface IFactsCache
{
    /// <summary>Loads everything kept for a repository and an analyzer. Entries of other versions are left out.</summary>
    /// <param name="repositoryPath">Absolute path of the repository.</param>
    /// <param name="language">The analyzer's language.</param>
    /// <param name="factsVersion">The analyzer's <see cref="Analysis.ILanguageAnalyzer.FactsVersion"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default);

    /// <summary>Adds or replaces entries, and removes the ones whose paths are given.</summary>
    /// <param name="repositoryPath">Absolute path of the repository.</param>
    /// <param name="language">The analyzer's language.</param>
    /// <param name="factsVersion">The analyzer's version; entries of other versions are dropped.</param>
    /// <param name="changed">Entries to add or replace, by path.</param>
    /// <param name="removed">Paths of entries to remove.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task SaveFactsAsync(string repositoryPath, string language, string factsVersion,
        IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default);
}

/// <summary>The facts of one file and what tells whether they still hold.</summary>
/// <param name="Facts">The facts, diagnostics included.</param>
/// <param name="Size">Size of the file in bytes when it was read.</param>
/// <param name="ModifiedTicks">Time of its last change when it was read, in ticks of UTC.</param>
/// <param name="ContentHash">Hash of its content, 128 bits.</param>
public sealed record CachedFacts(Analysis.FileFacts Facts, long Size, long ModifiedTicks, UInt128 ContentHash)
{
    // Code over a type with a UInt128 in it is not compiled ahead of time, and nearly all code that handles facts never looks at the hash.
    private ulong _high = (ulong)(ContentHash >> 64);
    private ulong _low = (ulong)ContentHash;

    /// <summary>Hash of its content, 128 bits.</summary>
    public UInt128 ContentHash
    {
        get => new(_high, _low);
        init => (_high, _low) = ((ulong)(value >> 64), (ulong)value);
    }
}
