using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Services;

public sealed class AnalysisServiceTests : IDisposable
{
    private readonly TempTree _tree = new TempTree().Write("a.toy", "def f\n").Write("b.toy", "def g\ncall f\n");
    private readonly SemaphoreSlim _gate = new(0);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _tree.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Two_equal_requests_at_once_are_one_analysis()
    {
        var (bench, analyzer) = Gated();
        var service = bench.Analysis();
        // It waits for another one, and so has not begun to read.
        var other = service.AnalyzeAsync(Request with { Full = true }, null, Stop);
        await _started.Task;
        var first = service.AnalyzeAsync(Request, null, Stop);
        var second = service.AnalyzeAsync(Request with { Path = _tree.Full(".") }, null, Stop);
        _gate.Release(10);
        Assert.Same(await first, await second);
        Assert.NotSame(await other, await first);
        // The facts that the first has read are cached.
        Assert.Equal((1, 2), (bench.Memory.Saves, analyzer.Extracted));
    }

    [Fact]
    public async Task A_request_that_comes_while_files_are_read_sees_what_was_edited_before_it()
    {
        var (bench, _) = Gated();
        var service = bench.Analysis();
        var first = service.AnalyzeAsync(Request, null, Stop);
        await _started.Task;
        _tree.Write("c.toy", "def late\n");
        var second = service.AnalyzeAsync(Request, null, Stop);
        _gate.Release(10);
        Assert.Equal(4, (await first).Graph.NodeCount);
        Assert.Equal(6, (await second).Graph.NodeCount);
    }

    [Fact]
    public async Task Facts_of_what_is_watched_are_loaded_once_for_all_who_analyse_it()
    {
        var bench = new Bench(new ToyAnalyzer());
        var service = bench.Analysis();
        await service.AnalyzeAsync(Request, null, Stop);
        for (int i = 0; i < 3; i++)
        {
            _tree.Write("c.toy", $"def c{i}\n");
            await service.AnalyzeAsync(Request with { Preview = i != 1 }, null, Stop);
        }
        Assert.Equal(2, bench.Memory.Loads);
        Assert.Equal(["c.toy", "a.toy", "b.toy"], bench.Memory.Facts.Keys.OrderBy(path => path == "c.toy" ? 0 : 1).ThenBy(path => path));
        var (info, graph) = await bench.Service().LoadAsync((await bench.Service().ListAsync(null, null, Stop)).Single().Id, null, Stop);
        Assert.True(graph.Find("c.toy::function::c2") >= 0);
        Assert.Equal(info.NodeCount, graph.NodeCount);
    }

    [Fact]
    public async Task Facts_of_what_is_watched_no_more_are_let_go()
    {
        var bench = new Bench(new ToyAnalyzer()) { Time = new ManualTime() };
        var service = bench.Analysis();
        await EditAsync();
        await EditAsync();
        Assert.Equal(1, bench.Memory.Loads);
        bench.Time.Advance(TimeSpan.FromMinutes(29));
        await EditAsync();
        // That counted anew.
        bench.Time.Advance(TimeSpan.FromMinutes(29));
        await EditAsync();
        Assert.Equal(1, bench.Memory.Loads);
        bench.Time.Advance(TimeSpan.FromMinutes(31));
        await EditAsync();
        Assert.Equal(2, bench.Memory.Loads);

        async Task EditAsync()
        {
            _tree.Write("c.toy", $"def c{Guid.NewGuid():N}\n");
            await service.AnalyzeAsync(Request with { Preview = true }, null, Stop);
        }
    }

    [Fact]
    public async Task An_analysis_goes_on_until_nobody_waits_for_it()
    {
        var (bench, _) = Gated();
        var service = bench.Analysis();
        using var impatient = new CancellationTokenSource();
        var first = service.AnalyzeAsync(Request, null, impatient.Token);
        await _started.Task;
        var second = service.AnalyzeAsync(Request, null, Stop);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _gate.Release(10);
        Assert.Equal(4, (await second).Graph.NodeCount);
    }

    [Fact]
    public async Task When_all_have_given_up_nothing_is_stored_and_the_next_request_starts_anew()
    {
        var (bench, _) = Gated();
        var service = bench.Analysis();
        using var impatient = new CancellationTokenSource();
        var first = service.AnalyzeAsync(Request, null, impatient.Token);
        await _started.Task;
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(0, bench.Memory.Saves);
        _gate.Release(10);
        Assert.Equal(4, (await service.AnalyzeAsync(Request, null, Stop)).Graph.NodeCount);
    }

