using System.Reflection;
using System.Runtime.Loader;

namespace CodexAura.Composition;

/// <summary>The host's own copies of assemblies.</summary>
internal static class HostAssemblies
{
    /// <summary>The host's copy, or null when it has none: then the plugin's own is used, and nothing can clash.</summary>
    public static Assembly? Find(string name)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
