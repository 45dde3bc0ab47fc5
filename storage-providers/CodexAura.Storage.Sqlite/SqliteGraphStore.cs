using System.Composition;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Rows;
using Microsoft.Extensions.Logging;

namespace CodexAura.Storage.Sqlite;

/// <summary>Keeps graphs and the facts of files in one SQLite database, <c>graphs.db</c> in the store's folder.</summary>
[ExportGraphStore("sqlite")]
[Shared]
public sealed partial class SqliteGraphStore : IGraphStore, IStoreCapabilities, IGraphUpdate, IFactsCache
{
    private readonly StoreFile _file;

    /// <summary>Makes the store. Nothing is opened or written yet.</summary>
    /// <param name="location">Where the database is, or is to be.</param>
    /// <param name="logger">Told when the store has to wait for another process.</param>
    [ImportingConstructor]
    public SqliteGraphStore(StoreLocation location, ILogger<SqliteGraphStore> logger)
        : this(location, logger, SqliteStoreOptions.Default)
    {
    }

    internal SqliteGraphStore(StoreLocation location, ILogger<SqliteGraphStore> logger, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(location);
        _file = new StoreFile(location.Directory, options, logger);
    }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities => StoreCapabilities.Query | StoreCapabilities.Update | StoreCapabilities.Streaming
        | StoreCapabilities.Facts | StoreCapabilities.Durable | StoreCapabilities.AnyText;

    /// <inheritdoc/>
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        WriteAsync(info, graph, readAll: true, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        WriteAsync(info, graph, readAll: false, cancellationToken);

    /// <inheritdoc/>
    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return _file.ReadAsync(null, (connection, stop) => GraphCatalog.Find(connection, graphId) is var (key, info)
            ? GraphReader.Read(connection, key, info, stop)
            : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        _file.ReadAsync<IReadOnlyList<GraphInfo>>([], (connection, _) => GraphCatalog.List(connection, repositoryPath), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        // Looked up first, so that asking for a graph that is not there neither waits for a writer nor makes a database.
        bool there = await _file.ReadAsync(false, (connection, _) => GraphCatalog.Find(connection, graphId) is not null, cancellationToken)
            .ConfigureAwait(false);
        return there && await _file.WriteAsync((connection, _) =>
        {
            if (GraphCatalog.Find(connection, graphId) is not var (_, info)) return false;
            GraphCatalog.Delete(connection, graphId);
            if (GraphCatalog.List(connection, info.Repository.Path).Count == 0) FactRows.DropRepository(connection, info.Repository.Path);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion,
        CancellationToken cancellationToken = default)
    {
        var set = new FactSet(repositoryPath, language, factsVersion);
        return _file.ReadAsync<IReadOnlyList<CachedFacts>>([], (connection, stop) => FactRows.Load(connection, set, stop), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion,
        IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        var set = new FactSet(repositoryPath, language, factsVersion);
        return _file.WriteAsync((connection, stop) =>
        {
            FactRows.Save(connection, set, changed, removed, stop);
            return true;
        }, cancellationToken);
    }

    private Task WriteAsync(GraphInfo info, CodeGraph graph, bool readAll, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(info.Id, nameof(info));
        if (info.Repository != graph.Repository || info.NodeCount != graph.NodeCount || info.EdgeCount != graph.EdgeCount)
            throw new ArgumentException("The description is that of another graph.", nameof(info));
        return _file.WriteAsync((connection, stop) =>
        {
            if (GraphCatalog.Find(connection, info.Id) is var (stored, _)
                && GraphUpdater.TryUpdate(connection, stored, graph, readAll, stop))
            {
                GraphCatalog.Update(connection, stored, info, graph);
                return true;
            }
            GraphCatalog.Delete(connection, info.Id);
            long key = GraphCatalog.Add(connection, info, graph);
            // Every row refers to the graph's own, which was written just now in the same transaction: looking it up two million times is
            // a fifth of all.
            connection.CheckForeignKeys(false);
            GraphWriter.Write(connection, key, graph, stop);
            connection.CheckForeignKeys(true);
            return true;
        }, cancellationToken);
    }
}
