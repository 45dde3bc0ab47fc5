using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

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
        // PluginLoader would first look for further places of assemblies in the host's runtimeconfig.json, at each plugin anew, and
        // that takes longer than all the rest; everything a plugin needs is in its folder.
        var builder = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(assemblyPath)
            .SetDefaultContext(AssemblyLoadContext.Default)
            // What a shared assembly depends on is bound when it is needed, instead of all at once.
            .IsLazyLoaded(true);
        foreach (var name in Shared(assemblyPath)) builder.PreferDefaultLoadContextAssembly(name);
        return builder.Build().LoadFromAssemblyPath(assemblyPath);
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
