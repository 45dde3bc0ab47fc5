using System.Text;
using CodexAura.Analyzers.Python.Explain;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Why an edge is there, and where the trail was lost if it is not.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly PythonAnalyzer _analyzer = new();

    [Fact]
    public void A_call_through_an_import_names_the_definition_and_every_hand_over()
    {
        var explanation = Explain("app.py::function::run", "pkg/work.py::function::go",
            ("pkg/__init__.py", "from .work import go as start\n"),
            ("pkg/work.py", "\ndef go(): ...\n"),
            ("app.py", "import pkg\n\ndef run():\n    pkg.start()\n"));

        var evidence = Assert.Single(explanation.Evidence);
        Assert.Equal(("CALLS", 4, Confidence.Exact), (evidence.EdgeType, evidence.Line, evidence.Confidence));
        Assert.Equal(
            ["pkg/work.py:2 go is defined", "pkg/__init__.py:1 imported as `go` from pkg/work.py", "app.py:4 its `.start` is go, called here"],
            Lines(evidence.Steps));
    }

    [Fact]
    public void A_receiver_is_followed_through_attributes_and_arguments()
    {
        var explanation = Explain("m.py::function::Service.run", "m.py::function::Store.save",
            ("m.py", """
            class Store:
                def save(self): ...

            class Service:
                def __init__(self, store):
                    self.store = store

                def run(self):
                    self.store.save()

            Service(Store()).run()
            """));

        Assert.Equal(
            ["m.py:1 Store is defined", "m.py:11 an instance of Store is made", "m.py:11 passed to `store` of Service.__init__",
                "m.py:6 stored in `.store` of Service", "m.py:9 read from `.store`", "m.py:9 its `.save` is Store.save, called here"],
            Lines(Assert.Single(explanation.Evidence).Steps));
    }

    [Fact]
    public void A_container_is_named_by_where_it_is_made()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::work",
            ("m.py", """
            def work(): ...

            def run():
                jobs = []
                fill(jobs)
                for job in jobs:
                    job()
                for job in list(jobs):
                    job()

            def fill(into):
                into.append(work)
            """));

        string[] steps = [.. explanation.Evidence.SelectMany(e => Lines(e.Steps))];
        Assert.Contains("m.py:6 taken out of a list made in run", steps);
        Assert.Contains("m.py:8 taken out of the list made in m.py:8", steps);
    }

    [Fact]
    public void The_standard_library_is_one_step()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::work",
            ("m.py", "import functools\n\ndef work(a): ...\n\ndef run():\n    later = functools.partial(work, 1)\n    later()\n"));

        var steps = Lines(Assert.Single(explanation.Evidence).Steps);
        Assert.Contains("m.py:6 through functools.partial.__init__", steps);
        Assert.Equal("m.py:7 work is called here", steps[^1]);
    }

    [Fact]
    public void A_wrapper_is_explained_with_the_decorator_that_put_it_there()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::timed.inner",
            ("m.py", """
            def timed(f):
                def inner(*args):
                    return f(*args)
                return inner

            class Job:
                @timed
                def go(self): ...

            def run(job: Job):
                job.go()
            """));

        var steps = Lines(Assert.Single(explanation.Evidence).Steps);
        Assert.Contains("m.py:10 `job` of run is declared as that", steps);
        Assert.Contains("m.py:2 timed.inner is defined", steps);
        Assert.Equal("m.py:11 its `.go` is timed.inner, called here", steps[^1]);
    }

    [Fact]
    public void What_is_concluded_at_the_end_is_not_put_down_to_what_happened_to_be_last()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::kept",
            ("m.py", """
            class Marks: ...

            marks = Marks()

            @marks.slow
            def kept(): ...

            def run():
                kept()
            """),
            ("z.py", """
            class Last:
                def ask(self): ...

            def use(it):
                if isinstance(it, Last):
                    it.ask()

            use(Last())
            """));

        Assert.Equal(["m.py:6 kept is defined", "m.py:9 kept is called here"], Lines(Assert.Single(explanation.Evidence).Steps));
    }

    [Fact]
    public void What_is_told_by_a_name_that_only_one_class_has_says_so()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::Job.perform_it",
            ("m.py", "import outside\n\nclass Job:\n    def perform_it(self): ...\n\ndef known(job: Job):\n    job.perform_it()\n\ndef run(job):\n    job.perform_it()\n\noutside.start(run)\n"));

        var evidence = Assert.Single(explanation.Evidence);
        Assert.Equal(Confidence.Inferred, evidence.Confidence);
        Assert.Contains("m.py:4 nothing is known of the object but what it is asked for; only Job.perform_it has that name, so it is taken for an instance of Job or a subclass", Lines(evidence.Steps));
    }

    [Fact]
    public void A_guess_by_name_says_that_it_is_one_and_what_is_unknown()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::Job.perform_it", ("m.py", "class Job:\n    def perform_it(self): ...\n\ndef run(job):\n    job.perform_it()\n"));

        var evidence = Assert.Single(explanation.Evidence);
        Assert.Equal(Confidence.Heuristic, evidence.Confidence);
        Assert.Contains("no call of run is known, and `job` of run has no annotation", evidence.Reason, StringComparison.Ordinal);
        Assert.Equal(["m.py:4 it is the parameter `job` of run"], Lines(evidence.Steps));
    }

    [Fact]
    public void A_value_that_the_annotation_speaks_against_says_so_and_how_it_came()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::B.go",
            ("m.py", """
            class A:
                def go(self): ...

            class B:
                def go(self): ...

            def run(it: A):
                it.go()

            def main(flag):
                run(B())
            """));

        var evidence = Assert.Single(explanation.Evidence);
        Assert.Equal((Confidence.Heuristic, "the annotation of the parameter says otherwise"), (evidence.Confidence, evidence.Reason));
        Assert.Equal(
            ["m.py:4 B is defined", "m.py:11 an instance of B is made", "m.py:11 passed to `it` of run", "m.py:8 its `.go` is B.go, called here"], Lines(evidence.Steps));
    }

    [Fact]
    public void A_value_that_a_parameter_takes_a_part_of_is_followed_to_where_it_comes_from()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::Left.go",
            ("m.py", """
            class Base:
                def go(self): ...

            class Left(Base):
                def go(self): ...

            def get() -> Base: ...

            def run(it: Left):
                it.go()

            def main(flag):
                run(get())
            """));

        Assert.Equal(
            ["m.py:1 Base is defined", "m.py:13 declared as the result of get", "m.py:13 passed to `it` of run", "m.py:10 its `.go` is Left.go, called here"],
            Lines(Assert.Single(explanation.Evidence).Steps));
    }

    [Fact]
    public void Inheritance_and_imports_are_explained_too()
    {
        (string, string)[] files = [("pkg/__init__.py", "from .base import Base\n"), ("pkg/base.py", "class Base: ...\n"), ("app.py", "from pkg import Base as B\n\nclass Mine(B): ...\n")];

        var extends = Assert.Single(Explain("app.py::class::Mine", "pkg/base.py::class::Base", files).Evidence);
        Assert.Equal(("EXTENDS", 3), (extends.EdgeType, extends.Line));
        Assert.Equal(["pkg/base.py:1 Base is defined", "pkg/__init__.py:1 imported as `Base` from pkg/base.py", "app.py:1 imported as `Base` from pkg/__init__.py", "app.py:3 base of class Mine"], Lines(extends.Steps));

        var imports = Assert.Single(Explain("app.py::file", "pkg/base.py::file", files).Evidence);
        Assert.Equal(["app.py:1 `Base` is imported from pkg/__init__.py", "pkg/__init__.py:0 passes `Base` on"], Lines(imports.Steps));
    }

    [Theory]
    [InlineData("def run(job):\n    job.go()\n", 2, "no call of run is known, and `job` of run has no annotation")]
    [InlineData("import requests\n\ndef run():\n    r = requests.get('x')\n    r.go()\n", 5, "something from outside the analysed files")]
    [InlineData("def make(x):\n    return x.what\n\ndef run():\n    make(3).go()\n", 5, "of its `.what` nothing is known")]
    [InlineData("class Other:\n    def stop(self): ...\n\ndef run():\n    Other().go()\n", 5, "an instance of Other")]
    [InlineData("class Other:\n    def go(self): ...\n\ndef run():\n    Other().go()\n", 5, "the call leads to Other.go")]
    [InlineData("def run():\n    for x in unknown_name:\n        x.go()\n", 3, "a name that the analysed files don't bind")]
    public void A_missing_edge_says_where_the_trail_was_lost(string source, int line, string reason)
    {
        // A second method of that name, so that none of them is guessed.
        var explanation = Explain("m.py::function::run", "job.py::function::Job.go", ("job.py", "class Job:\n    def go(self): ...\n\nclass Second:\n    def go(self): ...\n"), ("m.py", source));

        Assert.Empty(explanation.Evidence);
        var lost = Assert.Single(explanation.Lost);
        Assert.Equal(line, lost.Line);
        Assert.Contains(reason, lost.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_told()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::two",
            ("m.py", "def one(a): ...\n\ndef two(a, b): ...\n\ndef run(flag):\n    f = one if flag else two\n    f(1)\n"));

        Assert.Empty(explanation.Evidence);
        Assert.Contains("two may be what is called, but the arguments don't fit", Assert.Single(explanation.Lost).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_looks_like_an_edge_nothing_is_told()
    {
        var explanation = Explain("m.py::function::run", "m.py::function::other", ("m.py", "def other(): ...\n\ndef run():\n    print(1)\n"));

        Assert.Empty(explanation.Evidence);
        Assert.Empty(explanation.Lost);
    }

    [Fact]
    public void Every_edge_of_the_sample_is_explained_with_its_own_confidence()
    {
        string root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "samples", "shop"));
        FileFacts[] facts = [.. Directory.EnumerateFiles(root, "*.py", SearchOption.AllDirectories)
            .Select(f => new SourceFile(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes(f)))
            .OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => _analyzer.Extract(f, TestContext.Current.CancellationToken))];
        var builder = new GraphBuilder();
        var trail = new Provenance();
        var explainer = new EdgeExplainer(new ProgramLinker(facts, builder, 0, TestContext.Current.CancellationToken).Run(trail), trail);
        var graph = builder.Build(new RepositoryInfo("/shop", "shop", null));

        Assert.True(graph.EdgeCount > 400);
        for (int e = 0; e < graph.EdgeCount; e++)
        {
            var edge = graph.Edge(e);
            string type = edge.Type, source = graph.Node(edge.Source).Id, target = graph.Node(edge.Target).Id;
            var evidence = explainer.Explain(source, target).Evidence.Where(x => x.EdgeType == type).ToArray();
            Assert.True(evidence.Length > 0, $"{source} {type} {target} is not explained");
            Assert.Equal(edge.Confidence, evidence.Max(x => x.Confidence));
            Assert.All(evidence, x => Assert.True(x.Steps.Count > 0 && x.Steps.All(s => s.Text.Length > 0), $"{source} {type} {target} has an empty trail"));
        }
    }

    private EdgeExplanation Explain(string source, string target, params (string Path, string Text)[] files) => _analyzer.Explain(
        [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => _analyzer.Extract(new SourceFile(f.Path, Encoding.UTF8.GetBytes(f.Text)), TestContext.Current.CancellationToken))],
        source, target, TestContext.Current.CancellationToken);

    private static string[] Lines(IEnumerable<TrailStep> steps) => [.. steps.Select(s => $"{s.Path}:{s.Line} {s.Text}")];

    public void Dispose() => _analyzer.Dispose();
}
