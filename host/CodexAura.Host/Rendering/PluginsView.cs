using System.Text.Json;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints plugins and what became of them.</summary>
internal static class PluginsView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<PluginEntry> plugins, IReadOnlyList<RunningHost> running)
    {
        var table = new TextTable(0, new("plugin", Style: "bold"), new("version"), new("state"), new("provides"));
        foreach (var plugin in plugins) table.Row(Format.Printable(plugin.Id), plugin.Version, State(plugin), Provides(plugin));
        table.Write(console, null);
        foreach (var host in running)
            foreach (var (plugin, since) in host.Outdated(plugins))
                console.MarkupLine($"[yellow]{PluginCodes.RestartNeeded}[/] {Markup.Escape(Format.Printable($"{plugin.Id}: restart needed: {host} works on with {plugin.Version}, which {since} since."))}");
        foreach (var plugin in plugins.Where(p => p.Reason is not null))
            console.MarkupLine($"[{Colour(plugin)}]{plugin.Code}[/] {Markup.Escape(Format.Printable($"{plugin.Id}: {plugin.Reason}"))}");
        foreach (var (plugin, warning) in plugins.SelectMany(p => p.Warnings.Select(w => (p, w))))
            console.MarkupLine($"[yellow]{warning.Code}[/] {Markup.Escape(Format.Printable($"{plugin.Id}: {warning.Message}"))}");
    }

    public static void WriteFindings(IAnsiConsole console, IReadOnlyList<PluginEntry> plugins)
    {
        foreach (var plugin in plugins)
        {
            console.MarkupLine($"[bold]{Markup.Escape(Format.Printable(plugin.Id))}[/] {plugin.Version}  [{Colour(plugin)}]{State(plugin)}[/]  [grey]{Format.Duration(plugin.LoadTime)}[/]");
            console.WriteLine($"  folder    {Format.Printable(plugin.Folder)}");
            foreach (var export in plugin.Exports) console.WriteLine(Format.Printable($"  exports   {Describe(export)} ({export.Type})"));
            foreach (var warning in plugin.Warnings) console.MarkupLine($"  [yellow]warning[/]   {warning.Code} {Markup.Escape(Format.Printable(warning.Message))}");
            if (plugin.Reason is not null) console.MarkupLine($"  [red]problem[/]   {plugin.Code} {Markup.Escape(Format.Printable(plugin.Reason))}");
        }
    }

    /// <summary>Writes an array of plugins; those that were removed and are used by a running process are in it too.</summary>
    public static void WriteJson(IReadOnlyList<PluginEntry> plugins, IReadOnlyList<RunningHost>? running = null) => JsonOutput.Write(json =>
    {
        var outdated = (running ?? []).SelectMany(host => host.Outdated(plugins).Select(outdated => (outdated.Plugin, Host: host))).ToLookup(pair => (pair.Plugin.Id, pair.Plugin.Folder));
        json.WriteStartArray();
        foreach (var plugin in plugins)
        {
            json.WriteStartObject();
            WriteProperties(json, plugin);
            if (running is not null) WriteRestarts(json, outdated[(plugin.Id, plugin.Folder)].Select(pair => pair.Host));
            json.WriteEndObject();
        }
        foreach (var gone in outdated.Where(group => !plugins.Any(plugin => (plugin.Id, plugin.Folder) == group.Key)))
        {
            json.WriteStartObject();
            json.WriteString("id", gone.Key.Id);
            json.WriteString("version", gone.First().Plugin.Version);
            json.WriteString("state", "removed");
            json.WriteString("folder", gone.Key.Folder);
            WriteRestarts(json, gone.Select(pair => pair.Host));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void WriteRestarts(Utf8JsonWriter json, IEnumerable<RunningHost> hosts)
    {
        json.WriteStartArray("restart_needed");
        foreach (var host in hosts) json.WriteStringValue(host.ToString());
        json.WriteEndArray();
    }

    /// <summary>The properties of one plugin, for objects that have more.</summary>
    internal static void WriteProperties(Utf8JsonWriter json, PluginEntry plugin)
    {
        json.WriteString("id", plugin.Id);
        json.WriteString("version", plugin.Version);
        json.WriteString("state", State(plugin));
        json.WriteString("folder", plugin.Folder);
        json.WriteString("code", plugin.Code);
        json.WriteString("reason", plugin.Reason);
        json.WriteStartArray("warnings");
        foreach (var warning in plugin.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("exports");
        foreach (var export in plugin.Exports)
        {
            json.WriteStartObject();
            json.WriteString("kind", export.Kind);
            json.WriteString("name", NameOf(export));
            json.WriteString("type", export.Type);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Provides(PluginEntry plugin) => string.Join(", ", plugin.Exports.Select(Describe));

    private static string Describe(PluginExportInfo export) => $"{export.Kind ?? export.Contract.Name} {NameOf(export)}".TrimEnd();

    /// <summary>The SDK's export attributes call it Name, that of analyzers Language.</summary>
    private static string? NameOf(PluginExportInfo export) =>
        (export.Metadata.GetValueOrDefault("Name") ?? export.Metadata.GetValueOrDefault("Language"))?.ToString();

    private static string State(PluginEntry plugin) => plugin.State.ToString().ToLowerInvariant();

    private static string Colour(PluginEntry plugin) => plugin.State switch
    {
        PluginState.Active => "green",
        PluginState.Failed or PluginState.Incompatible => "red",
        _ => "grey",
    };
}
