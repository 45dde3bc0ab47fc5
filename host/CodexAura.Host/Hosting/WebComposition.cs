using CodexAura.Composition;
using CodexAura.Host.Cli;
using CodexAura.Web;
using Microsoft.Extensions.Hosting;

namespace CodexAura.Host.Hosting;

/// <summary>Brings the session's services and plugins into the web application.</summary>
/// <param name="session">The session.</param>
/// <param name="watched">Repositories whose graphs are kept up to date; null for none.</param>
internal sealed class WebComposition(HostSession session, IReadOnlyList<string>? watched = null) : IWebComposition
{
    public IEnumerable<(Type Type, object Instance)> Services
    {
        get
        {
            var own = session.OwnServices().ToList();
            if (watched is { Count: > 0 })
                own.Add((typeof(IHostedService), new WatchService(session, watched, own.Select(service => service.Instance).OfType<IAnalysisService>().First())));
            return own;
        }
    }

    public PluginCatalog Plugins => session.Plugins;

    public PluginWatch? PluginWatch => session.WatchPlugins(ServerRun.Command);

    public void Started(IServiceProvider services) => session.OfferToPlugins(services);

    public void ModuleFailed(string pluginId, PluginProblem problem) => Console.Error.WriteLine($"error: {problem.Code} Plugin '{pluginId}': {problem.Message}");
}
