using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodexAura.Web.Pipeline;

/// <summary>Gives each request an id and logs a line about it when it is done: no query, no header, no body, as they may hold secrets or source text.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, ServerOptions options, FirstRequest first)
{
    public const string Header = "X-Request-Id";
    private const int MaxIdLength = 64;

    public async Task InvokeAsync(HttpContext http)
    {
        // Somebody who follows a request through several services has named it already.
        string? given = http.Request.Headers[Header];
        if (given is { Length: > 0 and <= MaxIdLength } && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) http.TraceIdentifier = given;
        // At the last moment: what answers a failure clears all headers that were set before.
        http.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        }, http);
        bool isOwn = first.IsOwn(http);
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (options.LogRequests && !isOwn && logger.IsEnabled(LogLevel.Information))
                WebLog.Request(logger, http.Request.Method, Path(http), http.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds, RateLimits.Client(http), http.TraceIdentifier);
        }
    }

    // Encoded, so that no line break gets into the log.
    private static string Path(HttpContext http) => http.Request.PathBase.Add(http.Request.Path).ToUriComponent();
}
