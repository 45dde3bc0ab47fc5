namespace CodexAura.Composition;

/// <summary>What the catalog knows about one plugin folder.</summary>
public sealed class PluginEntry
{
    private readonly Lock _lock = new();
    private readonly List<PluginProblem> _warnings = [];

    internal PluginEntry(string folder, PluginManifest? manifest)
    {
        Folder = folder;
        Manifest = manifest;
    }

    /// <summary>Id from the manifest; the folder's name where there is no readable manifest.</summary>
    public string Id => Manifest?.Id ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder));

    /// <summary>Version from the manifest; empty where there is no readable manifest.</summary>
    public string Version => Manifest?.Version.ToNormalizedString() ?? "";

    /// <summary>Absolute path of the folder.</summary>
    public string Folder { get; }

    /// <summary>The manifest, or null when there is no readable one.</summary>
    public PluginManifest? Manifest { get; }

    /// <summary>How far it got.</summary>
    public PluginState State { get; private set; } = PluginState.Discovered;

    /// <summary>Why it is not active: one of <see cref="PluginCodes"/>; null when nothing is wrong.</summary>
    public string? Code { get; private set; }

    /// <summary>Why it is not active, for a person: what happened, where, what to do; null when nothing is wrong.</summary>
    public string? Reason { get; private set; }

    /// <summary>What caused the failure, for <c>--verbose</c>; null when there was no exception.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Things worth telling that don't keep it from working.</summary>
    public IReadOnlyList<PluginProblem> Warnings => _warnings;

    /// <summary>
    /// Why the host has to be started again before what is in the folder now takes effect, for a person; null where it need not. Only
    /// told by a host that runs on while folders change, see <see cref="PluginWatch"/>.
    /// </summary>
    public string? RestartReason { get; internal set; }

    /// <summary>What its folder looked like when it was found, see <see cref="PluginStamp"/>; null where no <see cref="PluginWatch"/> runs.</summary>
    public string? Stamp { get; internal set; }

    /// <summary>Services that its parts get instead of the host's; null for the host's. Disposed with the catalog.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>What it exports; empty until it was loaded.</summary>
    public IReadOnlyList<PluginExportInfo> Exports { get; private set; } = [];

    /// <summary>Time it took to check, load and compose it.</summary>
    public TimeSpan LoadTime { get; internal set; }

    internal string AssemblyPath => Path.GetFullPath(Path.Combine(Folder, Manifest!.Assembly));

    internal PluginEntry Stop(PluginState state, PluginProblem problem, Exception? exception = null)
    {
        lock (_lock)
        {
            // The first failure is the cause; later ones follow from it.
            if (State is PluginState.Failed) return this;
            (State, Code, Reason, Exception) = (state, problem.Code, problem.Message, exception);
            return this;
        }
    }

    /// <summary>Notes something that doesn't keep it from working. Before others may read <see cref="Warnings"/>.</summary>
    public void Warn(PluginProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _warnings.Add(problem);
    }

    internal void Activate(IReadOnlyList<PluginExportInfo> exports) => (State, Exports) = (PluginState.Active, exports);
}
