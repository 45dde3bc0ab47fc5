using CodexAura.Sdk.Services;

namespace CodexAura.Composition.Installation;

/// <summary>The plugins in a user's own folder: what is installed, removed, and switched off there.</summary>
/// <remarks>
/// A plugin is made ready in a hidden folder beside its place and then renamed, so that a process that starts meanwhile sees the
/// whole plugin or none, also after a crash.
/// </remarks>
/// <param name="home">Folder of the user's data; plugins are in <c>plugins</c> below it.</param>
public sealed class PluginInstaller(string home)
{
    private const string Incoming = ".incoming-";
    private const string Replaced = ".replaced-";
    private const string Removed = ".removed-";
    private static readonly int _guidLength = Guid.Empty.ToString("N").Length;

    /// <summary>Where the plugins are.</summary>
    public string Folder { get; } = Path.Combine(Path.GetFullPath(home), "plugins");

    /// <summary>Which plugins are switched off, also those that are not installed here.</summary>
    public PluginSwitches Switches { get; } = new(Path.Combine(Path.GetFullPath(home), "plugins.json"));

    /// <summary>Installs a plugin from a folder or a zip file. One of the same id is replaced.</summary>
    /// <param name="source">A folder with a plugin.json, or a zip file with one at its root or in its only folder.</param>
    /// <returns>What was installed, and the version that it replaced, or null.</returns>
    /// <exception cref="PluginInstallException">It is no plugin, is meant for another host, or can't be written; nothing was changed.</exception>
    public (PluginEntry Plugin, string? Replaced) Install(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        return Guarded($"'{source}' can't be installed", () =>
        {
            using var _ = Lock();
            CleanUp();
            string incoming = Path.Combine(Folder, Incoming + Guid.NewGuid().ToString("N"));
            try
            {
                PluginFiles.Copy(source, incoming);
                return Adopt(source, incoming);
            }
            finally
            {
                if (Directory.Exists(incoming)) Directory.Delete(incoming, recursive: true);
            }
        });
    }

    /// <summary>Removes an installed plugin, and forgets that it was switched off.</summary>
    /// <returns>False when none of this id is installed here.</returns>
    /// <exception cref="PluginInstallException">Its files can't be removed.</exception>
    public bool Remove(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Guarded($"'{id}' can't be removed", () =>
        {
            if (!Directory.Exists(Folder)) return false;
            using var _ = Lock();
            CleanUp();
            if (Find(id) is not { } installed) return false;
            string removed = Aside(installed.Folder, Removed);
            Directory.Move(installed.Folder, removed);
            TryDelete(removed);
            Switches.Set(id, disabled: false);
            return true;
        });
    }

    /// <summary>The installed plugin of an id, or null.</summary>
    public PluginEntry? Find(string id) => All().FirstOrDefault(entry => entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is installed, readable or not.</summary>
    public IReadOnlyList<PluginEntry> All() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal).Select(PluginDiscovery.Read)]
        : [];

    private (PluginEntry, string?) Adopt(string source, string incoming)
    {
        var entry = PluginDiscovery.Read(incoming);
        if (entry.State == PluginState.Discovered) new PluginCompatibility(new PluginHostOptions()).Check(entry);
        if (entry.State is PluginState.Failed or PluginState.Incompatible)
            throw new PluginInstallException(entry.Code!, $"'{source}' is no plugin for this host, nothing was installed. {entry.Reason!.Replace(incoming, source, StringComparison.Ordinal)}");
        var before = Find(entry.Id);
        string target = before?.Folder ?? Path.Combine(Folder, FolderName(entry.Id));
        if (Directory.Exists(target)) Replace(target, incoming);
        else Directory.Move(incoming, target);
        return (PluginDiscovery.Read(target), before?.Version);
    }

    /// <summary>
    /// Moves the old one out of the way and removes it afterwards: a rename is whole, removing many files is not. Files that a
    /// running process holds may be left over (on Windows); the next installation removes them.
    /// </summary>
    private void Replace(string target, string incoming)
    {
        string old = Aside(target, Replaced);
        Directory.Move(target, old);
        try
        {
            Directory.Move(incoming, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }
        TryDelete(old);
    }

    private string Aside(string folder, string prefix) => Path.Combine(Folder, $"{prefix}{Guid.NewGuid():N}{Path.GetFileName(folder)}");

    /// <summary>What a process left that was cut off: half of a new plugin goes, an old one that nothing has replaced comes back.</summary>
    private void CleanUp()
    {
        foreach (string folder in Directory.EnumerateDirectories(Folder, ".*").ToArray())
        {
            string name = Path.GetFileName(folder);
            if (name.StartsWith(Replaced, StringComparison.Ordinal) && name.Length > Replaced.Length + _guidLength
                && Path.Combine(Folder, name[(Replaced.Length + _guidLength)..]) is var place && !Directory.Exists(place))
                Directory.Move(folder, place);
            else if (name.StartsWith(Incoming, StringComparison.Ordinal) || name.StartsWith(Replaced, StringComparison.Ordinal) || name.StartsWith(Removed, StringComparison.Ordinal))
                TryDelete(folder);
        }
    }

    /// <summary>One process at a time; another one waits a moment and then says so.</summary>
    private FileStream Lock()
    {
        Directory.CreateDirectory(Folder);
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody still uses a file of it.
        }
    }

    /// <summary>The id as a folder's name: the rules for ids leave nothing that a file system would take for something else, but these.</summary>
    private static string FolderName(string id)
    {
        string first = id.Split('.')[0];
        bool isDevice = first.Length is 3 or 4 && (first[..3].ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL" || first.Length == 4 && first[..3].ToUpperInvariant() is "COM" or "LPT");
        return isDevice ? "plugin-" + id : id;
    }

    private static T Guarded<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PluginInstallException(PluginCodes.NotInstalled, $"{what}, nothing was changed: {e.Message}", e);
        }
    }
}

/// <summary>A plugin could not be installed or removed. The message is for a person.</summary>
/// <param name="code">One of <see cref="PluginCodes"/>.</param>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class PluginInstallException(string code, string message, Exception? inner = null)
    : CodexAuraException(code, message, FailureKind.Failed, inner);
