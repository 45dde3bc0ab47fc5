using System.Text;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Analyzers.Python.Trial;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Programs that are run: whatever they do, the run ends, and ends the same each time.</summary>
public sealed class TrialTests : IDisposable
{
    private readonly PythonAnalyzer _analyzer = new();

    [Theory]
    [InlineData("while True: pass")]
    [InlineData("def f(n): return f(n + 1)\nf(0)")]
    [InlineData("l = []\nl.append(l)\nprint(l)\nl == l\n{tuple(l)}")]
    [InlineData("t = ()\nfor i in range(100000): t = (t,)\nprint(t)")]
    [InlineData("from functools import partial\ndef f(): pass\np = f\nfor i in range(20000): p = partial(p)\np()")]
    [InlineData("it = [1]\nfor i in range(5000): it = map(str, it)\nlist(it)")]
    [InlineData("x = 'a'\nfor i in range(100): x = x + x")]
    [InlineData("x = 'aaaa'\nfor i in range(60): x = x.replace('a', x)")]
    [InlineData("l = [1]\nfor i in range(100): l += l")]
    [InlineData("list(range(10 ** 9))")]
    [InlineData("import itertools\nlist(itertools.count())")]
    [InlineData("import itertools\nlist(itertools.product(*[[1] * 50] * 9))")]
    [InlineData("x = 2 ** 100000")]
    [InlineData("class A:\n    def __getattr__(self, n): return self.q\nA().x")]
    [InlineData("class A:\n    def __iter__(self): return A()\nlist(A())")]
    [InlineData("class D: pass\nD.__get__ = D()\nclass A:\n    x = D()\nA().x")]
    [InlineData("class A:\n    def __repr__(self): return repr([self])\nprint(A())")]
    [InlineData("def g(n):\n    yield from g(n + 1)\nlist(g(0))")]
    [InlineData("A = object\nfor i in range(3000): A = type('A', (A,), {})")]
    [InlineData("l = list(range(999, 0, -1))\nfor i in range(9000): sorted(l)")]
    [InlineData("import os\na = [0] * 999\nb = [a] * 999\nc = [b] * 999\nos.x(c)")]
    [InlineData("a = [0] * 999\nb = [a] * 999\nc = [b] * 999\nd = [0] * 999\ne = [d] * 999\nf = [e] * 999\nprint(c == f)")]
    [InlineData("import copy\na = [0] * 999\nb = [a] * 999\nc = [b] * 999\ncopy.deepcopy(c)")]
    [InlineData("a = (0,) * 999\nb = (a,) * 999\nc = (b,) * 999\n{c}")]
    [InlineData("import itertools\nl = [0] * 999\nlist(itertools.product(l, l, l, l, []))")]
    [InlineData("s = set(range(999))\nfor i in range(90000): s | s")]
    [InlineData("d = {'a%d' % i: i for i in range(900)}\ndef f(**k): pass\nfor i in range(90000): f(**d)")]
    [InlineData("x = '+'.join(['1'] * 900)\nfor i in range(90000): eval('0 and (' + x + ')')")]
    [InlineData("l = tuple(type('A%d' % i, (), {}) for i in range(900))\nfor i in range(50): type('B', l, {})")]
    [InlineData("t = (int,)\nfor i in range(20000): t = (t, int)\nisinstance('a', t)")]
    [InlineData("import types\ndef f(*a): pass\nm = f\nfor i in range(15000): m = types.MethodType(m, 1)\nm()")]
    [InlineData("import asyncio\nasync def f():\n    while True: await asyncio.sleep(1)\nasyncio.run(f())")]
    [InlineData("import asyncio\nasync def f(): await t\nasync def g():\n    global t\n    t = asyncio.create_task(f())\n    await t\nasyncio.run(g())")]
    [InlineData("from collections import Counter\nc = Counter()\nfor i in range(300): c[i] = 999\nfor i in range(3000): c.elements()")]
    [InlineData("d = dict.fromkeys(range(900))\nfor i in range(5000): d.items()")]
    [InlineData("class A: pass\nfor i in range(900): setattr(A, 'a%d' % i, i)\nfor i in range(5000): dir(A)")]
    [InlineData("t = (int,) * 900\nfor i in range(5000): isinstance('a', t)")]
    [InlineData("import os\nwhile os.x():\n    while os.y():\n        for z in os.q(): os.r(z)\n    for z in os.q():\n        for y in z: os.r(y)")]
    public void A_program_without_end_is_given_up(string text)
    {
        Assert.NotNull(Run(text).Obstacle);
        // What is known without a run is still there.
        Assert.Contains("a", Names(Graph(text + "\ndef a(): pass\n")));
    }

