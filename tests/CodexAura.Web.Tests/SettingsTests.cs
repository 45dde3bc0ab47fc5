using CodexAura.Host.Cli;
using CodexAura.Host.Settings;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Whatever_serve_takes_can_be_set_and_is_listed()
    {
        var listed = KnownSettings.All.Select(setting => setting.Option?.Split(' ')[0]).ToHashSet();
        // It starts no server.
        Assert.Equal(["--new-api-key"], ServeOptions.All.Select(option => option.Name).Where(name => !listed.Contains(name)));
    }

    [Fact]
    public void A_form_of_the_log_that_there_is_not_is_refused_wherever_it_is_set()
    {
        using var workspace = new Workspace();
        string file = workspace.Write("config.json", """{ "server": { "log": "xml" } }""");
        var wrong = Assert.Throws<SettingsException>(() => HostSettings.Load(file, _ => null).Text(KnownSettings.Log));
        Assert.Contains("one of text, json, none, not 'xml'", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("json", HostSettings.Load(file, name => name == "CODEX_AURA_SERVER_LOG" ? "json" : null).Text(KnownSettings.Log));
    }
}
