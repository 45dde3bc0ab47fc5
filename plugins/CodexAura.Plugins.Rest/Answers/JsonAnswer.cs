using System.IO.Pipelines;
using System.Text.Json;

namespace CodexAura.Plugins.Rest.Answers;

/// <summary>An answer that is written as JSON straight into the response, with nothing in between.</summary>
/// <param name="write">Writes one value.</param>
/// <param name="status">The status.</param>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    public const string ContentType = "application/json";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = ContentType;
        var pipe = httpContext.Response.BodyWriter;
        Write(pipe);
        await pipe.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(PipeWriter pipe)
    {
        using var json = new Utf8JsonWriter(pipe, JsonFormat.Compact);
        write(json);
    }
}
