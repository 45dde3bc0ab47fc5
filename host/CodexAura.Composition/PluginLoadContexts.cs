using System.Reflection;
using McMaster.NETCore.Plugins;

namespace CodexAura.Composition;

/// <summary>
/// Third step: a load context for each plugin, so that two plugins may use different versions of a library. It isolates versions;
/// it is no sandbox.
/// </summary>
internal sealed class PluginLoadContexts(PluginHostOptions options)
{
    private readonly AssemblyName[] _shared = [.. options.SharedNames];

    /// <summary>Loads the plugin's assembly into a context of its own.</summary>
    public Assembly Load(string assemblyPath)
    {
        var config = new PluginConfig(assemblyPath)
        {
            // Shared assemblies are bound when they are needed, instead of all that they depend on at once.
            IsLazyLoaded = true,
            // A context that loaded a native library can't be unloaded, so none is.
            IsUnloadable = false,
            PreferSharedTypes = false,
        };
        foreach (var name in _shared) config.SharedAssemblies.Add(name);
        // The loader stays referenced by the context it made; disposing it would do something only for an unloadable one.
        return new PluginLoader(config).LoadDefaultAssembly();
    }
}
