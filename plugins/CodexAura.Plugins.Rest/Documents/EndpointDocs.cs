using System.Text.Json.Nodes;
using CodexAura.Plugins.Rest.Jobs;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace CodexAura.Plugins.Rest.Documents;

/// <summary>Says in the OpenAPI document what an endpoint takes, answers and refuses. The types are those of the document alone: answers are written directly.</summary>
internal static class EndpointDocs
{
    private const string Problem = "application/problem+json";

    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description);

    /// <summary>An answer with a body of this type, and an example of it.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status, string example) => endpoint
        .WithMetadata(new ProducesResponseTypeMetadata(status, typeof(T), [JsonAnswer.ContentType]))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (Response(operation, status) is { Content: { } content } && content.TryGetValue(JsonAnswer.ContentType, out var body)) body.Example = Examples.Read(example);
            return Task.CompletedTask;
        });

    /// <summary>An answer without a body.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status, string description) => endpoint
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            // Put in here, because the framework takes up no answer without a body beside one that has one.
            (operation.Responses ??= [])[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = description };
            return Task.CompletedTask;
        });

    /// <summary>Server-sent events instead of the JSON.</summary>
    public static RouteHandlerBuilder Events(this RouteHandlerBuilder endpoint, int status) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (Response(operation, status) is { } response)
            (response.Content ??= new Dictionary<string, OpenApiMediaType>())[JobEvents.ContentType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Events called `job`; the data of each is the job as JSON." },
                Example = JsonValue.Create("event: job\ndata: {\"job_id\":\"0198f2…\",\"status\":\"running\",…}\n\n"),
            };
        return Task.CompletedTask;
    });

    /// <summary>A JSON body of this type, and an example of it.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, string example) where T : notnull => endpoint
        .Accepts<T>(JsonAnswer.ContentType)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.RequestBody?.Content is { } content && content.TryGetValue(JsonAnswer.ContentType, out var body)) body.Example = Examples.Read(example + "-request");
            return Task.CompletedTask;
        });

    /// <summary>Failures, told as problem details.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (int status in statuses) endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), [Problem]));
        return endpoint;
    }

    /// <summary>Describes what the query of a request may have.</summary>
    public static RouteHandlerBuilder Parameter(this RouteHandlerBuilder endpoint, string name, string description, JsonNode? example = null, params string[] values) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Parameters?.FirstOrDefault(p => p.Name == name) is not OpenApiParameter parameter) throw new InvalidOperationException($"{operation.OperationId} has no parameter '{name}'.");
            parameter.Description = description;
            parameter.Example = example?.DeepClone();
            if (values.Length > 0 && parameter.Schema is OpenApiSchema schema) schema.Enum = [.. values.Select(value => JsonValue.Create(value))];
            return Task.CompletedTask;
        });

    /// <summary>The limits of a number.</summary>
    public static RouteHandlerBuilder Limits(this RouteHandlerBuilder endpoint, string name, int least, int most, int fallback) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Parameters?.FirstOrDefault(p => p.Name == name)?.Schema is not OpenApiSchema schema) throw new InvalidOperationException($"{operation.OperationId} has no parameter '{name}'.");
            (schema.Minimum, schema.Maximum, schema.Default) = (least.ToString(System.Globalization.CultureInfo.InvariantCulture), most.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonValue.Create(fallback));
            return Task.CompletedTask;
        });

    /// <summary>The parameter that names the graph in a path.</summary>
    public static RouteHandlerBuilder Graph(this RouteHandlerBuilder endpoint) =>
        endpoint.Parameter("id", "Id of the graph, or a unique beginning of it.", "066ebea9810da503");

    /// <summary>The parameter that names a job in a path.</summary>
    public static RouteHandlerBuilder JobId(this RouteHandlerBuilder endpoint) =>
        endpoint.Parameter("id", "Id of the job.", "019abc0f5f7a7c3e8f2d1b4a6c8e0f12");

    /// <summary>The parameter that names the store.</summary>
    public static RouteHandlerBuilder Storage(this RouteHandlerBuilder endpoint) =>
        endpoint.Parameter("storage", "Name of the store; by default the configured one.", "sqlite");

    /// <summary>A parameter that may not be left out, though the framework leaves that to the endpoint.</summary>
    public static RouteHandlerBuilder Required(this RouteHandlerBuilder endpoint, string name) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (operation.Parameters?.FirstOrDefault(p => p.Name == name) is OpenApiParameter parameter) parameter.Required = true;
        return Task.CompletedTask;
    });

    private static OpenApiResponse? Response(OpenApiOperation operation, int status) =>
        operation.Responses is { } responses && responses.TryGetValue(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response) ? response as OpenApiResponse : null;
}
