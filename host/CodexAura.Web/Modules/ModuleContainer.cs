using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Web.Modules;

/// <summary>
/// The services of a plugin that arrived while the server runs. The server's own container can't take in more by then, so the plugin
/// gets one of its own, in which all of the server's services are found too: they stay the same objects.
/// </summary>
internal sealed class ModuleContainer : IServiceProvider, IDisposable
{
    private readonly ServiceProvider _services;

    /// <summary>Makes the container.</summary>
    /// <param name="server">What is registered in the server.</param>
    /// <param name="root">The server's services.</param>
    /// <param name="own">What the plugin registers.</param>
    public ModuleContainer(IEnumerable<ServiceDescriptor> server, IServiceProvider root, IEnumerable<ServiceDescriptor> own)
    {
        IServiceCollection services = new ServiceCollection();
        services.AddScoped<RequestServices>();
        foreach (var group in server.Where(service => !service.IsKeyedService && service.ServiceType != typeof(IHostedService)).GroupBy(service => service.ServiceType))
            Share(services, root, [.. group]);
        services.AddSingleton(root.GetRequiredService<ILoggerFactory>());
        foreach (var service in own) services.Add(service);
        _services = services.BuildServiceProvider();
    }

    /// <summary>What the plugin wants to run beside the requests.</summary>
    public IEnumerable<IHostedService> HostedServices => _services.GetServices<IHostedService>();

    public object? GetService(Type serviceType) => _services.GetService(serviceType);

    /// <summary>Handles a request with these services. Those of the server that are made for each request are those of this request.</summary>
    public async Task HandleAsync(HttpContext http, RequestDelegate handle)
    {
        var before = http.Features.Get<IServiceProvidersFeature>();
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestServices>().Services = http.RequestServices;
        http.Features.Set<IServiceProvidersFeature>(new ScopeFeature { RequestServices = scope.ServiceProvider });
        try
        {
            await handle(http);
        }
        finally
        {
            http.Features.Set(before);
        }
    }

    public void Dispose() => _services.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// Registers what leads to the server's services of one type. Open generics, such as loggers and options, are registered as they are
    /// there: so <c>IOptions&lt;T&gt;</c> has what the plugin configures for a type of its own.
    /// </summary>
    private static void Share(IServiceCollection services, IServiceProvider root, ServiceDescriptor[] group)
    {
        for (int i = 0; i < group.Length; i++)
        {
            var (service, place) = (group[i], i);
            if (service.ServiceType.IsGenericTypeDefinition || service.ImplementationInstance is not null)
                services.Add(service);
            else
                services.Add(new ServiceDescriptor(service.ServiceType, inside =>
                {
                    var outside = service.Lifetime == ServiceLifetime.Singleton ? root : inside.GetRequiredService<RequestServices>().Services ?? root;
                    return group.Length == 1 ? outside.GetService(service.ServiceType)! : outside.GetServices(service.ServiceType).ElementAt(place)!;
                }, service.Lifetime));
        }
    }

    /// <summary>The server's services for one request, or null outside of any.</summary>
    private sealed class RequestServices
    {
        public IServiceProvider? Services { get; set; }
    }

    private sealed class ScopeFeature : IServiceProvidersFeature
    {
        public required IServiceProvider RequestServices { get; set; }
    }
}
