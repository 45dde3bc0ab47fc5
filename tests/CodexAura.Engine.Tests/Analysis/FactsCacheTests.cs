using CodexAura.Engine.Analysis;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Analysis;

public sealed class FactsCacheTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly TempTree _tree = new();
    private readonly MemoryStore _store = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Unchanged_files_are_not_read_again()
    {
        Put("a.toy", "def f\n");
        Put("b.toy", "def g\ncall f\nodd\n");
        var (first, extracted) = await RunAsync();
        Assert.Equal(2, extracted);
        var (second, again) = await RunAsync();
        Assert.Equal((0, 2), (again, second.FilesReused));
        Assert.Equal(await Json.GraphJsonTests.TextAsync(first.Graph), await Json.GraphJsonTests.TextAsync(second.Graph));
    }

    [Fact]
    public async Task A_graph_brought_up_to_date_equals_one_from_nothing()
    {
        var random = new Random(42);
        for (int i = 0; i < 30; i++) Put($"m{i}.toy", Source(random, i));
        for (int round = 0; round < 8; round++)
        {
            var (cached, _) = await RunAsync();
            var fresh = await new AnalysisPipeline([ToyAnalyzer.Installed()], TimeProvider.System)
                .RunAsync(new AnalysisRequest { Path = _tree.Root }, null, null, TestContext.Current.CancellationToken);
            Assert.Equal(await Json.GraphJsonTests.TextAsync(fresh.Graph), await Json.GraphJsonTests.TextAsync(cached.Graph));
            int at = random.Next(30);
            if (random.Next(3) == 0) File.Delete(_tree.Full($"m{at}.toy"));
            else Put($"m{at}.toy", Source(random, at), LongAgo.AddSeconds(round + 1));
        }
    }

    [Fact]
    public async Task A_change_of_the_same_size_right_after_reading_is_seen()
    {
        // No time is set: the file is as new as the reading, and its time may not move with the second write.
        _tree.Write("a.toy", "def f\n");
        await RunAsync();
        var modified = File.GetLastWriteTimeUtc(_tree.Full("a.toy"));
        _tree.Write("a.toy", "def g\n");
        File.SetLastWriteTimeUtc(_tree.Full("a.toy"), modified);
        var (result, _) = await RunAsync();
        Assert.Equal("a.toy::function::g", result.Graph.Node(1).Id);
    }

    [Fact]
    public async Task A_touched_file_is_read_but_not_analysed_again()
    {
        Put("a.toy", "def f\n");
        await RunAsync();
        File.SetLastWriteTimeUtc(_tree.Full("a.toy"), LongAgo.AddDays(1));
        var (result, extracted) = await RunAsync();
        Assert.Equal((0, 1), (extracted, result.FilesReused));
        Assert.Equal(LongAgo.AddDays(1).Ticks, _store.Facts["a.toy"].ModifiedTicks);
    }

    [Fact]
    public async Task Full_reads_everything()
    {
        Put("a.toy", "def f\n");
        await RunAsync();
        var (result, extracted) = await RunAsync(full: true);
        Assert.Equal((1, 0), (extracted, result.FilesReused));
    }

    [Fact]
    public async Task Another_version_of_the_analyzer_reads_everything()
    {
        Put("a.toy", "def f\n");
        await RunAsync();
        var (_, extracted) = await RunAsync(version: "2");
        Assert.Equal(1, extracted);
    }

    [Fact]
    public async Task What_folders_have_is_kept_with_the_facts_and_may_be_lost()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "Elsewhere all folders are listed.");
        Put("a/a.toy", "def f\n");
        Put("b.toy", "def g\n");
        var pipeline = new AnalysisPipeline([ToyAnalyzer.Installed()], ShiftedTime.Later);
        var request = new AnalysisRequest { Path = _tree.Root };
        await AnalyzeAsync(request);
        var kept = await KeptAsync();
        Assert.True(kept.Facts.Body.Length > 100);
        Assert.True((await AnalyzeAsync(request)).IsUnchanged);
        Assert.Same(kept, await KeptAsync());

        byte[] broken = kept.Facts.Body.ToArray();
        broken[^1] ^= 1;
        await _store.SaveFactsAsync(_tree.Root, "#analysis", "4", [kept with { Facts = new(kept.Facts.Path, 0, broken) }], [], TestContext.Current.CancellationToken);
        Assert.True((await AnalyzeAsync(request)).IsUnchanged);
        Assert.Equal(kept.Facts.Body.ToArray(), (await KeptAsync()).Facts.Body.ToArray());

        // All is made anew, and this too.
        await _store.SaveFactsAsync(_tree.Root, "#analysis", "4", [], [kept.Facts.Path], TestContext.Current.CancellationToken);
        await AnalyzeAsync(request with { Full = true });
        Assert.Equal(kept.Facts.Body.ToArray(), (await KeptAsync()).Facts.Body.ToArray());

        Task<AnalysisResult> AnalyzeAsync(AnalysisRequest what) => pipeline.RunAsync(what, _store, null, TestContext.Current.CancellationToken);

        async Task<Sdk.Storage.CachedFacts> KeptAsync() =>
            (await _store.LoadFactsAsync(_tree.Root, "#analysis", "4", TestContext.Current.CancellationToken)).Single(entry => entry.Facts.Path == "#folders");
    }

    [Fact]
    public async Task Files_that_are_gone_or_failed_are_not_kept()
    {
        Put("a.toy", "def f\n");
        Put("b.toy", "def g\n");
        await RunAsync();
        File.Delete(_tree.Full("a.toy"));
        Put("b.toy", "boom\n", LongAgo.AddDays(1));
        Put("c.toy", "def h\n");
        await RunAsync();
        Assert.Equal(["c.toy"], _store.Facts.Keys);
    }

    private static string Source(Random random, int i) => $"def f{i}x{random.Next(3)}\n" + string.Concat(Enumerable.Range(0, 6).Select(_ => $"call f{random.Next(30)}x{random.Next(3)}\n"));

    private void Put(string path, string content, DateTime? modified = null)
    {
        _tree.Write(path, content);
        File.SetLastWriteTimeUtc(_tree.Full(path), modified ?? LongAgo);
    }

    private async Task<(AnalysisResult Result, int Extracted)> RunAsync(bool full = false, string version = "1")
    {
        var analyzer = new ToyAnalyzer { FactsVersion = version };
        var result = await new AnalysisPipeline([ToyAnalyzer.Installed(analyzer)], TimeProvider.System)
            .RunAsync(new AnalysisRequest { Path = _tree.Root, Full = full }, _store, null, TestContext.Current.CancellationToken);
        return (result, analyzer.Extracted);
    }
}
