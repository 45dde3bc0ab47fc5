using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodexAura.EndToEnd.Tests;

/// <summary>
/// The five sample plugins, dropped into a running <c>codex-aura serve</c>, and then used over HTTP: a graph of JavaScript, kept in the folder
/// store, asked for context and impact, and the route of the module.
/// </summary>
internal static partial class PluginsAtWork
{
    public static readonly string[] Samples = ["JavaScript", "FolderStore", "ChurnContext", "TestNames", "HotSpots"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets them work, and expects that all is as it should be.</summary>
    /// <param name="aura">Runs the server.</param>
    /// <param name="folderOf">Gives the plugin folder of a sample.</param>
    public static async Task CheckAsync(Aura aura, Func<string, string> folderOf)
    {
        aura.Write("app/src/money.mjs", "export class Money { constructor() {} }\nexport const round = x => helper(x);\nfunction helper(x) { return x; }\n");
        aura.Write("app/src/cart.mjs", "import { round as r, Money } from './money.mjs';\nexport class Cart extends Money {\n  total() { return r(1); }\n}\n");
        aura.Write("app/test/money.test.js", "function test_round() { return 1; }\n");
        string plugins = Directory.CreateDirectory(aura.In("plugins")).FullName;
        using var server = aura.Start(Aura.Executable, "serve", "--urls", "http://127.0.0.1:0", "--log", "none", "--plugins", plugins);
        try
        {
            string line = await server.StandardOutput.ReadLineAsync(Token) ?? await server.StandardError.ReadToEndAsync(Token);
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(line).Value) };
            foreach (string sample in Samples) Copy(folderOf(sample), Path.Join(plugins, sample));
            await AllActiveAsync(client);

            string graph = (await PostAsync(client, "/api/v1/analyze", new { repo_path = aura.In("app"), storage = "folder" })).GetProperty("graph_id").GetString()!;
            Assert.Single(Directory.EnumerateFiles(Path.Join(aura.Data, "folder-store"), "*.json.gz"));
            var edges = (await GetAsync(client, $"/api/v1/graph/{graph}?storage=folder")).GetProperty("edges").EnumerateArray()
                .Select(edge => $"{edge.GetProperty("source").GetString()} {edge.GetProperty("type").GetString()} {edge.GetProperty("target").GetString()}").Order(StringComparer.Ordinal);
            Assert.Equal(
            [
                "src/cart.mjs::class::Cart EXTENDS src/money.mjs::class::Money",
                "src/cart.mjs::file IMPORTS src/money.mjs::file",
                "src/cart.mjs::function::Cart.total CALLS src/money.mjs::function::round",
                "src/money.mjs::function::round CALLS src/money.mjs::function::helper",
            ], edges);
            var context = await PostAsync(client, "/api/v1/context", new { graph_id = graph, files = new[] { "src/money.mjs" }, max_tokens = 300, provider = "churn", storage = "folder" });
            Assert.Contains("Cart.total", context.GetProperty("text").GetString(), StringComparison.Ordinal);
            var impact = await PostAsync(client, $"/api/v1/graph/{graph}/impact?storage=folder", new { changed_files = new[] { "src/money.mjs" }, analyzer = "test-names", storage = "folder" });
            Assert.Contains("src/cart.mjs", impact.GetProperty("affected_files").GetRawText(), StringComparison.Ordinal);

            // The module asks for graphs of the configured store.
            string kept = (await PostAsync(client, "/api/v1/analyze", new { repo_path = aura.In("app") })).GetProperty("graph_id").GetString()!;
            Assert.Contains("src/money.mjs::function::round", (await GetAsync(client, $"/samples/hotspots/{kept}")).GetRawText(), StringComparison.Ordinal);
            var document = await GetAsync(client, "/openapi/v1.json");
            Assert.Equal("hotSpots", document.GetProperty("paths").GetProperty("/samples/hotspots/{graph}").GetProperty("get").GetProperty("operationId").GetString());
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static async Task AllActiveAsync(HttpClient client)
    {
        for (int attempt = 0; ; attempt++)
        {
            var samples = (await GetAsync(client, "/api/v1/plugins")).GetProperty("plugins").EnumerateArray().Where(plugin => plugin.GetProperty("id").GetString()!.StartsWith("sample.", StringComparison.Ordinal)).ToArray();
            if (samples.Length == Samples.Length && samples.All(plugin => plugin.GetProperty("state").GetString() == "active")) return;
            Assert.True(attempt < 300, string.Join('\n', samples.Select(plugin => plugin.GetRawText())));
            await Task.Delay(200, Token);
        }
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string url) => await JsonAsync(await client.GetAsync(url, Token));

    private static async Task<JsonElement> PostAsync(HttpClient client, string url, object body) => await JsonAsync(await client.PostAsJsonAsync(url, body, Token));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.RequestUri}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
