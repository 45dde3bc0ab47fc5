using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Plugins.Rest.Requests;

/// <summary>Checks what a request gives, and names the field that is wrong.</summary>
internal static class Check
{
    /// <summary>Names, ids and paths are never longer than this.</summary>
    public const int MaxText = 4096;

    /// <summary>The most entries of a list in a request.</summary>
    public const int MaxItems = 10_000;

    private const string Invalid = "request.invalid";

    /// <summary>A text that has to be there.</summary>
    public static string Text(string? value, string field)
    {
        if (string.IsNullOrWhiteSpace(value)) throw new RequestException(Invalid, $"'{field}' is missing or empty.", field);
        return Optional(value, field)!;
    }

    /// <summary>A text that may be left out; an empty one counts as left out.</summary>
    public static string? Optional(string? value, string field, int most = MaxText)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (value.Length > most) throw new RequestException(Invalid, $"'{field}' has {value.Length:N0} characters; {most:N0} is the most.", field);
        if (value.Contains('\0')) throw new RequestException(Invalid, $"'{field}' contains a null character.", field);
        return value;
    }

    /// <summary>A list of texts that may be left out.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyList<string?>? values, string field)
    {
        if (values is null) return [];
        if (values.Count > MaxItems) throw new RequestException(Invalid, $"'{field}' has {values.Count:N0} entries; {MaxItems:N0} is the most.", field);
        var texts = new string[values.Count];
        for (int i = 0; i < texts.Length; i++) texts[i] = Text(values[i], $"{field}[{i}]");
        return texts;
    }

    /// <summary>A number within limits.</summary>
    public static int Number(int? value, string field, int fallback, int least, int most)
    {
        if (value is not { } number) return fallback;
        return number >= least && number <= most ? number : throw new RequestException(Invalid, $"'{field}' must be between {least:N0} and {most:N0}, not {number}.", field);
    }

    /// <summary>One of some words, in any case of letters.</summary>
    public static T Word<T>(string? value, string field, T fallback, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if (string.IsNullOrEmpty(value)) return fallback;
        foreach (var (word, meaning) in words)
            if (word.Equals(value, StringComparison.OrdinalIgnoreCase)) return meaning;
        var known = new string[words.Length];
        for (int i = 0; i < known.Length; i++) known[i] = words[i].Word;
        throw new RequestException(Invalid, $"'{field}' must be one of {string.Join(", ", known)}.", field);
    }

    /// <summary>Names separated by commas, as they stand in a query.</summary>
    public static IReadOnlyList<string> Names(string? value, string field) =>
        Optional(value, field)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Node types by their names.</summary>
    public static IReadOnlySet<NodeType> NodeTypes(string? value, string field)
    {
        var types = new HashSet<NodeType>();
        foreach (string name in Names(value, field))
            types.Add(Word(name, field, NodeType.File, ("file", NodeType.File), ("class", NodeType.Class), ("function", NodeType.Function)));
        return types;
    }

    /// <summary>Which way edges are followed.</summary>
    public static EdgeDirection Direction(string? value, string field) => Word(value, field, EdgeDirection.Both,
        ("incoming", EdgeDirection.Incoming), ("outgoing", EdgeDirection.Outgoing), ("both", EdgeDirection.Both),
        ("in", EdgeDirection.Incoming), ("out", EdgeDirection.Outgoing));

    /// <summary>The path of a repository: absolute, without detours and disguises. Whether it may be analysed is for the host to say.</summary>
    public static string RepositoryPath(string? value, string field)
    {
        string path = Text(value, field);
        string[] parts = path.Split('/', '\\');
        bool detour = parts.Contains("..") || path.Contains("%2e", StringComparison.OrdinalIgnoreCase) || path.Contains("%2f", StringComparison.OrdinalIgnoreCase) || path.Contains("%5c", StringComparison.OrdinalIgnoreCase);
        if (detour) throw new RequestException("path.invalid", $"'{field}' must be written without '..', and without characters in disguise.", field);
        bool network = path.StartsWith("\\\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal);
        if (network || path.Contains("://", StringComparison.Ordinal))
            throw new RequestException("path.invalid", $"'{field}' must be a folder on the server's own disk, neither a share nor a URL.", field);
        if (path.Any(char.IsControl)) throw new RequestException("path.invalid", $"'{field}' contains control characters.", field);
        return path;
    }
}
