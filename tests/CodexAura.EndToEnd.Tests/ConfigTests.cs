using System.Text.Json;

namespace CodexAura.EndToEnd.Tests;

public sealed class ConfigTests : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task An_option_goes_before_the_environment_before_the_file_before_the_default()
    {
        Assert.Equal(("sqlite", "default"), await StorageAsync());
        _aura.Write("data/config.json", """{ "storage": "json", /* a comment */ }""");
        Assert.Equal(("json", "file"), await StorageAsync());
        _aura.Variables["CODEX_AURA_STORAGE"] = "memory";
        Assert.Equal(("memory", "environment"), await StorageAsync());
        Assert.Equal(("litedb", "option"), await StorageAsync("--storage", "litedb"));
    }

    [Fact]
    public async Task A_store_and_a_data_folder_chosen_in_the_file_are_used()
    {
        _aura.Write("data/config.json", """{ "storage": "json", "data": "../elsewhere" }""");
        string id = (await _aura.RunAsync("analyze", Aura.Shop, "-q")).Exits(0).Output.Trim();
        Assert.True(File.Exists(_aura.In($"elsewhere/graphs/{id}.json")));
        Assert.Contains(id, (await _aura.RunAsync("list", "--json")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("[]", (await _aura.RunAsync("list", "--json", "--data", _aura.In("third"))).Exits(0).Output.Trim());
    }

    [Fact]
    public async Task Plugins_are_chosen_in_the_file()
    {
        _aura.Write("data/config.json", """{ "disabled_plugins": ["codex-aura.litedb"], "context_plugin": "none-such", "plugins": ["missing"] }""");
        var plugins = (await _aura.RunAsync("plugins", "list", "--json")).Exits(0).Json.EnumerateArray().ToArray();
        Assert.Contains(plugins, p => p.GetProperty("folder").GetString() == Path.Join(_aura.Data, "missing") && p.GetProperty("state").GetString() == "failed");
        Assert.Contains(plugins, p => p.GetProperty("state").GetString() == "disabled");
        (await _aura.RunAsync("analyze", Aura.Shop, "-q", "--storage", "litedb")).Exits(2).Says("There is no store 'litedb'");
        (await _aura.RunAsync("context", "x", "--task", "y")).Exits(2).Says("There is no context plugin 'none-such'");
    }

    [Theory]
    [InlineData("{ \n \"storage\": }", "config.json:2")]
    [InlineData("[]", "no valid configuration")]
    [InlineData("{ \"storage\": { \"name\": \"x\" } }", "\"storage\" must be a text")]
    [InlineData("{ \"plugins\": [[1]] }", "\"plugins\" must be a list of texts")]
    public async Task A_mistake_in_the_file_is_wrong_usage(string content, string message)
    {
        _aura.Write("data/config.json", content);
        (await _aura.RunAsync("list")).Exits(2).Says(message);
    }

    [Fact]
    public async Task Old_graphs_of_a_repository_go_when_so_many_are_set()
    {
        _aura.Variables["CODEX_AURA_KEEP_GRAPHS"] = "1";
        string id = (await _aura.RunAsync("analyze", Aura.Shop, "-q")).Exits(0).Output.Trim();
        string json = (await _aura.RunAsync("export", id)).Exits(0).Output;
        // A graph of another commit, and an older one.
        _aura.Write("data/graphs/old.json", json.Replace("\"generated_at\":\"20", "\"generated_at\":\"19", StringComparison.Ordinal));
        (await _aura.RunAsync("store", "copy", "--from", "json", "--to", "sqlite")).Exits(0);
        Assert.Equal(2, (await _aura.RunAsync("list", "--json")).Exits(0).Json.GetArrayLength());
        (await _aura.RunAsync("analyze", Aura.Shop, "-q")).Exits(0);
        Assert.Equal(id, Assert.Single((await _aura.RunAsync("list", "--json")).Exits(0).Json.EnumerateArray()).GetProperty("id").GetString());
        _aura.Variables["CODEX_AURA_KEEP_GRAPHS"] = "many";
        (await _aura.RunAsync("analyze", Aura.Shop, "-q")).Exits(2).Says("\"keep_graphs\" must be a whole number");
    }

    [Fact]
    public async Task A_file_is_named_by_an_option()
    {
        (await _aura.RunAsync("list", "--config", _aura.In("none.json"))).Exits(2).Says("There is no configuration file");
        string file = _aura.Write("mine.json", """{ "storage": "memory", "acme": { "key": 1 } }""");
        var config = (await _aura.RunAsync("config", "--json", "--config", file)).Exits(0).Json;
        Assert.Equal(file, config.GetProperty("file").GetString());
        Assert.Equal(["acme:key"], config.GetProperty("unknown").EnumerateArray().Select(k => k.GetString()));
        Assert.Contains("acme:key", (await _aura.RunAsync("config", "--config", file)).Exits(0).Output, StringComparison.Ordinal);
    }

    private async Task<(string?, string?)> StorageAsync(params string[] arguments)
    {
        var settings = (await _aura.RunAsync(["config", "--json", .. arguments])).Exits(0).Json.GetProperty("settings");
        JsonElement storage = settings.EnumerateArray().Single(s => s.GetProperty("key").GetString() == "storage");
        return (storage.GetProperty("value").GetString(), storage.GetProperty("origin").GetString());
    }
}
