namespace CodexAura.EndToEnd.Tests;

/// <summary>Plugins of a user's own: installed, switched off, removed; and what they do wrong.</summary>
public sealed class PluginInstallTests : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task A_plugin_is_installed_shown_switched_off_and_removed()
    {
        var install = (await _aura.RunAsync("plugins", "install", Aura.TestPlugin("GoodAnalyzer"))).Exits(0);
        Assert.Contains("Installed test.good-analyzer 1.2.3", install.Output, StringComparison.Ordinal);
        Assert.Contains("analyzer good", install.Output, StringComparison.Ordinal);
        Assert.Contains("in place of", (await _aura.RunAsync("plugins", "install", Changed("version", "2.0.0"))).Exits(0).Output, StringComparison.Ordinal);

        var info = (await _aura.RunAsync("plugins", "info", "TEST.good-analyzer", "--json")).Exits(0).Json[0];
        Assert.Equal(("2.0.0", "[0.1,1.0)"), (info.GetProperty("version").GetString(), info.GetProperty("sdk").GetString()));
        Assert.Contains(info.GetProperty("files").EnumerateArray(), f => f.GetProperty("path").GetString() == "plugin.json");

        (await _aura.RunAsync("plugins", "disable", "test.good-analyzer")).Exits(0);
        Assert.Equal("disabled", await StateAsync("test.good-analyzer"));
        (await _aura.RunAsync("plugins", "enable", "test.good-analyzer")).Exits(0);
        Assert.Equal("active", await StateAsync("test.good-analyzer"));

        (await _aura.RunAsync("plugins", "remove", "test.good-analyzer")).Exits(0);
        Assert.Null(await StateAsync("test.good-analyzer"));
        (await _aura.RunAsync("plugins", "remove", "test.good-analyzer")).Exits(2).Says("No plugin 'test.good-analyzer' is installed");
        (await _aura.RunAsync("plugins", "disable", "no.such")).Exits(2).Says("There is no plugin 'no.such'");
    }

    [Fact]
    public async Task A_bundled_plugin_is_switched_off()
    {
        (await _aura.RunAsync("plugins", "disable", "codex-aura.python")).Exits(0);
        (await _aura.RunAsync("analyze", Aura.Shop)).Exits(1).Says("No analyzer is installed");
    }

    [Fact]
    public async Task What_is_no_plugin_is_not_installed()
    {
        _aura.Write("folder/readme.txt", "");
        (await _aura.RunAsync("plugins", "install", _aura.In("folder"))).Exits(1).Says("has no plugin.json");
        (await _aura.RunAsync("plugins", "install", Changed("sdk", "[9.0,10.0)"))).Exits(1).Says("nothing was installed");
        Assert.Null(await StateAsync("test.good-analyzer"));
    }

    [Fact]
    public async Task What_a_plugin_writes_is_not_in_the_result()
    {
        _aura.Write("repo/a.talk", "fine");
        var run = (await _aura.RunAsync("analyze", _aura.In("repo"), "-o", "-", "--plugins", Aura.TestPlugin("Talkative"))).Exits(0);
        Assert.Equal(2, run.Json.GetProperty("nodes").GetArrayLength());
        Assert.Contains("I was made", run.Error, StringComparison.Ordinal);
        Assert.Contains("I resolve", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("twice", "CA1010")]
    [InlineData("dangle", "CA1010")]
    [InlineData("resolve-throw", "CA1008")]
    public async Task What_a_plugin_does_wrong_with_all_files_is_told_with_its_name(string mistake, string code)
    {
        _aura.Write("repo/a.talk", mistake);
        _aura.Write("repo/b.py", "def f(): pass\n");
        var diagnostic = Assert.Single(await AnalyzeAsync());
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains("'test.talkative'", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_plugin_does_wrong_with_one_file_is_told_with_its_name()
    {
        _aura.Write("repo/hang.talk", "hang");
        _aura.Write("repo/throw.talk", "throw");
        _aura.Write("repo/b.py", "def f(): pass\n");
        // Long enough for the other file on a busy machine.
        _aura.FileTimeLimit = 5;
        var diagnostics = await AnalyzeAsync();
        Assert.Equal(["CA1007", "CA1009"], diagnostics.Select(diagnostic => diagnostic.Code).Order(StringComparer.Ordinal));
        Assert.All(diagnostics, diagnostic => Assert.Contains("'test.talkative'", diagnostic.Message, StringComparison.Ordinal));
    }

    /// <summary>Analyses the repository with the talkative plugin; what is Python in it is in the graph in any case.</summary>
    private async Task<(string Code, string Message)[]> AnalyzeAsync()
    {
        var graph = (await _aura.RunAsync("analyze", _aura.In("repo"), "-o", "-", "--plugins", Aura.TestPlugin("Talkative"))).Exits(0).Json;
        Assert.Contains(graph.GetProperty("nodes").EnumerateArray(), n => n.GetProperty("id").GetString() == "b.py::function::f");
        return [.. graph.GetProperty("diagnostics").EnumerateArray().Select(d => (d.GetProperty("code").GetString()!, d.GetProperty("message").GetString()!))];
    }

    [Fact]
    public async Task A_store_that_hangs_is_left_behind_by_every_command_and_named()
    {
        _aura.Variables["CODEX_AURA_CALL_TIMEOUT"] = "2";
        string[] store = ["--storage", "hanging", "--plugins", Aura.TestPlugin("Hanging")];
        var runs = await Task.WhenAll(
            _aura.RunAsync(["list", .. store]), _aura.RunAsync(["deps", "0123456789abcdef", "f", .. store]), _aura.RunAsync(["delete", "0123456789abcdef", .. store]));
        // Nor does it keep the process from ending.
        Assert.All(runs, run => run.Exits(1).Says("The store 'hanging' (plugin 'test.hanging') took longer than 2 s to list its graphs and was left behind.")
            .Says("Plugin 'test.hanging' took longer than 2 s to end, and was left behind"));
    }

    [Fact]
    public async Task A_store_that_hangs_ends_a_score_with_its_name()
    {
        _aura.Variables["CODEX_AURA_CALL_TIMEOUT"] = "4";
        _aura.Write("repo/a.talk", "fine");
        (await _aura.RunAsync("plugins", "doctor", Aura.TestPlugin("Talkative"), "--score", _aura.In("repo"))).Exits(1)
            .Says("The store 'talkative' (plugin 'test.talkative') took longer than 4 s to save a graph and was left behind.");
    }

    [Fact]
    public async Task A_plugin_is_scored_on_a_repository()
    {
        var score = (await _aura.RunAsync("plugins", "doctor", Bundled("CodexAura.Analyzers.Python"), "--score", Aura.Shop)).Exits(0);
        Assert.Contains("CALLS", score.Output, StringComparison.Ordinal);
        Assert.Contains("MiB of memory", score.Output, StringComparison.Ordinal);
        var store = (await _aura.RunAsync("plugins", "doctor", Bundled("CodexAura.Storage.Sqlite"), "--score", Aura.Shop)).Exits(0);
        Assert.Contains("the graph came back", store.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_aura.Data));
    }

    private static string Bundled(string name) => Path.Join(Path.GetDirectoryName(Aura.Executable), "plugins", name);

    /// <summary>The good analyzer with another manifest.</summary>
    private string Changed(string property, string value)
    {
        string folder = _aura.In("changed");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Aura.TestPlugin("GoodAnalyzer"))) File.Copy(file, Path.Join(folder, Path.GetFileName(file)), overwrite: true);
        string manifest = Path.Join(folder, "plugin.json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(manifest))!;
        json[property] = value;
        File.WriteAllText(manifest, json.ToJsonString());
        return folder;
    }

    private async Task<string?> StateAsync(string id) => (await _aura.RunAsync("plugins", "list", "--json")).Exits(0).Json.EnumerateArray()
        .Where(p => p.GetProperty("id").GetString() == id).Select(p => p.GetProperty("state").GetString()).FirstOrDefault();
}
