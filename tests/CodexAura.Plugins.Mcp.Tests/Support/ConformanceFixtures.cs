using System.ComponentModel;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>Tools, resources and prompts of the names that the protocol's conformance suite asks for. In tests only.</summary>
internal static class ConformanceFixtures
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static readonly byte[] Silence = [.. "RIFF$\0\0\0WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0, .. "data\0\0\0\0"u8];

    /// <summary>Adds them to what a session offers.</summary>
    public static void AddTo(McpServerOptions options)
    {
        foreach (var tool in Tools()) options.ToolCollection!.Add(tool);
        foreach (var prompt in Prompts()) options.PromptCollection!.Add(prompt);
        var resources = new McpServerResourceCollection();
        foreach (var resource in options.ResourceCollection!) resources.Add(resource);
        foreach (var resource in Resources()) resources.Add(resource);
        options.ResourceCollection = resources;
        options.Handlers.SubscribeToResourcesHandler = (_, _) => ValueTask.FromResult(new EmptyResult());
        options.Handlers.UnsubscribeFromResourcesHandler = (_, _) => ValueTask.FromResult(new EmptyResult());
    }

    private static IEnumerable<McpServerTool> Tools() =>
    [
        Tool("test_simple_text", () => "This is a simple text response for testing."),
        Tool("test_image_content", () => Image()),
        Tool("test_audio_content", () => new AudioContentBlock { Data = Base64(Silence), MimeType = "audio/wav" }),
        Tool("test_embedded_resource", () => Embedded("test://embedded-resource", "This is an embedded resource content.")),
        Tool("test_multiple_content_types", () => (ContentBlock[])[new TextContentBlock { Text = "Multiple content types test:" }, Image(), Embedded("test://mixed-content-resource", "mixed", "application/json")]),
        Tool("test_error_handling", string () => throw new McpException("This tool intentionally returns an error for testing")),
        Tool("test_tool_with_progress", async (IProgress<ProgressNotificationValue> progress) =>
        {
            foreach (int done in (int[])[0, 50, 100])
            {
                progress.Report(new ProgressNotificationValue { Progress = done, Total = 100 });
                await Task.Delay(30);
            }
            return "done";
        }),
    ];

    private static IEnumerable<McpServerPrompt> Prompts() =>
    [
        Prompt("test_simple_prompt", () => "This is a simple prompt for testing."),
        Prompt("test_prompt_with_arguments", ([Description("First")] string arg1, [Description("Second")] string arg2) => $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'"),
        Prompt("test_prompt_with_embedded_resource", ([Description("Resource")] string resourceUri) => (PromptMessage[])
            [new() { Role = Role.User, Content = Embedded(resourceUri, "Embedded resource content for testing.") }, new() { Role = Role.User, Content = new TextContentBlock { Text = "Please process the embedded resource above." } }]),
        Prompt("test_prompt_with_image", () => (PromptMessage[])[new() { Role = Role.User, Content = Image() }, new() { Role = Role.User, Content = new TextContentBlock { Text = "Please analyze the image above." } }]),
    ];

    private static IEnumerable<McpServerResource> Resources() =>
    [
        McpServerResource.Create(() => "This is the content of the static text resource.", new() { UriTemplate = "test://static-text", Name = "static text", MimeType = "text/plain" }),
        McpServerResource.Create(() => new BlobResourceContents { Uri = "test://static-binary", MimeType = "image/png", Blob = Encoding.UTF8.GetBytes(Pixel) },
            new() { UriTemplate = "test://static-binary", Name = "static binary", MimeType = "image/png" }),
        McpServerResource.Create((string id) => $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}""",
            new() { UriTemplate = "test://template/{id}/data", Name = "template", MimeType = "application/json" }),
        McpServerResource.Create(() => "watched", new() { UriTemplate = "test://watched-resource", Name = "watched", MimeType = "text/plain" }),
    ];

    private static McpServerTool Tool(string name, Delegate body) => McpServerTool.Create(body, new() { Name = name, Description = name });

    private static McpServerPrompt Prompt(string name, Delegate body) => McpServerPrompt.Create(body, new() { Name = name, Description = name });

    private static ImageContentBlock Image() => new() { Data = Encoding.UTF8.GetBytes(Pixel), MimeType = "image/png" };

    private static EmbeddedResourceBlock Embedded(string uri, string text, string type = "text/plain") =>
        new() { Resource = new TextResourceContents { Uri = uri, MimeType = type, Text = text } };

    private static byte[] Base64(byte[] bytes) => Encoding.UTF8.GetBytes(Convert.ToBase64String(bytes));
}