    [Fact]
    public void A_mistake_that_the_program_does_not_make_on_purpose_ends_the_run() =>
        Assert.Contains("TypeError", Run("def f(): pass\nf(1)\n").Obstacle, StringComparison.Ordinal);

    [Fact]
    public void What_is_unknown_to_the_run_leaves_the_graph_as_it_was()
    {
        const string Text = "import atexit\ndef a(): pass\ndef b(): pass\nf = a\ndef swap():\n    global f\n    f = b\nswap()\nf()\n";

        Assert.Equal(Confidence.Heuristic, Call(Graph(Text), "main.py", "a"));
        Assert.Equal(Confidence.Inferred, Call(Graph(Text + "atexit.register(a)\n"), "main.py", "b"));
        Assert.NotEqual(Confidence.Heuristic, Call(Graph(Text + "atexit.register(a)\n"), "main.py", "a"));
    }

    [Fact]
    public void Only_small_programs_are_run()
    {
        var text = new StringBuilder("def a(): pass\na()\n");
        Assert.Null(Run(text.ToString()).Obstacle);

        for (int i = 0; i < 700; i++) text.Append("a()\n");

        Assert.NotNull(Run(text.ToString()).Obstacle);
    }

    [Fact]
    public void A_file_that_is_not_small_makes_the_program_none()
    {
        string large = $"'''{new string('x', TrialRun.MaxFileBytes)}'''\n";

        Assert.NotNull(Run(large).Obstacle);
    }

    [Fact]
    public void A_broken_program_is_not_run() => Assert.NotNull(Run("def a(:\n    pass\n").Obstacle);

    [Fact]
    public void An_edge_that_only_the_run_told_of_is_explained_by_it()
    {
        const string Text = "class A:\n    def __getattr__(self, name): return getattr(self.inner(), name[1:])\n    def inner(self): return B()\nclass B:\n    def go(self): pass\nA().ago()\n";

        var evidence = Explain(Text, "main.py::file", "main.py::function::B.go").Evidence;

        Assert.Equal((6, Confidence.Inferred), (evidence.Single().Line, evidence.Single().Confidence));
        Assert.Contains("run", evidence.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edge_that_did_not_happen_says_so()
    {
        const string Text = "def a(): pass\ndef b(): pass\ndef run(flag=False):\n    if flag:\n        a()\n    b()\nrun()\n";

        var evidence = Explain(Text, "main.py::function::run", "main.py::function::a").Evidence;

        Assert.Equal(Confidence.Heuristic, evidence.Single().Confidence);
        Assert.Contains("does not happen", evidence.Single().Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _analyzer.Dispose();

    private FileFacts Facts(string text) => _analyzer.Extract(new SourceFile("main.py", Encoding.UTF8.GetBytes(text)), default);

    private TrialOutcome Run(string text) => TrialRun.Of(new Resolve.Program([Facts(text)]), default);

    private EdgeExplanation Explain(string text, string source, string target) => _analyzer.Explain([Facts(text)], source, target, default);

    private CodeGraph Graph(string text)
    {
        var builder = new GraphBuilder();
        _analyzer.Resolve([Facts(text)], builder, default);
        return builder.Build(new RepositoryInfo("/program", "program", null));
    }

    private static IEnumerable<string> Names(CodeGraph graph) => Enumerable.Range(0, graph.NodeCount).Select(n => graph.Node(n).Name);

    private static Confidence Call(CodeGraph graph, string source, string target) =>
        Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).Single(e => e.Type == EdgeTypes.Calls && graph.Node(e.Source).Name == source && graph.Node(e.Target).Name == target).Confidence;
}
