using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodexAura.Plugins.Mcp.Answers;

/// <summary>
/// The schema of a tool's data, as short as it can be: it is read by every agent with every session. Names ending in <c>[]</c>
/// are arrays of objects, in <c>#</c> integers, the rest texts.
/// </summary>
internal sealed record OutputSchema(params string[] Properties)
{
    public JsonElement ToJson()
    {
        var properties = new JsonObject();
        foreach (string property in Properties)
        {
            if (property.EndsWith("[]", StringComparison.Ordinal)) properties.Add(property[..^2], ArrayOf("object"));
            else if (property.EndsWith('#')) properties.Add(property[..^1], new JsonObject { ["type"] = "integer" });
            else properties.Add(property, new JsonObject { ["type"] = "string" });
        }
        properties.Add("graph", new JsonObject { ["type"] = "object" });
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray("graph"),
        });
    }

    private static JsonObject ArrayOf(string type) => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = type } };
}
