using CodexAura.Composition;

namespace CodexAura.Web;

/// <summary>What the host brings into the web application.</summary>
public interface IWebComposition
{
    /// <summary>Services of the host, under the types that they are asked for by.</summary>
    IEnumerable<(Type Type, object Instance)> Services { get; }

    /// <summary>All plugins.</summary>
    PluginCatalog Plugins { get; }

    /// <summary>Tells of plugins that arrive while the server runs; null where none are taken up.</summary>
    PluginWatch? PluginWatch { get; }

    /// <summary>From here on parts of plugins get the application's services.</summary>
    void Started(IServiceProvider services);

    /// <summary>A plugin's module could not add its services; the rest goes on.</summary>
    void ModuleFailed(string pluginId, PluginProblem problem);
}
