using CodexAura.Plugins.Mcp.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Resources;

/// <summary>A resource whose text a tool makes.</summary>
internal abstract class AuraResource(ResourceTemplate template) : McpServerResource
{
    public const string Scheme = "codex-aura://";
    protected const string MimeType = "text/markdown";

    public override ResourceTemplate ProtocolResourceTemplate => template;

    public override IReadOnlyList<object> Metadata => [];

    public override bool IsMatch(string uri) => ValueOf(uri) is not null;

    public override async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken = default)
    {
        string uri = request.Params.Uri;
        var (text, isError) = await TextAsync(ValueOf(uri)!, cancellationToken).ConfigureAwait(false);
        if (isError) throw new McpProtocolException(text, McpErrorCode.ResourceNotFound);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri, MimeType = MimeType, Text = text }] };
    }

    /// <summary>What the template's variable stands for in a URI; empty without one; null where the URI is another's.</summary>
    protected virtual string? ValueOf(string uri)
    {
        int variable = template.UriTemplate.IndexOf('{', StringComparison.Ordinal);
        if (variable < 0) return uri == template.UriTemplate ? "" : null;
        string prefix = template.UriTemplate[..variable];
        return uri.Length > prefix.Length && uri.StartsWith(prefix, StringComparison.Ordinal) ? Uri.UnescapeDataString(uri[prefix.Length..]) : null;
    }

    protected abstract Task<(string Text, bool IsError)> TextAsync(string value, CancellationToken cancellationToken);
}

/// <summary>The whole codebase.</summary>
internal sealed class OverviewResource(ToolSet tools) : AuraResource(new ResourceTemplate
{
    Name = "overview", Title = "Overview of the codebase", UriTemplate = Scheme + "overview", MimeType = MimeType,
    Description = "Packages, entry points, most used symbols, tests, and what the analysis could not resolve.",
})
{
    protected override Task<(string Text, bool IsError)> TextAsync(string value, CancellationToken cancellationToken) =>
        ToolSet.TextAsync(tools.GraphOverview, new { }, cancellationToken);
}

/// <summary>A folder.</summary>
internal sealed class FolderResource(ToolSet tools) : AuraResource(new ResourceTemplate
{
    Name = "folder", Title = "Overview of a folder", UriTemplate = UriTemplate, MimeType = MimeType,
    Description = "The same for one folder or file, named by its path.",
})
{
    public const string UriTemplate = Scheme + "overview/{+path}";

    protected override Task<(string Text, bool IsError)> TextAsync(string value, CancellationToken cancellationToken) =>
        ToolSet.TextAsync(tools.GraphOverview, new { path = value }, cancellationToken);
}

/// <summary>A symbol.</summary>
internal sealed class NodeResource(ToolSet tools) : AuraResource(new ResourceTemplate
{
    Name = "node", Title = "A file, class or function", UriTemplate = UriTemplate, MimeType = MimeType,
    Description = "Source of a symbol, then who uses it and what it uses. Named by its id or any name that find_symbol takes.",
})
{
    public const string UriTemplate = Scheme + "node/{+id}";

    protected override async Task<(string Text, bool IsError)> TextAsync(string value, CancellationToken cancellationToken)
    {
        var source = await ToolSet.TextAsync(tools.ReadSymbol, new { symbol = value }, cancellationToken).ConfigureAwait(false);
        if (source.IsError) return source;
        var neighbours = await ToolSet.TextAsync(tools.GetDependencies, new { symbol = value }, cancellationToken).ConfigureAwait(false);
        return neighbours.IsError ? source : ($"{source.Text}\n\n{neighbours.Text}", false);
    }
}

/// <summary>One package, listed so that a person can pick it.</summary>
internal sealed class PackageResource(ToolSet tools, string path) : AuraResource(new ResourceTemplate
{
    Name = path, Title = $"Overview of {path}", UriTemplate = Scheme + "overview/" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal), MimeType = MimeType,
    Description = $"What is in {path}, and what of it is used most.",
})
{
    protected override Task<(string Text, bool IsError)> TextAsync(string value, CancellationToken cancellationToken) =>
        ToolSet.TextAsync(tools.GraphOverview, new { path }, cancellationToken);
}
