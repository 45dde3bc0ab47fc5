using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Entangled programs: the solver's work is bounded, what that costs is said, and what was found stays.</summary>
public sealed class WorkBoundTests
{
    [Fact]
    public void A_cut_is_said_and_counted_and_the_rest_of_the_graph_stays()
    {
        var whole = Analyse(Entangled(40, 40), 0);
        var cut = Analyse(Entangled(40, 40), 1);

        Assert.DoesNotContain(whole.Diagnostics, d => d.Code == "CA2003");
        var diagnostic = Assert.Single(cut.Diagnostics, d => d.Code == "CA2003");
        Assert.Contains("work limit", diagnostic.Message, StringComparison.Ordinal);
        Assert.True(Count(cut, "work limit") > 0);
        Assert.Equal(whole.NodeCount, cut.NodeCount);
        Assert.Equal(Edges(whole, EdgeTypes.Imports), Edges(cut, EdgeTypes.Imports));
        Assert.True(Edges(cut, EdgeTypes.Calls).Count < Edges(whole, EdgeTypes.Calls).Count);
    }

    [Fact]
    public void A_cut_falls_at_the_same_place_each_time() =>
        Assert.Equal(Edges(Analyse(Entangled(40, 40), 2_000), EdgeTypes.Calls), Edges(Analyse(Entangled(40, 40), 2_000), EdgeTypes.Calls));

    [Fact]
    public void Fewer_values_are_followed_before_the_work_ends()
    {
        // Between what is not even enough to look at all and what is enough for every value of every variable.
        for (long allowance = 500; ; allowance += allowance / 4)
        {
            var cut = Analyse(Entangled(40, 40), allowance);
            var diagnostic = Assert.Single(cut.Diagnostics, d => d.Code == "CA2003");
            if (!diagnostic.Message.Contains("too many possible values", StringComparison.Ordinal)) continue;
            Assert.True(Count(cut, "too many possible values") > 0);
            Assert.Equal(0, Count(cut, "work limit"));
            return;
        }
    }

    [Fact]
    public void A_variable_with_more_values_than_are_followed_is_counted()
    {
        var graph = Analyse(Entangled(60, 3), 0);

        Assert.Equal(3, Count(graph, "too many possible values"));
    }

