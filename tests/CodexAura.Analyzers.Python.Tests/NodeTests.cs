using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Testing;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Nodes: ids, lines, docstrings, signatures, complexity. Exhaustive: no class or function may be left out.</summary>
public sealed class NodeTests : IDisposable
{
    private readonly PythonAnalyzer _analyzer = new();

    [Fact]
    public void Functions_methods_and_nested_definitions_have_dotted_names() => Check("""
        #- pkg/mod.py
        def f():
        #   ^ node function f parent=pkg/mod.py lines=3
            def inner():
        #       ^^^^^ node function f.inner parent=f lines=2
                pass
        class C:
        #     ^ node class C parent=pkg/mod.py lines=6
            def go(self):
        #       ^^ node function C.go parent=C
                class Local:
        #             ^^^^^ node class C.go.Local parent=C.go
                    def m(self): ...
        #               ^ node function C.go.Local.m parent=C.go.Local
            class Inner:
        #         ^^^^^ node class C.Inner parent=C
                async def m(self): ...
        #                 ^ node function C.Inner.m parent=C.Inner
        """);

    [Fact]
    public void Lambdas_and_comprehensions_are_no_nodes() => Check("""
        #- a.py
        f = lambda x: [y for y in x]
        class C:
        #     ^ node class C
            g = lambda self: 1
        """);

    [Fact]
    public void A_second_definition_of_a_name_is_numbered() => Check("""
        #- a.py
        def f(): ...
        #   ^ node function f
        def f(): ...
        #   ^ node function f#2
        def f(): ...
        #   ^ node function f#3
        class f: ...
        #     ^ node class f
        class f: ...
        #     ^ node class f#2
        """);

    [Fact]
    public void Setters_conditional_definitions_and_overloads_are_numbered_in_source_order() => Check("""
        #- a.py
        class C:
        #     ^ node class C
            @property
            def x(self): ...
        #       ^ node function C.x
            @x.setter
            def x(self, value): ...
        #       ^ node function C.x#2
            if True:
                def y(self): ...
        #           ^ node function C.y
            else:
                def y(self): ...
        #           ^ node function C.y#2
        """);

    [Fact]
    public void Names_inside_a_numbered_definition_are_counted_by_their_own_name() => Check("""
        #- a.py
        class C:
        #     ^ node class C
            def m(self): ...
        #       ^ node function C.m
        class C:
        #     ^ node class C#2
            def m(self): ...
        #       ^ node function C.m#2 parent=C#2
        """);

    [Fact]
    public void A_definition_starts_below_its_decorators_and_ends_with_its_last_statement() => Check("""
        #- a.py
        @one
        @two(
            3,
        )
        def f(
        #   ^ node function f lines=6
            a,
        ):
            x = (
                1 +
                2)
            # a comment after it is not part of it

        @one
        class C:
        #     ^ node class C lines=2
            x = 1

        # neither is this
        """);

    [Fact]
    public void Compound_statements_at_the_end_count_to_their_last_line() => Check("""
        #- a.py
        def f(x):
        #   ^ node function f lines=8
            if x:
                for y in x:
                    pass
            else:
                try:
                    pass
                finally: pass
        def g(x): return x
        #   ^ node function g lines=1
        """);

    [Theory]
    [InlineData("def f(): ...", "()")]
    [InlineData("def f(a, b=1, *args, c, d=2, **kw) -> int: ...", "(a, b=1, *args, c, d=2, **kw) -> int")]
    [InlineData("def f(a: int, /, b: 'C' = None, *, c: list[int]) -> dict[str, int]: ...", "(a: int, /, b: 'C' = None, *, c: list[int]) -> dict[str, int]")]
    [InlineData("async def f(self): ...", "(self)")]
    [InlineData("def f(\n    a,  # first\n    b,\n): ...", "(a, b)")]
    public void Signatures_are_as_written_on_one_line(string source, string signature) =>
        Assert.Equal(signature, Node(source, "f").Signature);

    [Theory]
    [InlineData("\"\"\"One line.\"\"\"", "One line.")]
    [InlineData("'single'", "single")]
    [InlineData("r\"\"\"raw \\n\"\"\"", "raw \\n")]
    [InlineData("\"\"\"First.\n\n    Indented like the code.\n      Deeper.\n    \"\"\"", "First.\n\nIndented like the code.\n  Deeper.")]
    [InlineData("f'computed {1}'", null)]
    [InlineData("b'bytes'", null)]
    [InlineData("x = 'no docstring'", null)]
    [InlineData("pass", null)]
    public void Docstrings_are_cleaned_as_inspect_does(string body, string? docstring)
    {
        Assert.Equal(docstring, Node($"def f():\n    {body}\n", "f").Docstring);
        Assert.Equal(docstring, Node($"class C:\n    {body}\n", "C").Docstring);
    }

    [Fact]
    public void A_module_has_a_docstring() =>
        Assert.Equal("About it.", AnalyzerFixture.Analyze(_analyzer, ("a.py", "# comment\n\"\"\"About it.\"\"\"\nx = 1\n")).Node(0).Docstring);

    [Theory]
    [InlineData("pass", 1)]
    [InlineData("if x: pass", 2)]
    [InlineData("if x: pass\n    elif y: pass\n    else: pass", 3)]
    [InlineData("for x in y: pass", 2)]
    [InlineData("while x: pass", 2)]
    [InlineData("try: pass\n    except A: pass\n    except B: pass\n    finally: pass", 3)]
    [InlineData("return a and b or c", 3)]
    [InlineData("return a if b else c", 2)]
    [InlineData("return [x for x in y if x]", 3)]
    [InlineData("match x:\n        case 1: pass\n        case 2: pass", 3)]
    [InlineData("with x: pass", 1)]
    [InlineData("def g():\n        if x: pass", 1)]
    [InlineData("return lambda: a and b", 1)]
    public void Complexity_counts_decisions_of_the_function_itself(string body, int complexity) =>
        Assert.Equal(complexity, Node($"def f():\n    {body}\n", "f").Complexity);

    [Fact]
    public void Unicode_names_are_kept() => Check("""
        #- a.py
        class Größe:
        #     ^^^^^ node class Größe
            def 大きさ(self): ...
        #       ^^^ node function Größe.大きさ
        """);

    [Fact]
    public void Files_are_nodes_even_when_empty()
    {
        var graph = AnalyzerFixture.Analyze(_analyzer, ("a.py", ""), ("b/c.py", "# only a comment"));

        Assert.Equal(["a.py::file", "b/c.py::file"], Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i).Id));
    }

    public void Dispose() => _analyzer.Dispose();

    private void Check(string fixture) => AnalyzerFixture.CheckNodes(_analyzer, fixture);

    private GraphNode Node(string source, string name)
    {
        var graph = AnalyzerFixture.Analyze(_analyzer, ("a.py", source));
        return Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i)).Single(n => n.QualifiedName == name);
    }
}
