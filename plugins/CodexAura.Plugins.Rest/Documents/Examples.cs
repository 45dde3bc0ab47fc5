using System.Text.Json.Nodes;

namespace CodexAura.Plugins.Rest.Documents;

/// <summary>Examples for the OpenAPI document: answers about the sample repository.</summary>
internal static class Examples
{
    public static JsonNode Read(string name)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream(name + ".json") ?? throw new InvalidOperationException($"There is no example '{name}'.");
        return JsonNode.Parse(stream)!;
    }
}
