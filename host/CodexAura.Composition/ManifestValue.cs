using System.Text;
using System.Text.Json;

namespace CodexAura.Composition;

/// <summary>A value in a plugin.json. Read in one pass without a document: at each start there are as many manifests as plugins.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text of a string; else null.</param>
/// <param name="Source">As it is written.</param>
/// <param name="Line">1-based line of its property.</param>
/// <param name="Items">The items of a list; else none.</param>
internal sealed record ManifestValue(JsonTokenType Kind, string? Text, string Source, int Line, IReadOnlyList<ManifestValue> Items)
{
    /// <summary>What it is called in messages.</summary>
    public string Name => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => Items.Count == 0 ? "an empty list" : "a list",
        _ => Source,
    };

    /// <summary>Reads a text of JSON to its end.</summary>
    /// <param name="json">The text.</param>
    /// <param name="properties">Gets the properties of the outermost object; of several with one name the last, which is the one that counts.</param>
    /// <returns>The outermost value.</returns>
    /// <exception cref="JsonException">It is not valid JSON.</exception>
    public static ManifestValue Read(byte[] json, Dictionary<string, ManifestValue> properties)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var value = Value(ref reader, json, 1);
            reader.Read();
            return value;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            int line = 1 + json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            reader.Read();
            properties[name] = Value(ref reader, json, line);
        }
        // There must be nothing more.
        reader.Read();
        return new ManifestValue(JsonTokenType.StartObject, null, "", 1, []);
    }

    private static ManifestValue Value(ref Utf8JsonReader reader, byte[] json, int line)
    {
        int start = (int)reader.TokenStartIndex;
        var kind = reader.TokenType;
        string? text = kind == JsonTokenType.String ? reader.GetString() : null;
        List<ManifestValue>? items = null;
        if (kind == JsonTokenType.StartArray)
        {
            items = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader, json, line));
        }
        else if (kind == JsonTokenType.StartObject) reader.Skip();
        return new ManifestValue(kind, text, Encoding.UTF8.GetString(json, start, (int)reader.BytesConsumed - start), line, items ?? (IReadOnlyList<ManifestValue>)[]);
    }
}
