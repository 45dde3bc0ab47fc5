using CodexAura.Host.Settings;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints settings with their values and origins.</summary>
internal static class SettingsView
{
    public static void Write(IAnsiConsole console, HostSettings settings, int? width)
    {
        var table = new TextTable(0, new("setting", Style: "bold"), new("value"), new("from"), new("variable", Style: "grey"), new("what it is", Style: "grey"));
        foreach (var setting in KnownSettings.All)
        {
            var value = Value(settings, setting);
            table.Row(setting.Key, Format.Printable(string.Join(", ", Shown(value))), Origin(value), setting.Variables.Count > 0 ? setting.Variables[0] : "", setting.Description);
        }
        table.Write(console, width);
        console.WriteLine();
        console.WriteLine($"Configuration file: {Format.Printable(settings.File)}{(File.Exists(settings.File) ? "" : " (not there)")}");
        if (settings.UnknownKeys().ToArray() is { Length: > 0 } unknown)
            console.MarkupLine($"[yellow]In it, unknown to the host:[/] {Markup.Escape(Format.Printable(string.Join(", ", unknown)))}");
    }

    public static void WriteJson(HostSettings settings) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", settings.File);
        json.WriteBoolean("file_exists", File.Exists(settings.File));
        json.WriteStartArray("settings");
        foreach (var setting in KnownSettings.All)
        {
            var value = Value(settings, setting);
            json.WriteStartObject();
            json.WriteString("key", setting.Key);
            if (setting.Kind is SettingKind.List or SettingKind.Paths)
            {
                json.WriteStartArray("value");
                foreach (string item in Shown(value)) json.WriteStringValue(item);
                json.WriteEndArray();
            }
            else json.WriteString("value", Shown(value).FirstOrDefault());
            json.WriteString("origin", value.Origin.ToString().ToLowerInvariant());
            json.WriteString("source", value.Source);
            json.WriteString("description", setting.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unknown");
        foreach (string key in settings.UnknownKeys()) json.WriteStringValue(key);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The folder of data has no fixed default: it is the home folder.</summary>
    private static SettingValue Value(HostSettings settings, Setting setting) =>
        settings.Get(setting) is { Origin: SettingOrigin.Default } && setting == KnownSettings.Data
            ? new SettingValue(setting, [settings.DataFolder], SettingOrigin.Default, null)
            : settings.Get(setting);

    private static IEnumerable<string> Shown(SettingValue value) =>
        value.Setting.Kind == SettingKind.Secret ? value.Values.Select(_ => "(set)") : value.Values;

    private static string Origin(SettingValue value) => value.Origin switch
    {
        SettingOrigin.Default => "default",
        SettingOrigin.File => "file",
        SettingOrigin.Environment => value.Source!,
        _ => "option",
    };
}
