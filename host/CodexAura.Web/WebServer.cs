using System.Text.Json;
using Carter;
using CodexAura.Composition;
using CodexAura.Sdk.Hosting;
using CodexAura.Web.Modules;
using CodexAura.Web.OpenApi;
using CodexAura.Web.Pipeline;
using CodexAura.Web.Problems;
using CodexAura.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CodexAura.Web;

/// <summary>Makes the web application: the pipeline, with the Carter modules of plugins in it.</summary>
public static class WebServer
{
    /// <summary>Makes the application. It is not started yet.</summary>
    /// <param name="options">How it listens and what it allows.</param>
    /// <param name="host">The services of the host and its plugins.</param>
    /// <param name="configure">Changes to the web host, such as another server for tests; null for none.</param>
    /// <exception cref="ServerOptionsException">It can't or must not start like this.</exception>
    public static WebApplication Build(ServerOptions options, IWebComposition host, Action<IWebHostBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        Bindings.Check(options);
        // The empty builder reads no appsettings.json and no variables of ASP.NET: the folder that the server happens to be
        // started in, such as a cloned repository, must have no say in how it runs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "CodexAura.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBytes;
        }).UseUrls([.. options.Urls]);
        configure?.Invoke(builder.WebHost);
        AddLogging(builder.Logging, options);
        AddServices(builder.Services, options);
        foreach (var (type, instance) in host.Services) builder.Services.AddSingleton(type, instance);
        AddModuleServices(builder.Services, options, host);
        builder.Services.AddSingleton(new ServerServices(builder.Services));

        var app = builder.Build();
        host.Started(app.Services);
        UsePipeline(app);
        app.MapHostEndpoints();
        app.MapPluginList(host);
        var modules = app.Services.GetRequiredService<ModuleEndpoints>();
        ((IEndpointRouteBuilder)app).DataSources.Add(modules);
        // Bundled plugins are found last, and have their routes first: a stranger's module can't take one away.
        foreach (var module in host.Plugins.GetExports<ICarterModule, IDictionary<string, object>>().Reverse())
            if (Create(module) is { } created) modules.Add(created, module.Plugin);
        if (host.PluginWatch is { } watch) app.Services.GetRequiredService<ArrivingModules>().Listen(watch);
        if (Bindings.IsOpen(options) && options.Roots.Count == 0) WebLog.NoRoots(app.Logger);
        return app;
    }

    private static ICarterModule? Create(PluginExport<ICarterModule, IDictionary<string, object>> module)
    {
        try
        {
            return module.Value;
        }
        catch (PluginException)
        {
            // The catalog has logged it, and shows the plugin as failed.
            return null;
        }
    }

    private static void AddLogging(ILoggingBuilder logging, ServerOptions options)
    {
        logging.SetMinimumLevel(options.Verbose ? LogLevel.Debug : LogLevel.Information);
        logging.AddFilter("Microsoft", options.Verbose ? LogLevel.Information : LogLevel.Warning);
        // Why the server can't start is told by whoever starts it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // The answer and the line about the request say that a key is wrong.
        logging.AddFilter("CodexAura.Web.Security", LogLevel.Warning);
        // Standard output is for results; logs go to standard error.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (options.JsonLog) logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else logging.AddSimpleConsole(simple => (simple.SingleLine, simple.TimestampFormat) = (true, "HH:mm:ss "));
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        // A request that waits for an analysis ends when the analysis does, so the two are to be stopped side by side.
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (options.ShutdownTimeout + TimeSpan.FromSeconds(5), true));
        services.Configure<HostFilteringOptions>(hosts => (hosts.AllowedHosts, hosts.IncludeFailureMessage) = ([.. Bindings.AllowedHosts(options)], false));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddCarter(new DependencyContextAssemblyCatalog([typeof(WebServer).Assembly]), carter => carter.WithEmptyModules().WithEmptyValidators());
        services.AddSingleton<FirstRequest>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstRequest>());
        services.AddSingleton<ModuleEndpoints>();
        services.AddSingleton<ArrivingModules>();
        services.AddHostedService(provider => provider.GetRequiredService<ArrivingModules>());
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddSecurityHeaderRules();
        services.AddRateLimits(options);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. options.CorsOrigins]).AllowAnyMethod().AllowAnyHeader()
            .WithExposedHeaders("ETag", "Retry-After", RequestLog.Header)));
        // The whole of ASP.NET's authentication would keep keys for cookies in the user's folder; there are no cookies.
        services.AddWebEncoders();
        services.AddTransient<ApiKeyHandler>();
        services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = ApiKeyHandler.SchemeName;
            authentication.AddScheme<ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        });
        services.AddAuthorization(authorization =>
        {
            // What says nothing of its own is closed, a stranger's module too.
            if (options.ApiKeys.Count > 0) authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddOutputCache(cache => (cache.SizeLimit, cache.MaximumBodySize) = (64 * 1024 * 1024, 1024 * 1024));
        services.AddTelemetry();
        services.AddSingleton<IActionDescriptorCollectionProvider, ModuleVersions>();
        services.AddApiDocument(options);
    }

    private static void AddModuleServices(IServiceCollection services, ServerOptions options, IWebComposition host)
    {
        foreach (var module in host.Plugins.GetExports<IHostModule, NamedMetadata>())
        {
            try
            {
                foreach (var service in ModuleServices.Of(module.Value, services, options.ModuleLimit)) services.Add(service);
            }
            catch (PluginException)
            {
                // The catalog has logged it, and shows the plugin as failed.
            }
            catch (ModuleException failed)
            {
                module.Plugin.Warn(failed.Problem);
                host.ModuleFailed(module.PluginId, failed.Problem);
            }
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseHostFiltering();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseResponseCompression();
    }
}
