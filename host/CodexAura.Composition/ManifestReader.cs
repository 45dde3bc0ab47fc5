using System.Text.Json;
using NuGet.Versioning;

namespace CodexAura.Composition;

/// <summary>A manifest can't be used. The message names file, line and what is wrong.</summary>
internal sealed class ManifestException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Reads plugin.json. Unknown properties are ignored, so that a manifest for a later host still works.</summary>
internal static class ManifestReader
{
    public static PluginManifest Read(string file)
    {
        byte[] json = File.ReadAllBytes(file);
        if (json.AsSpan().StartsWith("\uFEFF"u8)) json = json[3..];
        try
        {
            return Read(new ManifestObject(file, json));
        }
        catch (JsonException wrong)
        {
            string text = wrong.Message;
            int details = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
            if (details > 0) text = text[..details];
            throw new ManifestException(PluginCodes.ManifestMalformed, $"{file}:{wrong.LineNumber + 1}: this is not valid JSON: {text}");
        }
        catch (InvalidOperationException wrong)
        {
            // Half of a surrogate pair.
            throw new ManifestException(PluginCodes.ManifestMalformed, $"{file}: this is not valid JSON: {wrong.Message}");
        }
    }

    private static readonly string[] _kinds = [.. PluginKinds.Contracts.Keys];

    private static PluginManifest Read(ManifestObject json) => new()
    {
        Id = json.Required("id", Id, "a name of up to 100 letters, digits, '.', '-' and '_', with a letter or digit at both ends, such as \"acme.ruby\""),
        Version = json.Required("version", text => NuGetVersion.TryParse(text, out var version) ? version : null, "a version such as \"1.2.0\""),
        Assembly = json.Required("assembly", Assembly, "the file name of an assembly in the plugin's folder, such as \"Acme.Ruby.dll\""),
        Sdk = json.Required("sdk", text => VersionRange.TryParse(text, allowFloating: false, out var range) ? range : null, "a range of versions such as \"[0.1,1.0)\""),
        Kinds = json.Kinds("kinds", _kinds),
        Description = json.OptionalString("description"),
        Enabled = json.OptionalBoolean("enabled") ?? true,
    };

    private static string? Id(string text) =>
        text.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? text : null;

    private static string? Assembly(string text) =>
        text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !Path.IsPathRooted(text) && !text.Split('/', '\\').Contains("..") ? text : null;
}
