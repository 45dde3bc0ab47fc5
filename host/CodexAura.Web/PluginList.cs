using System.Text.Json.Nodes;
using CodexAura.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CodexAura.Web;

/// <summary><c>GET /api/v1/plugins</c>: the plugins of this server, as they are now.</summary>
internal static class PluginList
{
    private const string Example = """
        { "plugins": [ { "id": "acme.ruby", "version": "1.4.0", "state": "active", "folder": "/home/me/.codex-aura/plugins/acme.ruby", "code": null, "reason": null, "warnings": [],
          "exports": [ { "kind": "analyzer", "name": "ruby" } ], "restart_needed": "Version 1.5.0 was put in its place; 1.4.0 works on until the host is started again." } ] }
        """;

    public static void MapPluginList(this IEndpointRouteBuilder app, IWebComposition host) =>
        app.MapGet("/api/v1/plugins", () => TypedResults.Ok(new Answer([.. host.Plugins.Entries.Select(Describe)])))
            .WithName("listPlugins").WithTags("Server").WithSummary("List the plugins")
            .WithDescription("All that were found, with their state and why. A plugin whose folder appears is used a few seconds later; one that is replaced or removed works on "
                + "until the server is started again, and `restart_needed` says why.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Responses!["200"].Content!["application/json"].Example = JsonNode.Parse(Example);
                return Task.CompletedTask;
            });

    private static Plugin Describe(PluginEntry entry) => new(entry.Id, entry.Version, entry.State.ToString().ToLowerInvariant(), entry.Folder, entry.Code, entry.Reason,
        [.. entry.Warnings.Select(warning => new Warning(warning.Code, warning.Message))],
        [.. entry.Exports.Select(export => new Export(export.Kind ?? export.Contract.Name, (export.Metadata.GetValueOrDefault("Name") ?? export.Metadata.GetValueOrDefault("Language"))?.ToString()))],
        entry.RestartReason);

    /// <summary>The answer.</summary>
    /// <param name="Plugins">In the order in which they count.</param>
    internal sealed record Answer(IReadOnlyList<Plugin> Plugins);

    /// <summary>One plugin.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Version">Its version; empty where its manifest can't be read.</param>
    /// <param name="State">discovered, active, incompatible, failed or disabled.</param>
    /// <param name="Folder">Where it is.</param>
    /// <param name="Code">Why it is not active, for programs.</param>
    /// <param name="Reason">Why it is not active, for people.</param>
    /// <param name="Warnings">What does not keep it from working.</param>
    /// <param name="Exports">What it offers; empty where it was not loaded yet.</param>
    /// <param name="RestartNeeded">Why the server has to be started again before what is in the folder takes effect; null where it need not.</param>
    internal sealed record Plugin(string Id, string Version, string State, string Folder, string? Code, string? Reason, IReadOnlyList<Warning> Warnings, IReadOnlyList<Export> Exports, string? RestartNeeded);

    /// <summary>Something worth telling.</summary>
    /// <param name="Code">For programs.</param>
    /// <param name="Message">For people.</param>
    internal sealed record Warning(string Code, string Message);

    /// <summary>Something that a plugin offers.</summary>
    /// <param name="Kind">analyzer, store, context, impact, module, command, or the name of another contract.</param>
    /// <param name="Name">By what name it is chosen; null for web routes.</param>
    internal sealed record Export(string Kind, string? Name);
}