    [Fact]
    public void What_a_method_is_called_on_stays_an_instance_of_its_class_however_many_come()
    {
        var text = new StringBuilder("class Mixin:\n    def run(self): self.step()\n    def step(self): pass\n");
        // Each has another outermost base, so that they are no family.
        for (int i = 0; i < 60; i++) text.Append($"class A{i}: pass\nclass C{i}(Mixin, A{i}):\n    def step(self): pass\n");
        for (int i = 0; i < 60; i++) text.Append($"C{i}().run()\n");

        var calls = Edges(Analyse([("m.py", text.ToString())], 0), EdgeTypes.Calls);

        Assert.Equal(61, calls.Count(c => c.StartsWith("m.py::function::Mixin.run > ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_a_third_of_very_many_values_is_of_one_family_any_of_the_family_may_come()
    {
        var text = new StringBuilder("class Base:\n    def go(self): pass\n");
        for (int i = 0; i < 30; i++) text.Append($"class F{i}(Base):\n    def go(self): pass\nclass G{i}:\n    def go(self): pass\nclass H{i}:\n    def go(self): pass\n");
        text.Append($"def main():\n    for x in [{string.Join(", ", Enumerable.Range(0, 30).Select(i => $"F{i}(), G{i}(), H{i}()"))}]: x.go()\n");

        var calls = Edges(Analyse([("m.py", text.ToString())], 0), EdgeTypes.Calls);

        Assert.Equal(30, calls.Count(c => c.StartsWith("m.py::function::main > m.py::function::F", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_method_that_very_many_classes_override_is_counted_where_it_is_called_on_any_of_them()
    {
        var text = new StringBuilder("class Base:\n    def run(self): pass\n    def start(self):\n        self.run()\n");
        for (int i = 0; i < 300; i++) text.Append($"class C{i}(Base):\n    def run(self): pass\n");

        var graph = Analyse([("m.py", text.ToString())], 0);

        Assert.Contains("m.py::function::Base.start > m.py::function::Base.run", Edges(graph, EdgeTypes.Calls));
        Assert.True(Edges(graph, EdgeTypes.Calls).Count <= 258);
        Assert.Equal(1, Count(graph, "too many overriding methods"));
    }

    [Fact]
    public void A_special_method_that_more_than_seven_classes_override_is_not_looked_for_in_them_where_half_of_the_work_is_used_up()
    {
        var text = new StringBuilder("class Base:\n    def __add__(self, other): return 1\n    def start(self): return self + 1\n");
        for (int i = 0; i < 7; i++) text.Append($"class C{i}(Base):\n    def __add__(self, other): return {i}\n");
        var seven = Analyse([("m.py", text.ToString())], 0);
        text.Append("class Last(Base):\n    def __add__(self, other): return 8\n");
        var eight = Analyse([("m.py", text.ToString())], 0);

        Assert.Equal((8, 0), (Edges(seven, EdgeTypes.Calls).Count, Count(seven, "too many candidates")));
        Assert.Equal((1, 1), (Edges(eight, EdgeTypes.Calls).Count, Count(eight, "too many candidates")));
        // How much work the program is depends on the models of the standard library too.
        for (long allowance = 1_000_000; allowance > 1_000; allowance -= allowance / 8)
        {
            var scarce = Analyse([("m.py", text.ToString())], allowance);
            if (Count(scarce, "too many overriding methods") == 0) continue;
            Assert.Empty(scarce.Diagnostics);
            Assert.Equal(0, Count(scarce, "too many candidates"));
            Assert.Equal(Edges(eight, EdgeTypes.Calls), Edges(scarce, EdgeTypes.Calls));
            return;
        }
        Assert.Fail("All was looked for with any allowance.");
    }

    [Fact]
    public void Star_imports_that_branch_and_meet_again_are_followed_once()
    {
        // Two modules a level, each with star imports of both below: 2^40 ways to the bottom.
        var files = new List<(string, string)> { ("a0.py", "def f(): pass\n"), ("b0.py", "def g(): pass\n") };
        for (int i = 1; i <= 40; i++)
            foreach (char side in "ab") files.Add(($"{side}{i}.py", $"from a{i - 1} import *\nfrom b{i - 1} import *\n"));
        files.Add(("user.py", "from a40 import *\ndef use():\n    f()\n    g()\n    nowhere()\n"));

        var graph = Analyse(files, 0);

        Assert.Equal(["user.py::function::use > a0.py::function::f", "user.py::function::use > b0.py::function::g"], Edges(graph, EdgeTypes.Calls));
    }

    [Fact]
    public void Of_more_descriptors_than_are_told_apart_the_last_share_what_they_give()
    {
        var classes = new StringBuilder("class made:\n    def __init__(self, make): self.make = make\n    def __get__(self, instance, owner=None): return self.make()\n");
        var fields = new StringBuilder("class C:\n");
        for (int i = 0; i < 515; i++)
        {
            classes.Append($"class A{i}:\n    def go(self): pass\n");
            fields.Append($"    a{i} = made(A{i})\n");
        }
        string uses = "def first(c: C): c.a0.go()\ndef apart(c: C): c.a511.go()\ndef last(c: C): c.a512.go()\n";

        var edges = Edges(Analyse([("m.py", classes.ToString() + fields + uses)], 0), EdgeTypes.Calls);

        Assert.Equal(["A0.go", "made.__get__"], CalledBy("first"));
        Assert.Equal(["A511.go", "made.__get__"], CalledBy("apart"));
        Assert.Equal(["A512.go", "A513.go", "A514.go", "made.__get__"], CalledBy("last"));

        IEnumerable<string> CalledBy(string function) => CalledIn(edges, function);
    }

    private static IEnumerable<string> CalledIn(List<string> edges, string function) =>
        edges.Where(e => e.StartsWith($"m.py::function::{function} > ", StringComparison.Ordinal)).Select(e => e.Split("::")[^1]).Order(StringComparer.Ordinal);

    [Fact]
    public void A_method_of_thousands_of_lines_is_analysed_for_few_descriptors()
    {
        var classes = new StringBuilder("class made:\n    def __init__(self, make): self.make = make\n    def __get__(self, instance, owner=None):\n");
        for (int i = 0; i < 2_000; i++) classes.Append($"        x{i} = self.make\n");
        classes.Append("        return self.make()\n");
        var fields = new StringBuilder("class C:\n");
        for (int i = 0; i < 40; i++)
        {
            classes.Append($"class A{i}:\n    def go(self): pass\n");
            fields.Append($"    a{i} = made(A{i})\n");
        }

        var uses = string.Concat(Enumerable.Range(0, 40).Select(i => $"def use{i}(c: C): c.a{i}.go()\n"));

        var edges = Edges(Analyse([("m.py", $"{classes}{fields}{uses}")], 0), EdgeTypes.Calls);

        int apart = 0;
        for (int i = 0; i < 40; i++)
        {
            var called = CalledIn(edges, $"use{i}").ToList();
            Assert.Contains($"A{i}.go", called);
            if (called.Count == 2) apart++;
        }
        // All of them would take a hundred thousand variables.
        Assert.InRange(apart, 10, 30);
    }

    [Fact]
    public void Of_more_calls_than_are_told_apart_that_tell_a_name_the_last_share_what_they_set()
    {
        var calls = new StringBuilder("class Box: pass\nbox = Box()\ndef put(name, value): setattr(box, name, value)\n");
        for (int i = 0; i < 130; i++) calls.Append($"def f{i}(): pass\n");
        for (int i = 0; i < 130; i++) calls.Append($"put('n{i}', f{i})\n");
        string uses = "def first(): box.n0()\ndef apart(): box.n127()\ndef last(): box.n128()\n";

        var edges = Edges(Analyse([("m.py", calls + uses)], 0), EdgeTypes.Calls);

        Assert.Equal(["f0"], CalledIn(edges, "first"));
        Assert.Equal(["f127"], CalledIn(edges, "apart"));
        Assert.Equal(["f128", "f129"], CalledIn(edges, "last"));
    }

    [Fact]
    public void A_call_that_is_told_apart_stays_so_when_another_object_comes_to_it_late()
    {
        var text = new StringBuilder("class Box:\n    def put(self, name, value): setattr(self, name, value)\nclass Late:\n    put = Box.put\n");
        for (int i = 0; i < 130; i++) text.Append($"def f{i}(): pass\n");
        text.Append("def fill(box):\n");
        for (int i = 0; i < 130; i++) text.Append($"    box.put('n{i}', f{i})\n");
        // What a function returns is known after all that is called in the module.
        text.Append("def make():\n    return Late()\nfill(Box())\nfill(make())\ndef first(): Late().n0()\ndef last(): Late().n128()\n");

        var edges = Edges(Analyse([("m.py", text.ToString())], 0), EdgeTypes.Calls);

        Assert.Equal(["Late", "f0"], CalledIn(edges, "first"));
        Assert.Equal(["Late", "f128", "f129"], CalledIn(edges, "last"));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(250, false)]
    public void A_long_function_that_is_told_a_name_is_analysed_once_for_all_calls(int lines, bool isApart)
    {
        var text = new StringBuilder("class Box: pass\nbox = Box()\ndef put(name, value):\n    setattr(box, name, value)\n");
        for (int i = 0; i < lines; i++) text.Append($"    value.x{i}()\n");
        text.Append("def f(): pass\ndef g(): pass\nput('one', f)\nput('two', g)\ndef use(): box.one()\n");

        var edges = Edges(Analyse([("m.py", text.ToString())], 0), EdgeTypes.Calls);

        Assert.Equal(isApart ? ["f"] : ["f", "g"], CalledIn(edges, "use"));
    }

    [Fact]
    public void Options_without_a_callback_take_no_room_from_those_with_one()
    {
        var text = new StringBuilder("import optparse\nparser = optparse.OptionParser()\n");
        for (int i = 0; i < 40; i++) text.Append($"def c{i}(option, opt, value, parser, f): f()\ndef f{i}(): pass\n");
        for (int i = 0; i < 40; i++) text.Append($"parser.add_option('--a{i}', action='callback', callback=c{i}, callback_args=(f{i},))\n");
        for (int i = 0; i < 1_000; i++) text.Append($"parser.add_option('--b{i}')\n");
        text.Append("def main(): parser.parse_args()\n");

        var edges = Edges(Analyse([("m.py", text.ToString())], 0), EdgeTypes.Calls);

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"c{i}").Order(StringComparer.Ordinal), CalledIn(edges, "main"));
        for (int i = 0; i < 40; i++) Assert.Equal([$"f{i}"], CalledIn(edges, $"c{i}"));
    }

    [Fact]
    public void An_alias_with_a_type_variable_is_known_in_the_hundreds_of_modules_that_import_it()
    {
        const int Modules = 400;
        var files = new List<(string, string)>
        {
            ("a.py", "from typing import TypeVar\nT = TypeVar('T')\nPair = tuple[int, T]\nclass C:\n    def go(self): pass\nclass D:\n    def go(self): pass\n"),
        };
        for (int i = 0; i < Modules; i++) files.Add(($"m{i}.py", "from a import Pair, C\ndef make() -> Pair[C]: ...\ndef use():\n    make()[1].go()\n"));

        var edges = Edges(Analyse(files, 0), EdgeTypes.Calls);

        Assert.Equal(Modules, edges.Count(e => e.EndsWith(" > a.py::function::C.go", StringComparison.Ordinal)));
        Assert.DoesNotContain(edges, e => e.EndsWith("D.go", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_an_alias_leads_to_more_places_than_are_looked_at_nothing_else_is_taken_for_it()
    {
        var files = new List<(string, string)>
        {
            ("a.py", "from typing import TypeVar\nT = TypeVar('T')\nPair = tuple[int, T]\nclass C:\n    def go(self): pass\nclass D:\n    def go(self): pass\n"),
        };
        for (int i = 0; i < 1_200; i++) files.Add(($"m{i}.py", "from a import Pair, C\ndef make() -> Pair[C]: ...\ndef use():\n    make()[1].go()\n"));

        var edges = Edges(Analyse(files, 0), EdgeTypes.Calls);

        Assert.Equal(1_200, edges.Count);
        Assert.All(edges, e => Assert.EndsWith("use > " + e.Split('/')[0].Split("::")[0] + "::function::make", e, StringComparison.Ordinal));
    }

    /// <summary>All classes meet in one list, and each function calls the same method on whatever is in it.</summary>
    private static List<(string, string)> Entangled(int classes, int functions)
    {
        var shapes = new StringBuilder();
        for (int i = 0; i < classes; i++) shapes.Append($"class C{i}:\n    def run(self, other): return other\n");
        shapes.Append($"everything = [{string.Join(", ", Enumerable.Range(0, classes).Select(i => $"C{i}()"))}]\n");
        var uses = new StringBuilder("from shapes import everything\n");
        for (int i = 0; i < functions; i++) uses.Append($"def f{i}(x):\n    for one in everything:\n        one.run(x)\n");
        return [("shapes.py", shapes.ToString()), ("uses.py", uses.ToString())];
    }

    [Fact]
    public void What_many_questions_decided_is_not_written_out_for_every_way_through_them()
    {
        static string Chain(int length) =>
            $"def f(first=None, {string.Join(", ", Enumerable.Range(0, length).Select(i => $"p{i}=None"))}):\n    if first is None:\n        if unknown: return 1\n    r0 = f\n    r1 = len\n"
            + string.Concat(Enumerable.Range(0, length).Select(i => $"    if p{i} is None: r{i + 2} = r{i + 1}\n    else: r{i + 2} = r{i}\n")) + $"    return r{length + 1}\n";
        using var analyzer = new PythonAnalyzer();
        int Size(int length) => analyzer.Extract(new SourceFile("m.py", Encoding.UTF8.GetBytes(Chain(length))), TestContext.Current.CancellationToken).Body.Length;

        Assert.InRange(Size(20), 0, 3 * Size(10));
    }

    private static CodeGraph Analyse(List<(string Path, string Text)> files, long allowance)
    {
        using var analyzer = new PythonAnalyzer { WorkAllowance = allowance };
        var builder = new GraphBuilder();
        var facts = files.OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => analyzer.Extract(new SourceFile(f.Path, Encoding.UTF8.GetBytes(f.Text)), TestContext.Current.CancellationToken));
        analyzer.Resolve([.. facts], builder, TestContext.Current.CancellationToken);
        return builder.Build(new RepositoryInfo("/fixture", "fixture", null));
    }

    private static int Count(CodeGraph graph, string reason) => graph.Unresolved.Where(u => u.Reason == reason).Sum(u => u.Count);

    private static List<string> Edges(CodeGraph graph, string type) =>
        [.. Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).Where(e => e.Type == type).Select(e => $"{graph.Node(e.Source).Id} > {graph.Node(e.Target).Id}")];
}