    [Fact]
    public async Task Different_requests_for_one_repository_run_one_after_the_other()
    {
        int running = 0, most = 0;
        var bench = new Bench(new ToyAnalyzer
        {
            OnExtract = path =>
            {
                if (path != "a.toy") return;
                most = Math.Max(most, Interlocked.Increment(ref running));
                Thread.Sleep(20);
                Interlocked.Decrement(ref running);
            },
        });
        var service = bench.Analysis();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => service.AnalyzeAsync(Request with { Full = true, Exclude = [$"none{i}"] }, null, Stop)));
        Assert.Equal((1, 5), (most, bench.Memory.Saves));
    }

    [Fact]
    public async Task As_many_graphs_of_a_repository_stay_as_the_policy_says()
    {
        var bench = new Bench(new ToyAnalyzer());
        var made = await bench.Analysis().AnalyzeAsync(Request, null, Stop);
        for (int age = 1; age <= 3; age++)
            await bench.Memory.SaveAsync(made.Info with { Id = $"older{age}", CreatedAt = made.Info.CreatedAt.AddDays(-age) }, made.Graph, Stop);

        await bench.Analysis(new AnalysisPolicy { KeptGraphs = 2 }).AnalyzeAsync(Request, null, Stop);
        Assert.Equal([made.Info.Id, "older1"], (await bench.Memory.ListAsync(null, Stop)).OrderByDescending(g => g.CreatedAt).Select(g => g.Id));

        await bench.Analysis(new AnalysisPolicy { KeptGraphs = 1 }).AnalyzeAsync(Request, null, Stop);
        Assert.Equal([made.Info.Id], (await bench.Memory.ListAsync(null, Stop)).Select(g => g.Id));
    }

    [Fact]
    public async Task One_that_fails_does_not_fail_the_one_behind_it()
    {
        var bench = new Bench(new ToyAnalyzer());
        var service = bench.Analysis();
        var failing = service.AnalyzeAsync(Request with { Paths = ["missing"] }, null, Stop);
        var working = service.AnalyzeAsync(Request, null, Stop);
        Assert.Equal("path.not_found", (await Assert.ThrowsAsync<AnalysisException>(() => failing)).Code);
        Assert.Equal(4, (await working).Graph.NodeCount);
    }

    [Fact]
    public async Task Only_what_is_inside_the_roots_is_analysed_links_included()
    {
        using var outside = new TempTree().Write("c.toy", "def h\n");
        Directory.CreateSymbolicLink(_tree.Full("way-out"), outside.Root);
        _tree.Write("sub/d.toy", "def i\n");
        var service = new Bench(new ToyAnalyzer()).Analysis(new AnalysisPolicy { Roots = [_tree.Root] });
        foreach (string path in (string[])[outside.Root, _tree.Full("way-out"), _tree.Root + "-sibling", _tree.Full("../"), "/", _tree.Full("sub/../../")])
        {
            var refused = await Assert.ThrowsAsync<AnalysisException>(() => service.AnalyzeAsync(Request with { Path = path }, null, Stop));
            Assert.Equal(("path.outside_roots", FailureKind.Forbidden), (refused.Code, refused.Kind));
        }
        foreach (string path in (string[])["", "a\0b"])
            Assert.Equal("path.invalid", (await Assert.ThrowsAsync<AnalysisException>(() => service.AnalyzeAsync(Request with { Path = path }, null, Stop))).Code);
        Assert.Equal(2, (await service.AnalyzeAsync(Request with { Path = _tree.Full("sub") }, null, Stop)).Graph.NodeCount);
        Assert.Equal(6, (await service.AnalyzeAsync(Request, null, Stop)).Graph.NodeCount);
    }

    [Fact]
    public async Task Limits_of_the_host_hold()
    {
        Task<AnalysisException> Refused(AnalysisPolicy policy, ToyAnalyzer? analyzer = null) =>
            Assert.ThrowsAsync<AnalysisException>(() => new Bench(analyzer ?? new ToyAnalyzer()).Analysis(policy).AnalyzeAsync(Request, null, Stop));
        Assert.Equal("analysis.too_many_files", (await Refused(new AnalysisPolicy { MaxFiles = 1 })).Code);
        Assert.Equal("analysis.too_large", (await Refused(new AnalysisPolicy { MaxBytes = 10 })).Code);
        var slow = new ToyAnalyzer { OnExtract = _ => Thread.Sleep(150) };
        Assert.Equal("analysis.too_long", (await Refused(new AnalysisPolicy { MaxDuration = TimeSpan.FromMilliseconds(1) }, slow)).Code);
    }

    private AnalysisRequest Request => new() { Path = _tree.Root };

    private (Bench Bench, ToyAnalyzer Analyzer) Gated()
    {
        var analyzer = new ToyAnalyzer
        {
            OnExtract = _ =>
            {
                _started.TrySetResult();
                _gate.Wait(Stop);
            },
        };
        return (new Bench(analyzer), analyzer);
    }
}
