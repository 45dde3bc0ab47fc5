using System.Reflection;
using McMaster.NETCore.Plugins;

namespace CodexAura.Composition;

/// <summary>
/// Third step: a load context for each plugin, so that two plugins may use different versions of a library. It isolates versions;
/// it is no sandbox.
/// </summary>
internal sealed class PluginLoadContexts(PluginHostOptions options)
{
    /// <summary>Loads the plugin's assembly into a context of its own.</summary>
    public Assembly Load(string assemblyPath)
    {
        var config = new PluginConfig(assemblyPath)
        {
            // What a shared assembly depends on is bound when it is needed, instead of all at once.
            IsLazyLoaded = true,
            // A context that loaded a native library can't be unloaded, so none is.
            IsUnloadable = false,
            PreferSharedTypes = false,
        };
        foreach (var name in Shared(assemblyPath)) config.SharedAssemblies.Add(name);
        // The context keeps what it needs of the loader; disposing the loader would do something only for an unloadable one.
        return new PluginLoader(config).LoadDefaultAssembly();
    }

    // Sharing loads the host's copy at once, so only those are named that could be taken from elsewhere: the plugin has a copy too.
    // What it hasn't comes from the host in any case.
    private IEnumerable<AssemblyName> Shared(string assemblyPath) =>
        from file in Directory.EnumerateFiles(Path.GetDirectoryName(assemblyPath)!, "*.dll", SearchOption.AllDirectories)
        let name = Path.GetFileNameWithoutExtension(file)
        where options.SharedAssemblies.Contains(name)
        let host = HostAssemblies.Find(name)
        where host is not null
        select host.GetName();
}
