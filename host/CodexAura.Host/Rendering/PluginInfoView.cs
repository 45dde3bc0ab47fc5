using System.Text.Json;
using CodexAura.Composition;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints all that is known of a plugin.</summary>
internal static class PluginInfoView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<PluginEntry> plugins)
    {
        foreach (var plugin in plugins)
        {
            PluginsView.WriteFindings(console, [plugin]);
            void Line(string name, string? value)
            {
                if (value is { Length: > 0 }) console.WriteLine(Format.Printable($"  {name,-9} {value}"));
            }
            Line("about", plugin.Manifest?.Description);
            Line("SDK", plugin.Manifest is { } m ? $"{m.Sdk.OriginalString}; built against {BuiltAgainst(plugin) ?? "an unknown version"}, this is {SdkVersion.Current.ToNormalizedString()}" : null);
            Line("kinds", plugin.Manifest is null ? null : string.Join(", ", plugin.Manifest.Kinds));
            foreach (var export in plugin.Exports) Line("metadata", string.Join(", ", export.Metadata.Select(pair => $"{pair.Key} = {Value(pair.Value)}")));
            var files = Files(plugin);
            Line("files", $"{Format.Number(files.Count)}, {Format.Number((files.Sum(f => f.Length) + 1023) / 1024)} KiB");
            foreach (var file in files) Line("", $"{Path.GetRelativePath(plugin.Folder, file.FullName)}  {Format.Number(file.Length)}");
        }
    }

    public static void WriteJson(IReadOnlyList<PluginEntry> plugins) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var plugin in plugins)
        {
            json.WriteStartObject();
            PluginsView.WriteProperties(json, plugin);
            json.WriteString("description", plugin.Manifest?.Description);
            json.WriteString("sdk", plugin.Manifest?.Sdk.OriginalString);
            json.WriteString("built_against", BuiltAgainst(plugin));
            json.WriteStartArray("files");
            foreach (var file in Files(plugin))
            {
                json.WriteStartObject();
                json.WriteString("path", Path.GetRelativePath(plugin.Folder, file.FullName).Replace('\\', '/'));
                json.WriteNumber("bytes", file.Length);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>Version of the SDK's assembly that the plugin's was compiled against.</summary>
    private static string? BuiltAgainst(PluginEntry plugin)
    {
        if (plugin.Manifest is null || plugin.State is not (PluginState.Active or PluginState.Failed)) return null;
        string path = Path.Combine(plugin.Folder, plugin.Manifest.Assembly);
        var assembly = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(a => !a.IsDynamic && a.Location == path);
        return assembly?.GetReferencedAssemblies().FirstOrDefault(r => r.Name == SdkVersion.AssemblyName)?.Version is { } version
            ? $"{version.Major}.x"
            : null;
    }

    private static List<FileInfo> Files(PluginEntry plugin) => Directory.Exists(plugin.Folder)
        ? [.. new DirectoryInfo(plugin.Folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal)]
        : [];

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => text,
        System.Collections.IEnumerable list => "[" + string.Join(", ", list.Cast<object?>()) + "]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
