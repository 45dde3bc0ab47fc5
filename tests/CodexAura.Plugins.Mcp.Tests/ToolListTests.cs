using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary>The list of tools as clients get it: what some of them refuse must not be in it.</summary>
public sealed class ToolListTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly string[] _names = ["get_context", "find_symbol", "get_dependencies", "analyze_impact", "read_symbol", "graph_overview", "refresh"];

    [Fact]
    public async Task There_are_seven_tools_and_their_list_is_short()
    {
        var tools = await ToolsAsync();
        Assert.Equal(_names, tools.Select(t => (string?)t["name"]));
        Assert.InRange(Tokens.Count(new JsonArray([.. tools.Select(t => t.DeepClone())])), 500, 2500);
    }

    [Fact]
    public async Task Schemas_have_nothing_that_a_client_refuses()
    {
        foreach (var tool in await ToolsAsync())
        {
            var input = tool["inputSchema"]!.AsObject();
            Assert.Equal("object", (string?)input["type"]);
            Assert.False((bool)input["additionalProperties"]!);
            Assert.All(input["properties"]!.AsObject(), p => Assert.False(string.IsNullOrWhiteSpace((string?)p.Value!["description"]), $"{tool["name"]}.{p.Key} has no description"));
            foreach (var schema in (JsonObject[])[input, tool["outputSchema"]!.AsObject()])
                foreach (var part in Parts(schema))
                {
                    Assert.DoesNotContain(part.Select(p => p.Key), key => key is "anyOf" or "oneOf" or "allOf" or "$ref" or "not");
                    if (part["type"] is JsonValue type)
                    {
                        Assert.Equal(System.Text.Json.JsonValueKind.String, type.GetValueKind());
                        if ((string?)type == "array") Assert.NotNull(part["items"]?["type"]);
                    }
                }
        }
    }

    [Fact]
    public async Task Descriptions_say_when_what_and_how()
    {
        foreach (var tool in await ToolsAsync())
        {
            string description = (string)tool["description"]!;
            Assert.InRange(description.Length, 100, 700);
            Assert.Contains("Example: {", description, StringComparison.Ordinal);
            Assert.True((bool)tool["annotations"]!["readOnlyHint"]!);
        }
    }

    private async Task<JsonObject[]> ToolsAsync() => [.. (await server.Session.RequestAsync("tools/list", null))["tools"]!.AsArray().Select(t => t!.AsObject())];

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Parts(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Parts),
        _ => [],
    };
}
