using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>What an edit changes is told from the files around the edited ones.</summary>
public sealed class PreviewTests : IDisposable
{
    private static readonly RepositoryInfo Repository = new("/r", "r", null);
    private readonly PythonAnalyzer _analyzer = new();

    [Fact]
    public void Names_that_come_through_packages_are_followed_before_and_after()
    {
        var (was, now) = Preview("app/main.py",
            "from lib import start\n\ndef run():\n    start()\n",
            "from lib import stop\n\ndef run():\n    stop()\n\ndef late():\n    run()\n",
            [
                ("app/__init__.py", ""), ("lib/__init__.py", "from .work import go as start\nfrom .deep import stop\n"), ("lib/work.py", "def go(): ...\n"),
                ("lib/deep/__init__.py", "from .end import stop\n"), ("lib/deep/end.py", "def stop(): ...\n"), .. Unrelated(9),
            ])!.Value;
        Assert.Equal(["run CALLS go"], Calls(was, "app/main.py"));
        Assert.Equal(["late CALLS run", "run CALLS stop"], Calls(now, "app/main.py"));
        string[] files = [.. now.Files.ToArray().Select(file => now.Node(file).QualifiedName)];
        Assert.Equal(["app/__init__.py", "app/main.py", "lib/__init__.py", "lib/deep/__init__.py", "lib/deep/end.py", "lib/work.py"], files);
        Assert.Equal(files, was.Files.ToArray().Select(file => was.Node(file).QualifiedName));
    }

    [Fact]
    public void A_file_that_is_new_is_in_what_is_after_alone()
    {
        var (was, now) = Preview("new.py", null, "from kept import f\n\ndef g():\n    f()\n", [("kept.py", "def f(): ...\n"), .. Unrelated(4)])!.Value;
        Assert.Equal(-1, was.FindFile("new.py"));
        Assert.Equal(["g CALLS f"], Calls(now, "new.py"));
    }

    [Fact]
    public void Bases_of_bases_tell_what_self_has()
    {
        var (was, now) = Preview("c.py", "from b import B\nclass C(B): ...\n", "from b import B\nclass C(B):\n    def m(self):\n        self.save()\n",
            [("a.py", "class A:\n    def save(self): ...\n"), ("b.py", "from a import A\nclass B(A): ...\n"), .. Unrelated(6)])!.Value;
        Assert.Empty(Calls(was, "c.py"));
        Assert.Equal(["C.m CALLS A.save"], Calls(now, "c.py"));
    }

    [Fact]
    public void What_those_who_import_it_pass_in_is_known()
    {
        var (was, now) = Preview("lib/draw.py", "def draw(shape): ...\n", "def draw(shape):\n    shape.paint()\n",
            [
                ("lib/__init__.py", ""), ("user.py", "from lib.draw import draw\nfrom shapes import Square\ndraw(Square())\n"), ("shapes.py", "class Square:\n    def paint(self): ...\n"),
                ("withdraw.py", "import withdraw\n"), .. Unrelated(9),
            ])!.Value;
        Assert.Empty(Calls(was, "lib/draw.py"));
        Assert.Equal(["draw CALLS Square.paint"], Calls(now, "lib/draw.py"));
        Assert.Equal(["lib/__init__.py", "lib/draw.py", "shapes.py", "user.py"], now.Files.ToArray().Select(file => now.Node(file).QualifiedName));
    }

    [Fact]
    public void Where_everything_is_around_there_is_none() =>
        Assert.Null(Preview("a.py", "import b\n", "import b\nb.f()\n", [("b.py", "def f(): ...\n"), ("z.py", "")]));

    public void Dispose() => _analyzer.Dispose();

    private static IEnumerable<(string, string)> Unrelated(int count) => Enumerable.Range(0, count).Select(i => ($"x{i}.py", $"def x{i}(): ...\n"));

    private (CodeGraph Was, CodeGraph Now)? Preview(string path, string? before, string after, (string Path, string Text)[] others)
    {
        var files = others.Append((Path: path, Text: after)).OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        int place = Array.FindIndex(files, file => file.Path == path);
        var facts = files.Select(file => Extract(file.Path, file.Text)).ToArray();
        FileFacts?[] earlier = [.. facts];
        earlier[place] = before is null ? null : Extract(path, before);
        var (was, now) = (new GraphBuilder(), new GraphBuilder());
        return _analyzer.Preview(earlier, facts, [place], was, now, TestContext.Current.CancellationToken) ? (was.Build(Repository), now.Build(Repository)) : null;
    }

    private FileFacts Extract(string path, string text) => _analyzer.Extract(new SourceFile(path, Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

    private static string[] Calls(CodeGraph graph, string path)
    {
        var (start, end) = graph.NodesOfFile(graph.FindFile(path));
        return [.. Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).Where(e => e.Type == EdgeTypes.Calls && e.Source >= start && e.Source < end)
            .Select(e => $"{graph.Node(e.Source).QualifiedName} CALLS {graph.Node(e.Target).QualifiedName}").Order(StringComparer.Ordinal)];
    }
}
