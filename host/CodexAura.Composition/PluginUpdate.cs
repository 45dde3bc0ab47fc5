namespace CodexAura.Composition;

/// <summary>
/// Compares the plugins of a running host with what is in the folders now, as a start would find it. What is in use stays: it is
/// noted that a restart is needed. What is not in use follows the folders.
/// </summary>
/// <param name="running">The plugins of the host.</param>
/// <param name="found">What discovery finds now.</param>
/// <param name="stamps">What the folders look like now.</param>
/// <param name="moving">Folders that something is still written to: nothing is decided about them.</param>
/// <param name="composer">Takes up new ones.</param>
internal sealed class PluginUpdate(
    IReadOnlyList<KnownPlugin> running, IReadOnlyList<PluginEntry> found, IReadOnlyDictionary<string, string> stamps, IReadOnlySet<string> moving, PluginComposer composer)
{
    private readonly Dictionary<string, KnownPlugin> _byFolder =
        running.GroupBy(plugin => plugin.Entry.Folder, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _restarts = new(StringComparer.Ordinal);

    /// <summary>The plugins from now on, in the order of discovery; those that are gone and still in use come last.</summary>
    public List<KnownPlugin> Plugins { get; } = [];

    /// <summary>Those of them that are new and may work.</summary>
    public List<KnownPlugin> Arrived { get; } = [];

    /// <summary>The plugins whose <see cref="PluginEntry.RestartReason"/> is another one now.</summary>
    public List<PluginEntry> Changed { get; } = [];

    /// <summary>Compares.</summary>
    public PluginUpdate Run()
    {
        var inUse = running.Where(plugin => plugin.IsInUse).ToDictionary(plugin => plugin.Entry.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var plugin in inUse.Values) _restarts[plugin.Entry.Folder] = moving.Contains(plugin.Entry.Folder) ? plugin.Entry.RestartReason : null;
        foreach (var entry in found)
            if ((moving.Contains(entry.Folder) ? _byFolder.GetValueOrDefault(entry.Folder) : Decide(entry, inUse)) is { } plugin) Plugins.Add(plugin);
        var there = found.Select(entry => entry.Folder).ToHashSet(StringComparer.Ordinal);
        foreach (var plugin in inUse.Values.Where(plugin => !there.Contains(plugin.Entry.Folder)))
        {
            Restart(plugin, "Its folder was removed; it works on until the host is started again.");
            Plugins.Add(plugin);
        }
        foreach (var plugin in inUse.Values)
        {
            if (plugin.Entry.RestartReason == _restarts[plugin.Entry.Folder]) continue;
            plugin.Entry.RestartReason = _restarts[plugin.Entry.Folder];
            Changed.Add(plugin.Entry);
        }
        return this;
    }

    private KnownPlugin Decide(PluginEntry entry, Dictionary<string, KnownPlugin> inUse)
    {
        string? stamp = stamps.GetValueOrDefault(entry.Folder);
        var known = _byFolder.GetValueOrDefault(entry.Folder);
        if (known is { IsInUse: true })
        {
            if (known.Entry.Stamp != stamp)
                Restart(known, entry.Version == known.Entry.Version || entry.Version.Length == 0
                    ? "Files in its folder were changed; what was loaded works on until the host is started again."
                    : $"Version {entry.Version} was put in its place; {known.Entry.Version} works on until the host is started again.");
            else if (entry.State == PluginState.Disabled)
                Restart(known, $"It works on until the host is started again, and is left out then. {entry.Reason}");
            return known;
        }
        if (known is not null && known.Entry.Stamp == stamp && IsSame(known.Entry, entry)) return known;

        entry.Stamp = stamp;
        var plugin = new KnownPlugin(entry, composer);
        if (entry.State == PluginState.Discovered && inUse.TryGetValue(entry.Id, out var other))
        {
            Restart(other, $"Version {entry.Version} in {entry.Folder} takes its place when the host is started again.");
            entry.Stop(PluginState.Disabled, new PluginProblem(PluginCodes.RestartNeeded,
                $"A plugin with the id '{entry.Id}' is in use, from {other.Entry.Folder}; this one takes its place when the host is started again."));
        }
        else if (entry.State == PluginState.Discovered) Arrived.Add(plugin);
        return plugin;
    }

    /// <summary>Whether discovery says the same of a plugin as before. How loading it went later is no matter of discovery.</summary>
    private static bool IsSame(PluginEntry known, PluginEntry found) => found.State == PluginState.Discovered
        ? known.State != PluginState.Disabled
        : (known.State, known.Code) == (found.State, found.Code);

    // The first reason is the cause.
    private void Restart(KnownPlugin plugin, string reason) => _restarts[plugin.Entry.Folder] ??= reason;
}
