namespace CodexAura.Composition;

/// <summary>Where plugins are looked for and what they share with the host.</summary>
public sealed class PluginHostOptions
{
    /// <summary>Name of the environment variable that lists folders, separated as in PATH.</summary>
    public const string FoldersVariable = "CODEX_AURA_PLUGINS";

    /// <summary>
    /// Folders named by the user, searched first. Each is a plugin folder itself (it has a plugin.json) or a folder of such
    /// folders. One that is missing is reported. Default: none.
    /// </summary>
    public IList<string> Folders { get; } = [];

    /// <summary>
    /// More folders of the same sort, searched after <see cref="Folders"/>, separated as in PATH. Default: the value of
    /// <see cref="FoldersVariable"/>.
    /// </summary>
    public string? FolderList { get; set; } = Environment.GetEnvironmentVariable(FoldersVariable);

    /// <summary>
    /// Folder of the plugins that the user has installed, searched before <see cref="BundledFolder"/>. Null for none; nothing is
    /// reported when it doesn't exist. Default: null.
    /// </summary>
    public string? InstalledFolder { get; set; }

    /// <summary>
    /// Folder of the bundled plugins, searched last, so that a plugin of the user's with the same id takes the place of a bundled
    /// one. Null for none; nothing is reported when it doesn't exist. Default: <c>plugins</c> beside the executable.
    /// </summary>
    public string? BundledFolder { get; set; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Ids of plugins to leave out, compared without regard to case. Default: none.</summary>
    public ISet<string> Disabled { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Simple names of assemblies that plugins take from the host, whatever they ship themselves: everything whose types cross the
    /// border. Default: the SDK, MEF's attributes, and the abstractions of Microsoft.Extensions. A host that offers more (Carter,
    /// ASP.NET) adds to it.
    /// </summary>
    public ISet<string> SharedAssemblies { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "CodexAura.Sdk",
        "System.Composition.AttributedModel",
        "Microsoft.Extensions.Caching.Abstractions",
        "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Diagnostics.Abstractions",
        "Microsoft.Extensions.FileProviders.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Primitives",
    };

    /// <summary>
    /// Whether a plugin is loaded when an export of a kind that its manifest names is first asked for, rather than at once. Until then
    /// its state is <see cref="PluginState.Discovered"/>. Default: false.
    /// </summary>
    public bool LoadWhenNeeded { get; set; }

    /// <summary>
    /// How long making an export may take; after that its plugin is failed and the thread is left behind. Far beyond what a constructor
    /// takes on a busy machine: it is there for those that hang. Default: 60 s.
    /// </summary>
    public TimeSpan MakeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Adds an assembly to <see cref="SharedAssemblies"/>, by one of its types.</summary>
    public PluginHostOptions Share(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        SharedAssemblies.Add(type.Assembly.GetName().Name!);
        return this;
    }
}
