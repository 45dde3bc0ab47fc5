using System.Composition;
using Carter;
using CodexAura.Sdk.Hosting;
using CodexAura.Sdk.Services;
using CodexAura.Sdk.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CodexAura.TestPlugins;

/// <summary>A stranger's routes: with a service of its own and one of the host.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class HelloModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/hello/{name}", (string name, Greeter greeter, IGraphService graphs) => TypedResults.Ok(new Greeting(greeter.Greet(name), graphs.Stores.Count)))
            .WithName("hello").WithTags("Greetings").WithSummary("Greets");
        app.MapGet("/hello-number", (int number) => TypedResults.Ok(number));
        app.MapGet("/hello-failure", IResult () => throw new InvalidOperationException("a secret of /etc/shadow"));
    }
}

public sealed record Greeting(string Text, int StoreCount);

public sealed class Greeter
{
    public string Greet(string name) => $"Hello {name}";
}

[ExportHostModule("hello")]
[Shared]
public sealed class HelloServices : IHostModule
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<Greeter>().AddHostedService<DoorService>();
}

/// <summary>Leaves marks in the place of the store when it starts and stops. Never comes to an end, with its start or its end, where there is a file <c>door-stuck</c>.</summary>
public sealed class DoorService(StoreLocation location) : IHostedService, IDisposable
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Mark("door-open");
        HangIfStuck();
        return Task.CompletedTask;
    }

    public void Dispose() => HangIfStuck();

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Mark("door-shut");
        return Task.CompletedTask;
    }

    private void HangIfStuck()
    {
        if (File.Exists(Path.Combine(location.Directory, "door-stuck"))) Thread.Sleep(Timeout.Infinite);
    }

    private void Mark(string name)
    {
        Directory.CreateDirectory(location.Directory);
        File.WriteAllText(Path.Combine(location.Directory, name), "");
    }
}
