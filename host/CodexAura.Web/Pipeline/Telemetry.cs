using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CodexAura.Web.Pipeline;

/// <summary>Metrics for <c>/metrics</c>, and traces where OpenTelemetry's own variables name a place to send them to.</summary>
internal static class Telemetry
{
    /// <summary>Meters and activity sources whose names begin so are taken up: those of plugins too.</summary>
    public const string Sources = "CodexAura.*";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("codex-aura", serviceVersion: ServerOptions.Version))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", Sources)
                .AddPrometheusExporter());
        // Spans that nobody collects would only cost.
        if (Environment.GetEnvironmentVariable(Endpoint) is { Length: > 0 })
            telemetry.WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddSource(Sources).AddOtlpExporter());
        return services;
    }
}
