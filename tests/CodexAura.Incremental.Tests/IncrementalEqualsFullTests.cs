using System.Diagnostics;

namespace CodexAura.Incremental.Tests;

/// <summary>A graph brought up to date equals one from nothing, byte for byte: with the real analyzer and the real store.</summary>
public sealed class IncrementalEqualsFullTests
{
    /// <param name="seed">Starts the edits.</param>
    /// <param name="isLater">Trusts the times of files and folders at once; else most are too new to be trusted.</param>
    [Theory]
    [InlineData(1, false)]
    [InlineData(20_26, true)]
    public async Task After_each_of_many_random_edits(int seed, bool isLater)
    {
        using var bench = new Workbench(isLater);
        var repository = new RandomRepository(new Random(seed), bench);
        repository.Start();
        int reused = 0, unchanged = 0, moved = 0, edges = 0;
        for (int step = 0; step < 150; step++)
        {
            if (isLater) Workbench.Tick();
            string done = step == 0 ? "starting" : repository.Step();
            // Whether a preview was stored before makes no difference.
            var result = await bench.AnalyzeAsync(bench.Request with { Preview = step % 2 > 0 });
            (reused, edges) = (reused + result.FilesReused, edges + result.Graph.EdgeCount);
            if (result.IsUnchanged) unchanged++;
            else if (!result.Timings.Any(timing => timing.Phase == AnalysisPhase.Resolve)) moved++;
            await bench.AssertEqualsFullAsync($"step {step}, {done}");
        }
        // What was compared were graphs worth the name, and made the short way.
        Assert.True(reused > 1000 && unchanged > 10 && moved > 5 && edges > 1500 && bench.Previews > 5,
            $"{reused} files reused, {unchanged} times unchanged, {moved} times only moved, {bench.Previews} previews, {edges} edges");
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

    [Theory]
    [InlineData("# why\nfrom b import g\nclass C(g):\n    def f(self):\n        self.f()\n", true)]
    [InlineData("from b import g\n\n\nclass C(g):\n    \"\"\"Known.\"\"\"\n\n    def f(self):\n        # again\n        self.f()\n\n", true)]
    [InlineData("from b import g\nclass C(g):\n    def f(self): self.f()\n", true)]
    [InlineData("from b import g\nclass C(g):\n    def f(self):\n        self.f(1)\n", false)]
    [InlineData("from b import h\nclass C(h):\n    def f(self):\n        self.f()\n", false)]
    [InlineData("class C:\n    def f(self):\n        self.f()\n", false)]
    [InlineData("from b import g\nclass C(g):\n    def f(self):\n        self.f(\n", false)]
    public async Task After_an_edit_that_only_moves_lines_nothing_is_resolved(string text, bool isMove)
    {
        using var bench = new Workbench();
        bench.Write("a.py", "from b import g\nclass C(g):\n    def f(self):\n        self.f()\n");
        bench.Write("b.py", "from a import C\nclass g: pass\nclass h: pass\nC().f()\n");
        await bench.AnalyzeAsync();
        bench.Write("a.py", text);
        var result = await bench.AnalyzeAsync();
        Assert.Equal((false, !isMove), (result.IsUnchanged, result.Timings.Any(timing => timing.Phase == AnalysisPhase.Resolve)));
        await bench.AssertEqualsFullAsync("the edit");
        Assert.True((await bench.AnalyzeAsync()).IsUnchanged);
    }

    [Fact]
    public async Task Where_one_line_became_two_edges_can_not_be_moved()
    {
        using var bench = new Workbench();
        bench.Write("a.py", "def f(): pass\ndef g(): pass\nf(); g(); f()\n" + Padding);
        await bench.AnalyzeAsync();
        bench.Write("a.py", "def f(): pass\ndef g(): pass\nf(); g()\nf()\n" + Padding);
        Assert.Contains((await bench.AnalyzeAsync()).Timings, timing => timing.Phase == AnalysisPhase.Resolve);
        await bench.AssertEqualsFullAsync("the break");
        bench.Write("a.py", "def f(): pass\ndef g(): pass\nf(); g(); f()\n" + Padding);
        Assert.DoesNotContain((await bench.AnalyzeAsync()).Timings, timing => timing.Phase == AnalysisPhase.Resolve);
        await bench.AssertEqualsFullAsync("the join");
    }

    /// <summary>Makes a file too large to be run.</summary>
    private static readonly string Padding = "#" + new string('-', 5000) + "\n";

    [Fact]
    public async Task A_small_program_whose_lines_became_one_is_run_again()
    {
        using var bench = new Workbench();
        const string Start = "def f(): pass\ndef g(): pass\n";
        bench.Write("a.py", Start + "h = [\n    lambda: f(),\n    lambda: g(),\n]\nh.pop(0)()\n");
        await bench.AnalyzeAsync();
        bench.Write("a.py", Start + "h = [lambda: f(), lambda: g()]\nh.pop(0)()\n");
        await bench.AnalyzeAsync();
        await bench.AssertEqualsFullAsync("the join");
    }

    [Fact]
    public async Task Facts_that_no_stored_graph_was_made_of_are_not_moved()
    {
        using var bench = new Workbench();
        bench.Write("a.py", "def f(): pass\nf()\n");
        var first = await bench.AnalyzeAsync();
        bench.Write("a.py", "def f(): pass\ndef g(): f()\n");
        await bench.AnalyzeAsync();
        await bench.Store.DeleteAsync(first.Info.Id, TestContext.Current.CancellationToken);
        bench.Write("a.py", "\ndef f(): pass\ndef g(): f()\n");
        Assert.Contains((await bench.AnalyzeAsync()).Timings, timing => timing.Phase == AnalysisPhase.Resolve);
        await bench.AssertEqualsFullAsync("a graph that was deleted");
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
