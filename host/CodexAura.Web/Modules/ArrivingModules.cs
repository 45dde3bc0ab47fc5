using Carter;
using CodexAura.Composition;
using CodexAura.Sdk.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Web.Modules;

/// <summary>Takes up the services and routes of plugins that arrive while the server runs, and ends with it what they started.</summary>
internal sealed class ArrivingModules(IServiceProvider root, ServerServices registered, ModuleEndpoints endpoints, ServerOptions options, ILogger<ArrivingModules> logger) : IHostedService
{
    private readonly Lock _lock = new();
    private readonly List<IHostedService> _running = [];
    private PluginWatch? _watch;

    /// <summary>Listens from now on.</summary>
    public void Listen(PluginWatch watch)
    {
        _watch = watch;
        watch.Arriving += Arriving;
        watch.Ready += Ready;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IHostedService[] running;
        lock (_lock)
        {
            if (_watch is not null)
            {
                _watch.Arriving -= Arriving;
                _watch.Ready -= Ready;
            }
            running = [.. _running];
        }
        foreach (var service in running)
        {
            try
            {
                await service.StopAsync(cancellationToken);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                WebLog.BackgroundServiceFailed(logger, thrown, service.GetType().FullName!, thrown.Message);
            }
        }
    }

    /// <summary>What is thrown here makes the plugin failed, and nothing of it is used.</summary>
    private void Arriving(PluginCatalog arrived)
    {
        var modules = arrived.GetExports<IHostModule, NamedMetadata>();
        if (modules.Count == 0) return;
        var own = modules.SelectMany(module => ModuleServices.Of(module.Value, registered.All, options.ModuleLimit)).ToArray();
        arrived.Entries[0].Services = new ModuleContainer(registered.All, root, own);
    }

    private void Ready(PluginCatalog arrived)
    {
        var plugin = arrived.Entries[0];
        var container = plugin.Services as ModuleContainer;
        foreach (var service in container?.HostedServices ?? [])
        {
            try
            {
                ModuleServices.InTime(() => service.StartAsync(CancellationToken.None).GetAwaiter().GetResult(), "StartAsync", options.ModuleLimit);
                lock (_lock) _running.Add(service);
            }
            catch (Exception thrown)
            {
                WebLog.BackgroundServiceFailed(logger, thrown, $"{service.GetType().FullName} of plugin '{plugin.Id}'", thrown.Message);
            }
        }
        foreach (var module in arrived.GetExports<ICarterModule, IDictionary<string, object>>()) endpoints.Add(module.Value, plugin, container);
    }
}

/// <summary>What is registered in the server, for plugins that come later.</summary>
/// <param name="All">Everything, in order.</param>
internal sealed record ServerServices(IServiceCollection All);
