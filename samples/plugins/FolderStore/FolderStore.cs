using System.Composition;
using System.IO.Compression;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Storage;

namespace Sample.FolderStore;

/// <summary>Keeps each graph in a file of its own, the JSON of <c>export</c>, compressed.</summary>
[ExportGraphStore("folder")]
[Shared]
public sealed class FolderStore : IGraphStore, IStoreCapabilities
{
    private const string Ending = ".json.gz";
    private readonly string _folder;

    [ImportingConstructor]
    public FolderStore(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        _folder = Path.Combine(location.Directory, "folder-store");
    }

    public StoreCapabilities Capabilities => StoreCapabilities.Durable;

    public async Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        if (info.Repository != graph.Repository || info.NodeCount != graph.NodeCount || info.EdgeCount != graph.EdgeCount)
            throw new ArgumentException("The description is that of another graph.", nameof(info));
        string unfinished = Path.Combine(_folder, $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(_folder);
            try
            {
                await using (var file = new FileStream(unfinished, FileMode.CreateNew))
                {
                    await using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                        await GraphJsonWriter.WriteAsync(zip, graph, info.CreatedAt, cancellationToken, exactTime: true).ConfigureAwait(false);
                    file.Flush(flushToDisk: true);
                }
                cancellationToken.ThrowIfCancellationRequested();
                // One rename is the whole transaction.
                File.Move(unfinished, FileOf(info.Id), overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    public async Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(graphId, cancellationToken).ConfigureAwait(false))?.Graph;

    public async Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default)
    {
        var infos = new List<GraphInfo>();
        if (!Directory.Exists(_folder)) return infos;
        foreach (string file in Directory.EnumerateFiles(_folder, "*" + Ending))
            if (await ReadAsync(Uri.UnescapeDataString(Path.GetFileName(file)[..^Ending.Length]), cancellationToken).ConfigureAwait(false) is { } stored
                && (repositoryPath is null || stored.Graph.Repository.Path == repositoryPath))
                infos.Add(stored.Info);
        return [.. infos.OrderByDescending(info => info.CreatedAt).ThenBy(info => info.Id, StringComparer.Ordinal)];
    }

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string file = FileOf(graphId);
        if (!File.Exists(file)) return Task.FromResult(false);
        try
        {
            File.Delete(file);
            return Task.FromResult(true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    private async Task<(GraphInfo Info, CodeGraph Graph)?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        string path = FileOf(id);
        if (!File.Exists(path)) return null;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var zip = new GZipStream(file, CompressionMode.Decompress);
            var document = await GraphJsonReader.ReadAsync(zip, cancellationToken).ConfigureAwait(false);
            return (GraphInfo.Of(document.Graph, document.CreatedAt) with { Id = id }, document.Graph);
        }
        catch (FileNotFoundException)
        {
            // Removed since it was looked for.
            return null;
        }
        catch (InvalidDataException e)
        {
            throw new GraphStoreException("store.corrupt", $"'{path}' is damaged: {e.Message} Remove it, and analyse the repository again.", e);
        }
    }

    private string FileOf(string id) => Path.Combine(_folder, Uri.EscapeDataString(id).Replace(".", "%2E", StringComparison.Ordinal) + Ending);

    private GraphStoreException Failure(Exception e) => (uint)e.HResult is 28 or 0x80070070
        ? new GraphStoreException("store.full", $"The disk is full, the graph could not be written to '{_folder}'. Make room and try again.", e)
        : new GraphStoreException("store.io", $"The graphs in '{_folder}' can't be used: {e.Message}", e);
}
