using System.Text.Json;

namespace CodexAura.Composition;

/// <summary>The object in a plugin.json, with errors that say where they are.</summary>
internal readonly struct ManifestObject
{
    private readonly string _file;
    private readonly Dictionary<string, ManifestValue> _properties = new(StringComparer.Ordinal);

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="ManifestException">It is no object.</exception>
    /// <exception cref="JsonException">It is not valid JSON.</exception>
    public ManifestObject(string file, byte[] json)
    {
        _file = file;
        var root = ManifestValue.Read(json, _properties);
        if (root.Kind != JsonTokenType.StartObject) throw Invalid(1, $"this is {root.Name}; a manifest is an object {{ … }}.");
    }

    public T Required<T>(string name, Func<string, T?> parse, string expected) where T : class
    {
        if (!_properties.TryGetValue(name, out var value)) throw Invalid(1, $"\"{name}\" is missing; it must be {expected}.");
        return value.Text is { } text && parse(text) is { } parsed
            ? parsed
            : throw Invalid(value.Line, $"\"{name}\" is {value.Name}; it must be {expected}.");
    }

    public IReadOnlyList<string> Kinds(string name, string[] known)
    {
        if (!_properties.TryGetValue(name, out var value)) throw Invalid(1, $"\"{name}\" is missing; it must be {Expected(known)}.");
        if (value.Kind != JsonTokenType.StartArray || value.Items.Count == 0)
            throw Invalid(value.Line, $"\"{name}\" is {value.Name}; it must be {Expected(known)}.");
        var kinds = new List<string>();
        foreach (var item in value.Items)
        {
            if (item.Text is not { } kind || Array.IndexOf(known, kind) < 0)
                throw Invalid(value.Line, $"\"{name}\" has {item.Name}; it must be {Expected(known)}.");
            if (!kinds.Contains(kind)) kinds.Add(kind);
        }
        return kinds;

        static string Expected(string[] known) => $"a list with at least one of {string.Join(", ", known.Select(kind => $"\"{kind}\""))}";
    }

    public string? OptionalString(string name)
    {
        if (!_properties.TryGetValue(name, out var value) || value.Kind == JsonTokenType.Null) return null;
        return value.Text ?? throw Invalid(value.Line, $"\"{name}\" is {value.Name}; it must be a string.");
    }

    public bool? OptionalBoolean(string name)
    {
        if (!_properties.TryGetValue(name, out var value)) return null;
        return value.Kind is JsonTokenType.True or JsonTokenType.False
            ? value.Kind == JsonTokenType.True
            : throw Invalid(value.Line, $"\"{name}\" is {value.Name}; it must be true or false.");
    }

    private ManifestException Invalid(long line, string text) => new(PluginCodes.ManifestInvalid, $"{_file}:{line}: {text}");
}
