namespace CodexAura.EndToEnd.Tests;

public sealed class UsageTests(AnalyzedShop shop) : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("analyze")]
    [InlineData("analyze . --nonsense")]
    [InlineData("analyze . --threads 0")]
    [InlineData("analyze . --threads many")]
    [InlineData("analyze . -o - --json")]
    [InlineData("deps a b --direction sideways")]
    [InlineData("plugins")]
    [InlineData("analyze SHOP --edge-types IMPORT")]
    public async Task Wrong_usage_is_exit_code_2_and_a_word_on_standard_error(string arguments)
    {
        var run = (await _aura.RunAsync(arguments.Replace("SHOP", Aura.Shop, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))).Exits(2);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("analyze")]
    [InlineData("list")]
    [InlineData("stats")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("delete")]
    [InlineData("deps")]
    [InlineData("plugins list")]
    [InlineData("plugins doctor")]
    public async Task Every_command_has_help(string command)
    {
        var run = (await _aura.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Exits(0);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Contains("codex-aura " + command, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_does_not_need_plugins_or_a_data_folder()
    {
        (await _aura.RunAsync("--version")).Exits(0);
        Assert.False(Directory.Exists(_aura.Data));
    }

    [Fact]
    public async Task A_path_may_start_with_an_at_sign()
    {
        _aura.Write("@repo/a.py", "def f():\n    pass\n");
        (await _aura.RunAsync("analyze", "@repo", "-q")).Exits(0);
    }

    [Fact]
    public async Task Verbose_says_where_an_error_came_from()
    {
        var run = (await _aura.RunAsync("analyze", _aura.In("none"), "--verbose")).Exits(1);
        Assert.Contains("   at CodexAura.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It has no sh.");
        foreach (string command in (string[])["show", "export"])
        {
            var run = await shop.Aura.RunUnderAsync("sh", "-c", $"\"{Aura.Executable}\" {command} \"{Aura.Shop}\" | head -c 10");
            Assert.Empty(run.Error);
        }
    }
}
