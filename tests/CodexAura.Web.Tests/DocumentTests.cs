using System.Diagnostics;
using System.Text.Json;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>The OpenAPI document: complete, right in its examples, and without a word from a linter that others wrote.</summary>
public sealed class DocumentTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_has_every_endpoint()
    {
        var document = (await shop.ContractAsync()).Document;

        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Equal(
        [
            "DELETE /api/v1/graph/{id}", "DELETE /api/v1/jobs/{id}", "GET /api/v1/graph/{id}", "GET /api/v1/graph/{id}/dependencies", "GET /api/v1/graph/{id}/node",
            "GET /api/v1/graphs", "GET /api/v1/jobs", "GET /api/v1/jobs/{id}", "GET /api/v1/plugins", "GET /health", "GET /ready",
            "POST /api/v1/analyze", "POST /api/v1/context", "POST /api/v1/graph/{id}/impact",
        ], document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_example_is_what_its_schema_says()
    {
        var contract = await shop.ContractAsync();
        int count = 0;
        foreach (var (path, methods) in contract.Document["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
            {
                string at = $"#/paths/{path.Replace("/", "~1", StringComparison.Ordinal)}/{method}";
                foreach (var (type, media) in operation!["requestBody"]?["content"]?.AsObject() ?? []) Check($"{at}/requestBody/content/{type.Replace("/", "~1", StringComparison.Ordinal)}/schema", media!["example"]);
                foreach (var (status, response) in operation["responses"]!.AsObject())
                    foreach (var (type, media) in response!["content"]?.AsObject() ?? [])
                        if (path.StartsWith("/api/", StringComparison.Ordinal) || media!["example"] is not null)
                            Check($"{at}/responses/{status}/content/{type.Replace("/", "~1", StringComparison.Ordinal)}/schema", media!["example"]);
            }

        Assert.True(count > 50, $"{count} examples");

        void Check(string pointer, System.Text.Json.Nodes.JsonNode? example)
        {
            Assert.True(example is not null, $"{pointer} has no example.");
            contract.Check(pointer, JsonSerializer.SerializeToElement(example), "The example at " + pointer);
            count++;
        }
    }

    [Fact]
    public async Task A_linter_finds_nothing()
    {
        string node = Path.Join(Workspace.RepositoryRoot, "tests", "CodexAura.Web.Tests", "node");
        if (!File.Exists(Path.Join(node, "node_modules", ".package-lock.json"))) await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], node);
        string file = Path.Join(Directory.CreateTempSubdirectory("codex-aura-openapi-").FullName, "v1.json");
        await File.WriteAllTextAsync(file, await shop.Plain.GetStringAsync("/openapi/v1.json", Token), Token);
        var (exit, output) = await RunAsync("node", ["node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "--fail-severity", "hint", "--ruleset", ".spectral.yaml", file], node);

        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task The_page_about_it_asks_nobody_else_for_anything()
    {
        string page = await shop.Plain.GetStringAsync("/docs/", Token);

        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("\"showDeveloperTools\":\"never\"", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        string script = System.Text.RegularExpressions.Regex.Matches(page, "src=\"([^\"]+)\"")[^1].Groups[1].Value;
        Assert.True((await shop.Plain.GetAsync(new Uri(new Uri("http://localhost/docs/"), script).AbsolutePath, Token)).IsSuccessStatusCode, script);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await error);
    }
}
