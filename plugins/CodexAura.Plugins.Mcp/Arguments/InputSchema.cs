using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodexAura.Plugins.Mcp.Arguments;

/// <summary>
/// Writes the JSON schema of a tool's arguments. Plain on purpose: one object, no unions, no references, each array with its
/// items, nothing beside the named properties. Some clients drop a tool, or all tools, over anything else.
/// </summary>
internal static class InputSchema
{
    public static JsonElement Of(IReadOnlyList<Parameter> parameters)
    {
        var properties = new JsonObject();
        foreach (var parameter in parameters) properties.Add(parameter.Name, Property(parameter));
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        string[] required = [.. parameters.Where(p => p.Required).Select(p => p.Name)];
        if (required.Length > 0) schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        schema["additionalProperties"] = false;
        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonObject Property(Parameter parameter)
    {
        var property = new JsonObject();
        switch (parameter.Kind)
        {
            case ParameterKind.TextList:
                property["type"] = "array";
                property["items"] = new JsonObject { ["type"] = "string" };
                break;
            case ParameterKind.Integer:
                property["type"] = "integer";
                property["minimum"] = parameter.Minimum;
                if (parameter.Maximum != int.MaxValue) property["maximum"] = parameter.Maximum;
                break;
            case ParameterKind.Flag:
                property["type"] = "boolean";
                break;
            default:
                property["type"] = "string";
                if (parameter.Values.Count > 0) property["enum"] = new JsonArray([.. parameter.Values.Select(value => (JsonNode)value)]);
                break;
        }
        property["description"] = parameter.Description;
        return property;
    }
}
