namespace CodexAura.Host.Hosting;

/// <summary>What the host needs to know before it can start.</summary>
/// <param name="DataFolder">Folder for graphs and caches, or null for the default.</param>
/// <param name="PluginFolders">Folders of plugins beside the bundled ones.</param>
/// <param name="Verbose">Whether debugging messages are shown.</param>
internal sealed record HostOptions(string? DataFolder, IReadOnlyList<string> PluginFolders, bool Verbose)
{
    private static readonly string[] DataVariables = ["CODEX_AURA_DATA", "CODEX_AURA_HOME"];

    /// <summary>What may be analysed. Default: anything.</summary>
    public AnalysisPolicy Policy { get; init; } = new();

    /// <summary>Absolute path of the folder for graphs and caches.</summary>
    public string ResolvedDataFolder
    {
        get
        {
            string? folder = DataVariables.Select(Environment.GetEnvironmentVariable).Prepend(DataFolder).FirstOrDefault(f => !string.IsNullOrEmpty(f));
            return Path.GetFullPath(string.IsNullOrEmpty(folder)
                ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".codex-aura")
                : folder);
        }
    }
}
