using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CodexAura.Web.Problems;

/// <summary>
/// Writes every failed answer as problem details (RFC 9457), whatever the client says it accepts: with a stable <c>code</c>, with
/// the request's id to look for in the log, and with <c>field</c> where one is to blame.
/// </summary>
internal sealed class ProblemWriter(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IProblemDetailsWriter
{
    public const string ContentType = "application/problem+json";
    public const string Code = "code";
    public const string Field = "field";
    public const string Suggestions = "suggestions";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        int status = problem.Status ?? http.Response.StatusCode;
        string code = problem.Extensions.TryGetValue(Code, out object? given) && given is string { Length: > 0 } text ? text : ProblemCodes.Of(status);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        using var writer = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { Encoder = json.Value.SerializerOptions.Encoder });
        writer.WriteStartObject();
        writer.WriteString("type"u8, problem.Type is { Length: > 0 } type && type.StartsWith("urn:", StringComparison.Ordinal) ? type : "urn:codex-aura:problem:" + code);
        writer.WriteString("title"u8, problem.Title ?? ReasonPhrases.GetReasonPhrase(status));
        writer.WriteNumber("status"u8, status);
        writer.WriteString("detail"u8, problem.Detail ?? ProblemCodes.Sentence(status));
        writer.WriteString("code"u8, code);
        foreach (var (key, value) in problem.Extensions)
        {
            // The framework adds a trace id of its own beside the one that the log has.
            if (key is Code or "traceId" || value is null) continue;
            writer.WritePropertyName(key);
            JsonSerializer.Serialize(writer, value, json.Value.SerializerOptions);
        }
        writer.WriteString("request_id"u8, http.TraceIdentifier);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
