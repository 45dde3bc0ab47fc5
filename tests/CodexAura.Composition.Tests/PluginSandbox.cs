using System.Text.Json.Nodes;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition.Tests;

/// <summary>A folder of plugins of the test's own, filled with copies of the compiled test plugins, and a host to load them.</summary>
public sealed class PluginSandbox : IDisposable
{
    private static readonly string _testPlugins = Path.Combine(AppContext.BaseDirectory, "test-plugins");
    private readonly List<PluginCatalog> _catalogs = [];
    private readonly ServiceProvider _services;

    public PluginSandbox()
    {
        Folder = Directory.CreateTempSubdirectory("codex-aura-plugins-").FullName;
        Data = Directory.CreateTempSubdirectory("codex-aura-data-").FullName;
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(new FixedTime())
            .AddSingleton(new StoreLocation(Data))
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public string Data { get; }

    public IServiceProvider Services => _services;

    public ILoggerFactory Loggers => _services.GetRequiredService<ILoggerFactory>();

    public RecordedLogs Logs { get; } = new();

    /// <summary>Copies a test plugin into the folder.</summary>
    /// <param name="plugin">Name of the project in tests/TestPlugins.</param>
    /// <param name="folder">Folder to copy it to, in this sandbox; by default of the plugin's name.</param>
    public string Add(string plugin, string? folder = null)
    {
        string target = Path.Combine(Folder, folder ?? plugin);
        string source = Path.Combine(_testPlugins, plugin);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }

    /// <summary>Makes a folder with nothing but a plugin.json.</summary>
    public string AddManifest(string folder, string json)
    {
        string target = Directory.CreateDirectory(Path.Combine(Folder, folder)).FullName;
        File.WriteAllText(Path.Combine(target, PluginManifest.FileName), json);
        return target;
    }

    /// <summary>Changes one property of the manifest of a plugin that was added.</summary>
    public static void SetManifest(string pluginFolder, string property, JsonNode value)
    {
        string file = Path.Combine(pluginFolder, PluginManifest.FileName);
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        manifest[property] = value;
        File.WriteAllText(file, manifest.ToJsonString());
    }

    /// <summary>Options that look at nothing but what the test names.</summary>
    public static PluginHostOptions NoFolders() => new() { BundledFolder = null, FolderList = null };

    public PluginCatalog Load(Action<PluginHostOptions>? configure = null)
    {
        var options = NoFolders();
        if (configure is null) options.Folders.Add(Folder);
        configure?.Invoke(options);
        return Keep(PluginHost.Load(options, _services, _services.GetRequiredService<ILoggerFactory>()));
    }

    public PluginEntry Inspect(string folder) =>
        Assert.Single(Keep(PluginHost.Inspect(folder, NoFolders(), _services, _services.GetRequiredService<ILoggerFactory>())).Entries);

    public void Dispose()
    {
        foreach (var catalog in _catalogs) catalog.Dispose();
        _services.Dispose();
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Data, recursive: true);
    }

    private PluginCatalog Keep(PluginCatalog catalog)
    {
        _catalogs.Add(catalog);
        return catalog;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(1999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
