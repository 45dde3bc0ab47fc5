using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>A job as server-sent events: one for what it is now and one for each change, until it is over.</summary>
internal sealed class JobEvents(Job job) : IResult
{
    public const string ContentType = "text/event-stream";

    /// <summary>A comment is sent when nothing happens for so long, so that proxies keep the connection.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static bool IsWanted(HttpRequest request) =>
        request.GetTypedHeaders().Accept?.Any(accept => accept.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase)) == true;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        while (true)
        {
            var changed = job.Changed;
            var record = job.Record;
            response.BodyWriter.Write("event: job\ndata: "u8);
            // No line breaks in compact JSON: one data line is enough.
            using (var json = new Utf8JsonWriter(response.BodyWriter, JsonFormat.Compact)) JobDocuments.Write(json, record);
            response.BodyWriter.Write("\n\n"u8);
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            if (record.IsOver) return;
            while (await Task.WhenAny(changed, Task.Delay(Quiet, httpContext.RequestAborted)) != changed)
            {
                httpContext.RequestAborted.ThrowIfCancellationRequested();
                response.BodyWriter.Write(": still there\n\n"u8);
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
        }
    }
}
