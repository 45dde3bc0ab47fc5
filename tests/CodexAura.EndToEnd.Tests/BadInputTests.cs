namespace CodexAura.EndToEnd.Tests;

/// <summary>Input that can't be analysed, or only in part.</summary>
public sealed class BadInputTests(AnalyzedShop shop) : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task A_path_that_does_not_exist() =>
        (await _aura.RunAsync("analyze", _aura.In("none"))).Exits(1).Says($"error: The folder '{_aura.In("none")}' does not exist.");

    [Fact]
    public async Task A_file_instead_of_a_folder() =>
        (await _aura.RunAsync("analyze", _aura.Write("a.py", "x = 1\n"))).Exits(1).Says("is a file; give the folder of the repository");

    [Fact]
    public async Task A_folder_without_source_fails_and_stores_nothing()
    {
        _aura.Write("repo/readme.md", "# hello");
        (await _aura.RunAsync("analyze", _aura.In("repo"))).Exits(1).Says("Nothing to analyse").Says("*.py");
        Assert.Equal("[]", (await _aura.RunAsync("list", "--json")).Exits(0).Output.Trim());
    }

    [Fact]
    public async Task A_file_of_50_megabytes_is_left_out_and_named()
    {
        _aura.Write("repo/a.py", "def f():\n    pass\n");
        await using (var big = File.Create(_aura.In("repo/big.py"))) big.SetLength(50_000_000);
        Assert.Contains("CA1001 big.py: The file has 50,000,000 bytes", (await _aura.RunAsync("analyze", _aura.In("repo"))).Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("big.py", (await _aura.RunAsync("show", _aura.In("repo"), "--diagnostics")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_bytes_deep_nesting_and_broken_source_keep_the_rest()
    {
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        _aura.Write("repo/a.py", "def f():\n    pass\n");
        await File.WriteAllBytesAsync(_aura.In("repo/random.py"), bytes, TestContext.Current.CancellationToken);
        _aura.Write("repo/deep.py", "x = " + new string('(', 5000) + "1" + new string(')', 5000) + "\n");
        _aura.Write("repo/broken.py", "def ok():\n    pass\n\ndef broken(:\n  class\n");
        _aura.Write("repo/empty.py", "");
        (await _aura.RunAsync("analyze", _aura.In("repo"), "-o", _aura.In("g.json"))).Exits(0);
        string graph = await File.ReadAllTextAsync(_aura.In("g.json"), TestContext.Current.CancellationToken);
        foreach (string id in (string[])["a.py::function::f", "random.py::file", "deep.py::file", "broken.py::function::ok", "empty.py::file"])
            Assert.Contains($"\"id\":\"{id}\"", graph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreadable_files_and_folders_are_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions work otherwise there.");
        _aura.Write("repo/a.py", "def f():\n    pass\n");
        _aura.Write("repo/closed.py", "def g():\n    pass\n");
        _aura.Write("repo/shut/b.py", "def h():\n    pass\n");
        using (var chmod = System.Diagnostics.Process.Start("chmod", ["000", _aura.In("repo/closed.py"), _aura.In("repo/shut")])) await chmod.WaitForExitAsync(TestContext.Current.CancellationToken);
        // Root may read everything, unless it gives up that right.
        var run = Environment.IsPrivilegedProcess
            ? await _aura.RunUnderAsync("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", Aura.Executable, "analyze", _aura.In("repo"))
            : await _aura.RunAsync("analyze", _aura.In("repo"));
        using (var chmod = System.Diagnostics.Process.Start("chmod", ["700", _aura.In("repo/closed.py"), _aura.In("repo/shut")])) await chmod.WaitForExitAsync(TestContext.Current.CancellationToken);
        run.Exits(0);
        Assert.Contains("CA1002 closed.py: The file can't be read", run.Output, StringComparison.Ordinal);
        Assert.Contains("CA1003 shut: The folder can't be read", run.Output, StringComparison.Ordinal);
        Assert.Contains("Python: 1 file,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_file_that_cannot_be_written_fails_before_the_work()
    {
        (await _aura.RunAsync("analyze", Aura.Shop, "-o", _aura.In("no/such/g.json"))).Exits(1).Says("can't be written: there is no folder");
        (await _aura.RunAsync("analyze", Aura.Shop, "-o", _aura.Folder)).Exits(1).Says("can't be written: it is a folder");
        Assert.Equal("[]", (await _aura.RunAsync("list", "--json")).Exits(0).Output.Trim());
    }

    [Fact]
    public async Task A_full_disk_under_the_output_file_is_told()
    {
        Assert.SkipWhen(!File.Exists("/dev/full"), "There is no /dev/full.");
        (await _aura.RunAsync("analyze", Aura.Shop, "-o", "/dev/full")).Exits(1).Says("No space left on device");
    }

    [Fact]
    public async Task An_unknown_graph_names_what_there_is()
    {
        foreach (string command in (string[])["stats", "delete"])
            (await _aura.RunAsync(command, "abcdef")).Exits(1).Says("There is no graph 'abcdef'");
        (await shop.Aura.RunAsync("stats", "zzz")).Exits(1).Says(Aura.Shop);
    }

    [Fact]
    public async Task An_unknown_store_names_those_there_are() =>
        (await _aura.RunAsync("analyze", Aura.Shop, "--storage", "nosuch")).Exits(2).Says("There is no store 'nosuch'; json, litedb, memory, sqlite are installed.");

    [Fact]
    public async Task A_corrupt_database_is_told_and_left_as_it_is()
    {
        string database = _aura.Write("data/graphs.db", string.Concat(Enumerable.Repeat("this is no database. ", 1000)));
        byte[] before = await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken);
        (await _aura.RunAsync("analyze", Aura.Shop)).Exits(1).Says(database);
        (await _aura.RunAsync("list")).Exits(1).Says(database);
        Assert.Equal(before, await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_told() =>
        (await _aura.RunAsync("analyze", Aura.Shop, "--data", _aura.Write("file", "x"))).Exits(1).Says(_aura.In("file"));
}
