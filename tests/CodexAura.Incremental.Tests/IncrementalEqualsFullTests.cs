using System.Diagnostics;

namespace CodexAura.Incremental.Tests;

/// <summary>A graph brought up to date equals one from nothing, byte for byte: with the real analyzer and the real store.</summary>
public sealed class IncrementalEqualsFullTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20_26)]
    public async Task After_each_of_many_random_edits(int seed)
    {
        using var bench = new Workbench();
        var repository = new RandomRepository(new Random(seed), bench);
        repository.Start();
        int reused = 0, unchanged = 0, edges = 0;
        for (int step = 0; step < 100; step++)
        {
            string done = step == 0 ? "starting" : repository.Step();
            var result = await bench.AnalyzeAsync();
            (reused, edges) = (reused + result.FilesReused, edges + result.Graph.EdgeCount);
            if (result.IsUnchanged) unchanged++;
            await bench.AssertEqualsFullAsync($"step {step}, {done}");
        }
        // What was compared were graphs worth the name, and made the short way.
        Assert.True(reused > 700 && unchanged > 10 && edges > 1400, $"{reused} files reused, {unchanged} times unchanged, {edges} edges");
    }

    [Fact]
    public async Task After_an_edit_that_changes_no_fact_nothing_is_resolved()
    {
        using var bench = new Workbench();
        bench.Write("a.py", "def f():\n    return 1  # one\n");
        bench.Write("b.py", "from a import f\nf()\n");
        await bench.AnalyzeAsync();
        bench.Write("a.py", "def f():\n    return 1  # another\n");
        var result = await bench.AnalyzeAsync();
        Assert.Equal((true, 1), (result.IsUnchanged, result.FilesReused));
        await bench.AssertEqualsFullAsync("the edit of a comment");
        Assert.True((await bench.AnalyzeAsync()).IsUnchanged);
    }

    [Fact]
    public async Task When_options_change_between_analyses()
    {
        using var bench = new Workbench();
        new RandomRepository(new Random(7), bench).Start();
        foreach (var request in new[]
        {
            bench.Request, bench.Request with { Exclude = ["core/"] }, bench.Request with { Paths = ["shop"] },
            bench.Request with { EdgeTypes = ["CALLS"] }, bench.Request with { MaxFileSize = 200 }, bench.Request,
        })
        {
            var result = await bench.AnalyzeAsync(request);
            Assert.False(result.IsUnchanged);
            await bench.AssertEqualsFullAsync("a change of options", request);
            await bench.AnalyzeAsync(request);
            await bench.AssertEqualsFullAsync("the same options again", request);
        }
    }

    [Fact]
    public async Task When_the_commit_changes_and_changes_back()
    {
        using var bench = new Workbench();
        bench.Write("a.py", "def f(): pass\n", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Git(bench, "init", "-q");
        Git(bench, "add", ".");
        Git(bench, "commit", "-qm", "one");
        var first = await bench.AnalyzeAsync();
        Git(bench, "commit", "-q", "--allow-empty", "-m", "two");
        var second = await bench.AnalyzeAsync();
        Assert.NotEqual(first.Info.Id, second.Info.Id);
        Assert.Equal((1, false), (second.FilesReused, second.IsUnchanged));
        Assert.DoesNotContain(second.Timings, timing => timing.Phase == AnalysisPhase.Resolve);
        await bench.AssertEqualsFullAsync("a commit of nothing");
        Git(bench, "checkout", "-q", "HEAD~1");
        var back = await bench.AnalyzeAsync();
        Assert.Equal((first.Info.Id, true), (back.Info.Id, back.IsUnchanged));
        await bench.AssertEqualsFullAsync("switching back");
    }

    private static void Git(Workbench bench, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", bench.Root, "-c", "user.name=t", "-c", "user.email=t@example.org", .. arguments]);
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
