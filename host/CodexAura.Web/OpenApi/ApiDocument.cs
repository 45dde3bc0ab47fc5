using System.Globalization;
using System.Text.Json.Nodes;
using CodexAura.Web.Problems;
using CodexAura.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CodexAura.Web.OpenApi;

/// <summary>What the OpenAPI document says beside the endpoints: of the API as a whole, and of failures that any endpoint may have.</summary>
internal static class ApiDocument
{
    private const string Bearer = "ApiKey";

    /// <summary>Failures of the pipeline, which come before any endpoint.</summary>
    private static readonly int[] _common = [401, 429, 500];

    public static IServiceCollection AddApiDocument(this IServiceCollection services, ServerOptions server) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, cancellationToken) => AddFailuresAsync(operation, context, server, cancellationToken));
        options.AddSchemaTransformer((schema, context, _) => DescribeProblem(schema, context));
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Codex Aura",
            Version = "v1",
            Description = "Reads a repository into a graph of files, classes and functions, and answers what depends on what, what to read for a task, and what a change may break. "
                + "Failures are problem details (RFC 9457) with a stable `code`.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            Contact = new OpenApiContact { Name = "The Codex Aura authors" },
        };
        // Relative, so that it holds behind a proxy too.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = $"An API key, as a bearer token or in the header `{ApiKeyHandler.Header}`; only where the server has keys." },
        };
        // Every tag that is used is declared, once and in order.
        var used = document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name!).Distinct().Order(StringComparer.Ordinal);
        document.Tags = new HashSet<OpenApiTag>(used.Select(name => new OpenApiTag { Name = name, Description = name switch
        {
            "Analyses" => "Analysing repositories, and following it.",
            "Graphs" => "Stored graphs, their nodes and edges.",
            "Questions" => "What to read, and what a change may break.",
            "Server" => "The server itself.",
            _ => $"Endpoints of {name}.",
        } }));
        return Task.CompletedTask;
    }

    private static async Task AddFailuresAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, ServerOptions server, CancellationToken cancellationToken)
    {
        bool isOpen = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
        if (!isOpen && context.Document is { } document)
            // The empty alternative stands for servers without keys.
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }, .. server.ApiKeys.Count > 0 ? Array.Empty<OpenApiSecurityRequirement>() : [new OpenApiSecurityRequirement()]];
        operation.Responses ??= [];
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        if (context.Document is { } owner) owner.AddComponent(nameof(ProblemDetails), schema);
        foreach (int status in _common)
        {
            string key = status.ToString(CultureInfo.InvariantCulture);
            if (isOpen && status == 401 || operation.Responses.ContainsKey(key)) continue;
            operation.Responses[key] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemWriter.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) } },
            };
        }
        foreach (var (key, response) in operation.Responses)
        {
            if (!int.TryParse(key, CultureInfo.InvariantCulture, out int status)) continue;
            if (status >= 400 && response.Content is { } content && content.TryGetValue(ProblemWriter.ContentType, out var problem)) problem.Example ??= Example(status);
            if (status is 429 or 503 && response is OpenApiResponse limited)
                (limited.Headers ??= new Dictionary<string, IOpenApiHeader>())["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds after which to come back.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                };
        }
    }

    private static JsonObject Example(int status) => new()
    {
        ["type"] = "urn:codex-aura:problem:" + ProblemCodes.Of(status),
        ["title"] = ReasonPhrases.GetReasonPhrase(status),
        ["status"] = status,
        ["detail"] = ProblemCodes.Sentence(status),
        ["code"] = ProblemCodes.Of(status),
        ["request_id"] = "0HNFB2Q6KJ0VT:00000001",
    };

    private static Task DescribeProblem(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(ProblemDetails)) return Task.CompletedTask;
        schema.Description = "A failure (RFC 9457).";
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A URI that stands for the sort of failure: `urn:codex-aura:problem:` and the code.", "uri"),
            ["title"] = Text("The name of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "400", Maximum = "599" },
            ["detail"] = Text("What is wrong and what to do, for a person."),
            ["code"] = Text("Stable code for programs, such as `graph.not_found`."),
            ["field"] = Text("The field of the request that is to blame."),
            ["suggestions"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text("What may have been meant."), Description = "What could be given instead, best first." },
            ["request_id"] = Text("Names the request in the server's log."),
        };
        schema.Required = new HashSet<string> { "type", "title", "status", "detail", "code", "request_id" };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description, string? format = null) => new() { Type = JsonSchemaType.String, Description = description, Format = format };
}
