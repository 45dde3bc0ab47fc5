using System.Buffers;
using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

/// <summary>
/// Writes a graph in the format "1.0", as a stream: one line for each node, edge and diagnostic, so that two graphs can be
/// compared with the tools for text. Equal graphs give equal bytes but for <c>generated_at</c>.
/// </summary>
public static class GraphJsonWriter
{
    /// <summary>Value of <c>version</c>.</summary>
    public const string Version = "1.0";

    private const int FlushAt = 64 * 1024;

    /// <summary>Writes a graph.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="createdAt">When it was made: <c>generated_at</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="exactTime">Whether the time is written to the tick, as a store needs it, rather than in seconds.</param>
    /// <param name="blames">Who last changed each node, by its number; null for nobody.</param>
    public static async Task WriteAsync(Stream stream, CodeGraph graph, DateTimeOffset createdAt, CancellationToken cancellationToken = default, bool exactTime = false,
        IReadOnlyList<NodeBlame?>? blames = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(graph);
        var json = new Utf8JsonWriter(stream, JsonFormat.Compact);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("version", Version);
            json.WriteString("generated_at", exactTime ? JsonFormat.ExactTime(createdAt) : JsonFormat.Time(createdAt));
            json.WritePropertyName("repository");
            GraphJsonParts.WriteRepository(json, graph.Repository);
            json.WriteString("sha", graph.Repository.Sha);
            json.WritePropertyName("stats");
            StatsJson.Write(json, GraphStatsCalculator.Calculate(graph), graph);
            var lines = new LineWriter(json, cancellationToken);
            await lines.WriteArrayAsync("nodes", graph.NodeCount, (item, i) => GraphJsonParts.WriteNode(item, graph, i, blames?[i])).ConfigureAwait(false);
            await lines.WriteArrayAsync("edges", graph.EdgeCount, (item, i) => GraphJsonParts.WriteEdge(item, graph, i)).ConfigureAwait(false);
            await lines.WriteArrayAsync("diagnostics", graph.Diagnostics.Count,
                (item, i) => GraphJsonParts.WriteDiagnostic(item, graph.Diagnostics[i])).ConfigureAwait(false);
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes each item of an array on a line of its own, which <see cref="Utf8JsonWriter"/> alone can't do.</summary>
    private sealed class LineWriter(Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        private readonly ArrayBufferWriter<byte> _buffer = new(4096);

        public async Task WriteArrayAsync(string name, int count, Action<Utf8JsonWriter, int> writeItem)
        {
            json.WriteStartArray(name);
            using var item = new Utf8JsonWriter(_buffer, JsonFormat.Compact);
            for (int i = 0; i < count; i++)
            {
                _buffer.ResetWrittenCount();
                _buffer.Write("\n"u8);
                item.Reset(_buffer);
                writeItem(item, i);
                item.Flush();
                json.WriteRawValue(_buffer.WrittenSpan, skipInputValidation: true);
                if (json.BytesPending > FlushAt) await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            json.WriteEndArray();
        }
    }
}
