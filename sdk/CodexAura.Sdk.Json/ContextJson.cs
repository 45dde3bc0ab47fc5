using System.Text.Json;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Sdk.Json;

/// <summary>Writes an answer about context as JSON.</summary>
public static class ContextJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, ContextAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answer);
        var result = answer.Result;
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in result.Items)
        {
            json.WriteStartObject();
            WriteNode(json, answer.Graph.Node(item.Node));
            json.WriteNumber("relevance", item.Relevance);
            json.WriteNumber("tokens", item.Tokens);
            json.WriteString("reason", item.Reason);
            json.WriteString("detail", JsonFormat.Word(item.Detail));
            json.WriteString("code", item.Code);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in result.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("relevance", file.Relevance);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("text", result.Text);
        json.WriteNumber("total_tokens", result.TotalTokens);
        json.WriteNumber("max_tokens", answer.Request.MaxTokens);
        json.WriteStartArray("omitted");
        foreach (var item in result.Omitted)
        {
            json.WriteStartObject();
            WriteNode(json, answer.Graph.Node(item.Node));
            json.WriteNumber("relevance", item.Relevance);
            json.WriteNumber("tokens", item.Tokens);
            json.WriteString("reason", item.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (string note in result.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        WriteState(json, answer.State);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, GraphNode node)
    {
        json.WriteString("id", node.Id);
        json.WriteString("path", node.Path);
        json.WriteStartArray("lines");
        json.WriteNumberValue(node.LineStart);
        json.WriteNumberValue(node.LineEnd);
        json.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter json, Sdk.Context.GraphState state)
    {
        json.WriteStartObject("graph");
        json.WriteString("id", state.Id);
        json.WriteString("sha", state.Sha);
        json.WriteStartArray("stale_files");
        foreach (string path in state.StaleFiles) json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
