using CodexAura.Host.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodexAura.Web.Tests;

/// <summary>Services of the host are the same whether the container was needed for them or not.</summary>
public sealed class HostServicesTests
{
    private static readonly Version First = new(1, 0), Last = new(2, 0);
    private int _made;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_service_is_there(bool withContainer)
    {
        using var services = Services();
        if (withContainer) Assert.Equal("made", services.GetRequiredService<string>());
        Assert.Equal(withContainer ? 1 : 0, _made);
        Assert.Same(Last, services.GetRequiredService<Version>());
        Assert.IsType<Logger<Uri>>(services.GetRequiredService<ILogger<Uri>>());
        var known = services.GetRequiredService<IServiceProviderIsService>();
        Assert.True(known.IsService(typeof(Version)) && known.IsService(typeof(ILogger<Uri>)) && known.IsService(typeof(string)) && !known.IsService(typeof(Uri)));
        Assert.Equal(("made", 1), (services.GetRequiredService<string>(), _made));
        Assert.Null(services.GetService<Uri>());
        Assert.Equal([First, Last], services.GetServices<Version>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_the_end_there_is_none(bool withContainer)
    {
        var services = Services();
        if (withContainer) services.GetRequiredService<string>();
        services.Dispose();
        Assert.Throws<ObjectDisposedException>(() => services.GetService<Version>());
        Assert.Throws<ObjectDisposedException>(() => services.GetService<string>());
    }

    private HostServices Services()
    {
        var registered = new ServiceCollection().AddSingleton(First).AddSingleton(Last).AddSingleton(_ =>
        {
            _made++;
            return "made";
        });
        registered.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        return new HostServices(registered, NullLoggerFactory.Instance);
    }
}
