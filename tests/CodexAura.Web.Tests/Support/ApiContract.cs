using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace CodexAura.Web.Tests.Support;

/// <summary>The OpenAPI document as a promise: every answer must be one that it describes.</summary>
internal sealed class ApiContract
{
    private readonly JsonNode _document;
    private readonly List<(Regex Path, string Template)> _paths;
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    private ApiContract(JsonNode document)
    {
        _document = document;
        _paths = [.. document["paths"]!.AsObject().Select(path => (new Regex("^" + Regex.Replace(path.Key, @"\{\w+\}", "[^/]+") + "$", RegexOptions.CultureInvariant), path.Key))
            .OrderBy(path => path.Key.Contains('{', StringComparison.Ordinal))];
    }

    public static async Task<ApiContract> ReadAsync(HttpClient client) =>
        new(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!);

    public JsonNode Document => _document;

    /// <summary>Compares an answer with what is written of it. Paths that the document doesn't know are left alone, unless it says no to them.</summary>
    public async Task CheckAsync(HttpRequestMessage request, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        if (status >= 400) CheckProblem(response, body);
        string path = request.RequestUri!.AbsolutePath;
        string? template = _paths.FirstOrDefault(p => p.Path.IsMatch(path)).Template;
        if (template is null || _document["paths"]![template]![request.Method.Method.ToLowerInvariant()] is not { } operation) return;
        string key = status.ToString(CultureInfo.InvariantCulture);
        Assert.True(operation["responses"]![key] is not null, $"{request.Method} {template} answered {status}, of which the document says nothing.");
        if (response.Content.Headers.ContentType?.MediaType is not { } type || body.Length == 0) return;
        Assert.True(operation["responses"]![key]!["content"]?[type]?["schema"] is not null, $"{request.Method} {template} {status} has a body of {type}, of which the document says nothing.");
        string pointer = string.Join('/', ["#", "paths", Escape(template), request.Method.Method.ToLowerInvariant(), "responses", key, "content", Escape(type), "schema"]);
        using var instance = JsonDocument.Parse(body);
        Check(pointer, instance.RootElement, $"{request.Method} {request.RequestUri.PathAndQuery} {status}");
    }

    /// <summary>Compares a value with a schema somewhere in the document.</summary>
    public void Check(string pointer, JsonElement value, string what)
    {
        if (!_schemas.TryGetValue(pointer, out var schema))
        {
            // A schema of its own, with the document's components as its definitions.
            var definitions = (JsonObject)_document["components"]!["schemas"]!.DeepClone();
            definitions["it"] = Find(pointer).DeepClone();
            var own = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$ref"] = "#/$defs/it", ["$defs"] = definitions };
            _schemas[pointer] = schema = JsonSchema.FromText(own.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
        }
        var result = schema.Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, $"{what} is not what the document promises:\n{Explain(result)}\n{Shorten(value.GetRawText())}");
    }

    private static void CheckProblem(HttpResponseMessage response, byte[] body)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(body);
        Assert.Equal((int)response.StatusCode, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("code").GetString()!);
        Assert.DoesNotContain("   at ", problem.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.RootElement.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        if (response.StatusCode == HttpStatusCode.TooManyRequests) Assert.NotNull(response.Headers.RetryAfter);
    }

    private JsonNode Find(string pointer)
    {
        var node = _document;
        foreach (string part in pointer.Split('/')[1..]) node = node[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!;
        return node;
    }

    private static string Explain(EvaluationResults result) => string.Join('\n',
        (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"  {detail.InstanceLocation}: {error.Value}")).Take(10));

    private static string Escape(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Shorten(string text) => text.Length <= 1000 ? text : text[..1000] + "…";
}
