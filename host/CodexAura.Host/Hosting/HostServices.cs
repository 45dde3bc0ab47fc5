using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodexAura.Host.Hosting;

/// <summary>
/// The session's services. Most commands and parts of plugins ask for no more than what is there from the start, and for loggers; the
/// container, which takes as long to start as the rest of the session, is made when something else is asked for.
/// </summary>
/// <param name="registered">What there is; not changed any more.</param>
/// <param name="loggers">Makes loggers.</param>
internal sealed class HostServices(IServiceCollection registered, ILoggerFactory loggers) : IServiceProvider, IServiceProviderIsService, IDisposable
{
    // By its interface, so that its library is loaded no sooner than it is made.
    private readonly Lazy<IServiceProvider> _container = new(() => registered.BuildServiceProvider());
    private volatile bool _isDisposed;

    public object? GetService(Type serviceType)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_container.IsValueCreated) return _container.Value.GetService(serviceType);
        if (serviceType == typeof(IServiceProviderIsService)) return this;
        if (IsLogger(serviceType)) return Activator.CreateInstance(typeof(Logger<>).MakeGenericType(serviceType.GenericTypeArguments), loggers);
        return Instance(serviceType) ?? _container.Value.GetService(serviceType);
    }

    public bool IsService(Type serviceType) => IsLogger(serviceType) || Instance(serviceType) is not null
        || _container.Value.GetRequiredService<IServiceProviderIsService>().IsService(serviceType);

    public void Dispose()
    {
        _isDisposed = true;
        if (_container.IsValueCreated) (_container.Value as IDisposable)?.Dispose();
    }

    private static bool IsLogger(Type type) => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(ILogger<>);

    /// <summary>As with the container, the last that is registered counts.</summary>
    private object? Instance(Type type)
    {
        for (int i = registered.Count - 1; i >= 0; i--)
            if (registered[i].ServiceType == type) return registered[i].ImplementationInstance;
        return null;
    }
}
