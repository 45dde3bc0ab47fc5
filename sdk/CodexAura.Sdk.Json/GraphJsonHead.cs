using System.Buffers;
using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

/// <summary>Reads a graph's description from the head of its JSON, which comes before nodes and edges.</summary>
public static class GraphJsonHead
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Reads the description; the body is neither read nor checked.</summary>
    /// <param name="stream">Where from; left open.</param>
    /// <param name="graphId">The id that the graph has; the JSON does not name it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidDataException">It does not begin like a graph.</exception>
    public static async Task<GraphInfo> ReadAsync(Stream stream, string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new ArrayBufferWriter<byte>(FirstRead);
        while (true)
        {
            int read = await stream.ReadAsync(buffer.GetMemory(FirstRead), cancellationToken).ConfigureAwait(false);
            buffer.Advance(read);
            try
            {
                if (TryParse(buffer.WrittenSpan, read == 0, graphId) is { } info) return info;
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                throw new InvalidDataException($"This is no graph in JSON: {e.Message}", e);
            }
            if (read == 0) throw new InvalidDataException("This is no graph in JSON: it ends before the nodes.");
        }
    }

    private static GraphInfo? TryParse(ReadOnlySpan<byte> json, bool isAll, string id)
    {
        var reader = new Utf8JsonReader(json, isAll, default);
        string? sha = null;
        DateTimeOffset createdAt = default;
        RepositoryDocument? repository = null;
        StatsDocument? stats = null;
        if (!reader.Read()) return null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("it is no object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            if (name == "nodes")
            {
                if (repository is not { Path: not null, Name: not null } || stats is null) throw new JsonException("'repository' or 'stats' is missing.");
                return new GraphInfo(id, new RepositoryInfo(repository.Path, repository.Name, sha), createdAt, stats.TotalNodes, stats.TotalEdges);
            }
            // Only whole values are looked at; of a part of one, nothing is known yet.
            var value = reader;
            if (!value.TrySkip()) return null;
            if (!reader.Read()) return null;
            switch (name)
            {
                case "sha": sha = reader.GetString(); break;
                case "generated_at": createdAt = reader.GetDateTimeOffset(); break;
                case "repository": repository = JsonSerializer.Deserialize(ref reader, GraphDocumentContext.Default.RepositoryDocument); break;
                case "stats": stats = JsonSerializer.Deserialize(ref reader, GraphDocumentContext.Default.StatsDocument); break;
                default: reader.TrySkip(); break;
            }
        }
        return null;
    }
}
