using System.Text.Json;
using CodexAura.EndToEnd.Tests;

namespace CodexAura.Packages.Tests;

/// <summary>The sample plugins, built from the packages alone, at work in the host.</summary>
public sealed class SamplePluginTests(PackedSamples packed) : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task All_are_installed_listed_and_removed()
    {
        (string Sample, string Kind)[] samples = [("JavaScript", "analyzer"), ("FolderStore", "store"), ("ChurnContext", "context"), ("TestNames", "impact")];
        var kinds = new Dictionary<string, string>();
        foreach (var (sample, kind) in samples)
        {
            string[] files = [.. Directory.EnumerateFiles(packed.Plugin(sample), "*.dll").Select(f => Path.GetFileName(f)!)];
            Assert.DoesNotContain(files, f => f is "CodexAura.Sdk.dll" or "System.Composition.AttributedModel.dll" || f.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
            using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Join(packed.Plugin(sample), "plugin.json"), TestContext.Current.CancellationToken));
            Assert.Equal("[0.1,1.0)", manifest.RootElement.GetProperty("sdk").GetString());
            kinds[manifest.RootElement.GetProperty("id").GetString()!] = kind;
            (await _aura.RunAsync("plugins", "install", packed.Plugin(sample))).Exits(0);
        }
        var installed = (await _aura.RunAsync("plugins", "list", "--json")).Exits(0).Json.EnumerateArray().Where(p => kinds.ContainsKey(p.GetProperty("id").GetString()!)).ToArray();
        Assert.Equal(kinds.Count, installed.Length);
        Assert.All(installed, plugin =>
        {
            Assert.Equal("active", plugin.GetProperty("state").GetString());
            Assert.Equal(0, plugin.GetProperty("warnings").GetArrayLength());
            Assert.Equal(kinds[plugin.GetProperty("id").GetString()!], Assert.Single(plugin.GetProperty("exports").EnumerateArray()).GetProperty("kind").GetString());
        });
        foreach (string id in kinds.Keys)
        {
            (await _aura.RunAsync("plugins", "remove", id)).Exits(0);
            Assert.False(Directory.Exists(Path.Join(_aura.Data, "plugins", id)));
        }
    }

    [Fact]
    public async Task JavaScript_is_analysed_stored_asked_and_its_impact_told()
    {
        _aura.Write("app/src/cart.mjs", """
            import { round as r, Money } from './money.mjs';
            import * as tax from "./tax/index.js";
            export class Cart extends Money {
              constructor() { super(); this.items = []; }
              total(rate = 1) { return r(tax.add(this.sum(), rate)); }
              sum() { return this.items.reduce((a, b) => a + b, 0); }
            }
            export default function make() { return new Cart(); }
            """);
        _aura.Write("app/src/money.mjs", "export class Money { constructor() {} }\nexport const round = x => helper(x);\nfunction helper(x) { return x; }\n");
        _aura.Write("app/src/tax/index.js", "exports.add = function (x, rate) { return x * rate; };\n");
        _aura.Write("app/test/cart.test.js", "const cart = require('../src/cart.mjs');\nconst { add } = require('../src/tax');\nfunction test_make() { add(1, 2); return cart.default(); }\n");
        _aura.Write("app/broken.js", "function ok() { ok() }\nclass { ((( \n");
        string[] plugins = [.. new[] { "JavaScript", "FolderStore", "ChurnContext", "TestNames" }.SelectMany(s => new[] { "--plugins", packed.Plugin(s) })];

        var graph = (await _aura.RunAsync(["analyze", _aura.In("app"), "--storage", "folder", "-o", "-", .. plugins])).Exits(0).Json;

        string[] edges = [.. graph.GetProperty("edges").EnumerateArray().Select(e => $"{Short(e, "source")} {e.GetProperty("type").GetString()} {Short(e, "target")}")];
        Assert.Equal(
        [
            "broken.js::ok CALLS broken.js::ok",
            "src/cart.mjs::Cart EXTENDS src/money.mjs::Money",
            "src/cart.mjs::Cart.constructor CALLS src/money.mjs::Money.constructor",
            "src/cart.mjs::Cart.total CALLS src/cart.mjs::Cart.sum",
            "src/cart.mjs::Cart.total CALLS src/money.mjs::round",
            "src/cart.mjs::Cart.total CALLS src/tax/index.js::add",
            "src/cart.mjs::file IMPORTS src/money.mjs::file",
            "src/cart.mjs::file IMPORTS src/tax/index.js::file",
            "src/cart.mjs::make CALLS src/cart.mjs::Cart",
            "src/cart.mjs::make CALLS src/cart.mjs::Cart.constructor",
            "src/money.mjs::round CALLS src/money.mjs::helper",
            "test/cart.test.js::file IMPORTS src/cart.mjs::file",
            "test/cart.test.js::file IMPORTS src/tax/index.js::file",
            "test/cart.test.js::test_make CALLS src/cart.mjs::make",
            "test/cart.test.js::test_make CALLS src/tax/index.js::add",
        ], edges.Order(StringComparer.Ordinal));
        Assert.Equal("JS2001", Assert.Single(graph.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
        Assert.Single(Directory.EnumerateFiles(Path.Join(_aura.Data, "folder-store"), "*.json.gz"));

        var context = (await _aura.RunAsync(["context", _aura.In("app"), "--files", "src/tax/index.js", "--max-tokens", "300", "--context-plugin", "churn", "--storage", "folder", "--json", .. plugins])).Exits(0).Json;
        Assert.Contains("Cart.total", context.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(context.GetProperty("total_tokens").GetInt32() <= 300);

        var impact = (await _aura.RunAsync(["impact", _aura.In("app"), "--files", "src/money.mjs", "--no-history", "--impact-plugin", "test-names", "--storage", "folder", "--json", .. plugins])).Exits(0).Json;
        Assert.Contains(impact.GetProperty("affected_files").EnumerateArray(), f => f.GetProperty("path").GetString() == "src/cart.mjs");
        Assert.Contains("test_make", impact.GetProperty("affected_tests").GetRawText(), StringComparison.Ordinal);

        var score = (await _aura.RunAsync("plugins", "doctor", packed.Plugin("JavaScript"), "--score", _aura.In("app"), "--json")).Exits(0).Json.GetProperty("score");
        Assert.Equal((edges.Length, 1), (score.GetProperty("edges").GetInt32(), score.GetProperty("diagnostics").GetInt32()));
    }

    [Fact]
    public Task All_are_dropped_into_a_running_server_and_used() => PluginsAtWork.CheckAsync(_aura, packed.Plugin);

    [Fact]
    public async Task Their_conformance_suites_are_green()
    {
        string tests = await PackedSamples.RunAsync(packed.Samples, Path.Join(packed.Samples, "Tests", "bin", "Release", "net10.0", "Sample.Tests"));
        Assert.Contains("Failed: 0", tests, StringComparison.Ordinal);
        Assert.DoesNotContain("Total: 0", tests, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Often_changed_files_come_first()
    {
        string repository = _aura.In("repo");
        _aura.Write("repo/main.js", "const calm = require('./calm');\nconst busy = require('./busy');\nfunction run() { calm.f(); busy.f(); }\n");
        _aura.Write("repo/calm.js", "exports.f = function () {};\n");
        _aura.Write("repo/busy.js", "exports.f = function () {};\n");
        string[] git = ["-C", repository, "-c", "user.name=T", "-c", "user.email=t@example.org"];
        await PackedSamples.RunAsync(repository, "git", "init", "-q", repository);
        for (int i = 0; i < 3; i++)
        {
            _aura.Write("repo/busy.js", $"exports.f = function () {{}};\n// {i}\n");
            await PackedSamples.RunAsync(repository, "git", [.. git, "add", "-A"]);
            await PackedSamples.RunAsync(repository, "git", [.. git, "commit", "-qm", "change"]);
        }
        string[] plugins = ["--plugins", packed.Plugin("JavaScript"), "--plugins", packed.Plugin("ChurnContext")];
        (await _aura.RunAsync(["analyze", repository, "-q", .. plugins])).Exits(0);

        var context = (await _aura.RunAsync(["context", repository, "--files", "main.js", "--context-plugin", "churn", "--json", .. plugins])).Exits(0).Json;

        Assert.Equal(["main.js", "busy.js", "calm.js"], context.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()));
    }

    private static string Short(JsonElement edge, string end) =>
        edge.GetProperty(end).GetString()!.Replace("::function::", "::", StringComparison.Ordinal).Replace("::class::", "::", StringComparison.Ordinal);
}
