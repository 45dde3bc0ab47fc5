using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>One JSON object, an item on each line.</summary>
internal sealed class JsonTextFormat : ITextFormat
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Begin(Frame frame) => frame.Graph is { } graph
        ? "{\"graph\":" + Write(json =>
        {
            json.WriteString("id", graph.Id);
            json.WriteString("sha", graph.Sha);
            json.WriteNumber("stale_files", graph.StaleFiles.Count);
        }) + ",\"items\":[\n"
        : "{\"items\":[\n";

    public string Item(Block block, bool first) => (first ? "" : ",\n") + Write(json =>
    {
        json.WriteString("path", block.Node.Path);
        json.WriteStartArray("lines");
        json.WriteNumberValue(block.Node.LineStart);
        json.WriteNumberValue(block.Node.LineEnd);
        json.WriteEndArray();
        json.WriteString("name", block.Name);
        json.WriteString("reason", block.Reason);
        json.WriteString("detail", block.Detail.ToString().ToLowerInvariant());
        if (block.Code is { } code) json.WriteString("code", code);
    });

    public string End(Frame frame) => $"\n],\"omitted\":{frame.Omitted},\"next_tokens\":{frame.NextCost}}}\n";

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
