using Carter;
using CodexAura.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace CodexAura.Web.Modules;

/// <summary>
/// The endpoints of all Carter modules. Modules can be added while the server runs: routing takes up a new one with its next
/// request. One whose routes make no sense, or clash with those that are there, is left out whole and takes nothing down with it.
/// </summary>
internal sealed class ModuleEndpoints(IServiceProvider services, ServerOptions options, ILogger<ModuleEndpoints> logger) : EndpointDataSource
{
    private readonly Lock _lock = new();
    private volatile Endpoint[] _endpoints = [];
    private CancellationTokenSource _changed = new();

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints;

    /// <summary>Grows with each module.</summary>
    public int Version { get; private set; }

    public override IChangeToken GetChangeToken()
    {
        lock (_lock) return new CancellationChangeToken(_changed.Token);
    }

    /// <summary>Maps a module's routes.</summary>
    /// <param name="module">The module.</param>
    /// <param name="plugin">What it comes from; gets a warning when the routes are left out.</param>
    /// <param name="container">Services of its own; null where they are among those of the server.</param>
    public void Add(ICarterModule module, PluginEntry plugin, ModuleContainer? container = null)
    {
        Endpoint[] added;
        try
        {
            var routes = new ModuleRoutes(container ?? services, module);
            ModuleServices.InTime(() => routes.MapCarter(), "AddRoutes", options.ModuleLimit);
            // Handlers are looked at only when endpoints are asked for; whatever is wrong with them is to show here.
            added = [.. routes.DataSources.SelectMany(data => data.Endpoints).Select(endpoint => container is null ? endpoint : Inside(container, endpoint))];
        }
        catch (Exception thrown)
        {
            LeaveOut(thrown.Message, thrown);
            return;
        }
        CancellationTokenSource before;
        lock (_lock)
        {
            if (Clash(added) is { } clash)
            {
                LeaveOut(clash + " is there already");
                return;
            }
            _endpoints = [.. _endpoints, .. added];
            Version++;
            (before, _changed) = (_changed, new CancellationTokenSource());
        }
        before.Cancel();
        WebLog.ModuleMapped(logger, added.Length, module.GetType().FullName!, plugin.Id);

        void LeaveOut(string reason, Exception? thrown = null)
        {
            var problem = new ModuleException($"The routes of {module.GetType().FullName} are left out: {reason}", thrown).Problem;
            plugin.Warn(problem);
            WebLog.ModuleLeftOut(logger, thrown, plugin.Id, problem.Code, problem.Message);
        }
    }

    private static Endpoint Inside(ModuleContainer container, Endpoint endpoint) => endpoint is RouteEndpoint { RequestDelegate: { } handle } route
        ? new RouteEndpoint(http => container.HandleAsync(http, handle), route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
        : endpoint;

    private string? Clash(Endpoint[] added)
    {
        var taken = _endpoints.SelectMany(Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return added.SelectMany(Keys).FirstOrDefault(key => !taken.Add(key));
    }

    private static IEnumerable<string> Keys(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is { } name) yield return "the name " + name.EndpointName;
        if (endpoint is not RouteEndpoint route) yield break;
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["*"];
        // Names of parameters make no difference: {id} and {graph} take the same paths.
        string path = string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "{}"))));
        foreach (string method in methods) yield return $"{method} /{path}";
    }

    /// <summary>What <c>MapCarter</c> maps the routes of one module on.</summary>
    private sealed class ModuleRoutes(IServiceProvider services, ICarterModule module) : IEndpointRouteBuilder, IServiceProvider
    {
        public IServiceProvider ServiceProvider => this;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);

        // Carter maps all modules that it finds among the services: here it finds this one.
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IEnumerable<ICarterModule>) ? new[] { module } : services.GetService(serviceType);
    }
}
