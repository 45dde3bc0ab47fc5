using System.Text;
using System.Text.Json;

namespace CodexAura.Composition;

/// <summary>The object in a plugin.json, with errors that say where they are.</summary>
internal readonly struct ManifestObject
{
    private readonly string _file;
    private readonly byte[] _json;
    private readonly JsonElement _root;

    public ManifestObject(string file, byte[] json, JsonElement root)
    {
        (_file, _json, _root) = (file, json, root);
        if (root.ValueKind != JsonValueKind.Object) throw Invalid(1, $"this is {Name(root)}; a manifest is an object {{ … }}.");
    }

    public T Required<T>(string name, Func<string, T?> parse, string expected) where T : class
    {
        if (!_root.TryGetProperty(name, out var value)) throw Invalid(1, $"\"{name}\" is missing; it must be {expected}.");
        return value.ValueKind == JsonValueKind.String && parse(value.GetString()!) is { } parsed
            ? parsed
            : throw Invalid(LineOf(name), $"\"{name}\" is {Name(value)}; it must be {expected}.");
    }

    public IReadOnlyList<string> Kinds(string name, string[] known)
    {
        string expected = $"a list with at least one of {string.Join(", ", known.Select(kind => $"\"{kind}\""))}";
        if (!_root.TryGetProperty(name, out var value)) throw Invalid(1, $"\"{name}\" is missing; it must be {expected}.");
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
            throw Invalid(LineOf(name), $"\"{name}\" is {Name(value)}; it must be {expected}.");
        foreach (var item in value.EnumerateArray())
            if (item.ValueKind != JsonValueKind.String || !known.Contains(item.GetString()))
                throw Invalid(LineOf(name), $"\"{name}\" has {Name(item)}; it must be {expected}.");
        return [.. value.EnumerateArray().Select(item => item.GetString()!).Distinct()];
    }

    public string? OptionalString(string name)
    {
        if (!_root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Invalid(LineOf(name), $"\"{name}\" is {Name(value)}; it must be a string.");
    }

    public bool? OptionalBoolean(string name)
    {
        if (!_root.TryGetProperty(name, out var value)) return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Invalid(LineOf(name), $"\"{name}\" is {Name(value)}; it must be true or false.");
    }

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "an empty list" : "a list",
        _ => value.GetRawText(),
    };

    private ManifestException Invalid(long line, string text) => new(PluginCodes.ManifestInvalid, $"{_file}:{line}: {text}");

    /// <summary>1-based line of a property of the outermost object; of the last one with this name, which is the one that counts.</summary>
    private int LineOf(string name)
    {
        var reader = new Utf8JsonReader(_json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        int line = 1;
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(Encoding.UTF8.GetBytes(name)))
                line = 1 + _json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
        return line;
    }
}
