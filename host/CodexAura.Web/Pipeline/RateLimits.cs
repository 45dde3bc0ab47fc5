using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Web.Pipeline;

/// <summary>How often a client may ask. A client is an API key, or else an address.</summary>
internal static class RateLimits
{
    /// <summary>Name of the policy for endpoints that start analyses.</summary>
    public const string Analyze = "analyze";

    /// <summary>Name of the policy for endpoints that choose context.</summary>
    public const string Context = "context";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, ServerOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (context, _) =>
        {
            int seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Analyze, http => Partition(http, options.AnalyzePerMinute));
        limiter.AddPolicy(Context, http => Partition(http, options.ContextPerMinute));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is { PolicyName: Analyze or Context }
                ? RateLimitPartition.GetNoLimiter("")
                : Partition(http, options.RequestsPerMinute));
    });

    public static string Client(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? "key " + name
        : http.Connection.RemoteIpAddress?.ToString() ?? "local";

    private static RateLimitPartition<string> Partition(HttpContext http, int perMinute) => perMinute <= 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(Client(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = perMinute >= 60 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(60.0 / perMinute),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
}
