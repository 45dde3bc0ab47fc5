namespace CodexAura.Composition;

/// <summary>First step: finds plugin folders and reads their manifests. Loads nothing.</summary>
internal static class PluginDiscovery
{
    /// <summary>All plugins of all places, in search order; by name inside one place.</summary>
    public static IReadOnlyList<PluginEntry> Find(PluginHostOptions options)
    {
        var entries = new List<PluginEntry>();
        var seenFolders = new HashSet<string>(StringComparer.Ordinal);
        foreach (string place in Places(options)) AddPlace(place, entries, seenFolders);
        LeaveOut(entries, options);
        return entries;
    }

    /// <summary>The folders that <see cref="Find"/> reads manifests from, without reading them.</summary>
    public static IReadOnlyList<string> Folders(PluginHostOptions options)
    {
        var folders = new List<string>();
        foreach (string place in Places(options))
        {
            try
            {
                folders.AddRange(PluginsIn(Path.TrimEndingDirectorySeparator(Path.GetFullPath(place))));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                // Told by an entry when it is read.
            }
        }
        return folders;
    }

    /// <summary>Reads the manifest of one folder.</summary>
    public static PluginEntry Read(string folder)
    {
        string file = Path.Combine(folder, PluginManifest.FileName);
        if (!Directory.Exists(folder))
            return Failed(folder, PluginCodes.FolderUnreadable, $"The folder {folder} doesn't exist. Check its name.");
        if (!File.Exists(file))
            return Failed(folder, PluginCodes.ManifestMissing,
                $"The folder {folder} has no {PluginManifest.FileName}. Add one, or remove the folder if it is no plugin.");
        try
        {
            return Check(new PluginEntry(folder, ManifestReader.Read(file)), file);
        }
        catch (ManifestException wrong)
        {
            return Failed(folder, wrong.Code, wrong.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Failed(folder, PluginCodes.ManifestMalformed, $"{file} can't be read: {unreadable.Message}");
        }
    }

    /// <summary>Places that are named, then those that are there or not: nobody is to be told that these are missing.</summary>
    private static IEnumerable<string> Places(PluginHostOptions options) => options.Folders.Concat(
            (options.FolderList ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Concat(new[] { options.InstalledFolder, options.BundledFolder }.OfType<string>().Where(Directory.Exists));

    // A name with a dot is hidden: .git and the like are no plugins.
    private static string[] PluginsIn(string place)
    {
        if (File.Exists(Path.Combine(place, PluginManifest.FileName))) return [place];
        string[] folders = Array.FindAll(Directory.GetDirectories(place), child => !Path.GetFileName(child).StartsWith('.'));
        Array.Sort(folders, StringComparer.Ordinal);
        return folders;
    }

    private static void AddPlace(string place, List<PluginEntry> entries, HashSet<string> seenFolders)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place));
        try
        {
            foreach (string plugin in PluginsIn(folder))
                if (seenFolders.Add(plugin)) entries.Add(Read(plugin));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            entries.Add(Failed(folder, PluginCodes.FolderUnreadable,
                $"The plugin folder {folder} can't be read: {unreadable.Message} Check the option or {PluginHostOptions.FoldersVariable}."));
        }
    }

    private static PluginEntry Check(PluginEntry entry, string file)
    {
        if (!entry.Manifest!.Enabled)
            return entry.Stop(PluginState.Disabled, new PluginProblem(PluginCodes.SwitchedOff, $"\"enabled\" is false in {file}."));
        if (!File.Exists(entry.AssemblyPath))
            return entry.Stop(PluginState.Failed, new PluginProblem(PluginCodes.AssemblyMissing,
                $"{file} names the assembly '{entry.Manifest.Assembly}', which is not in the folder. Build the plugin into it, or correct \"assembly\"."));
        return entry;
    }

    private static void LeaveOut(List<PluginEntry> entries, PluginHostOptions options)
    {
        var firstById = new Dictionary<string, PluginEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(entry => entry.Manifest is not null && entry.State != PluginState.Disabled))
        {
            if (options.Disabled.Contains(entry.Id))
                entry.Stop(PluginState.Disabled, new PluginProblem(PluginCodes.SwitchedOff, $"'{entry.Id}' is switched off by the configuration."));
            // The first one counts even where it is broken: what runs instead of it should not depend on how it is broken.
            else if (!firstById.TryAdd(entry.Id, entry) && entry.State == PluginState.Discovered)
                entry.Stop(PluginState.Disabled, new PluginProblem(PluginCodes.DuplicateId,
                    $"A plugin with the id '{entry.Id}' was found first in {firstById[entry.Id].Folder}, and that one counts. Remove one of the two, or give this one another id."));
        }
    }

    private static PluginEntry Failed(string folder, string code, string reason) =>
        new PluginEntry(folder, null).Stop(PluginState.Failed, new PluginProblem(code, reason));
}
