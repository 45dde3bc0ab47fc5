using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Testing;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Source that no person wrote: never a crash, never a hang. A stack overflow would end the whole process.</summary>
public sealed class RobustnessTests : IDisposable
{
    private readonly PythonAnalyzer _analyzer = new();

    public static TheoryData<string, string> Deep() => new()
    {
        { "5,000 parentheses", Nested("(", "f()", ")", 5_000) },
        { "100,000 parentheses", Nested("(", "f()", ")", 100_000) },
        { "10,000 lists", Nested("[", "f()", "]", 10_000) },
        { "10,000 dicts", Nested("{1: ", "f()", "}", 10_000) },
        { "10,000 calls", Nested("f(", "1", ")", 10_000) },
        { "10,000 lambdas", string.Concat(Enumerable.Repeat("lambda: ", 10_000)) + "f()" },
        { "10,000 nots", string.Concat(Enumerable.Repeat("not ", 10_000)) + "f()" },
        { "10,000 conditional expressions", string.Concat(Enumerable.Repeat("1 if x else ", 10_000)) + "f()" },
        { "20,000 sums", string.Join("+", Enumerable.Repeat("a", 20_000)) },
        { "20,000 method calls", "a" + string.Concat(Enumerable.Repeat(".b()", 20_000)) },
        { "20,000 attributes", "a" + string.Concat(Enumerable.Repeat(".b", 20_000)) },
        { "20,000 comparisons", string.Join(" < ", Enumerable.Repeat("a", 20_000)) },
        { "20,000 ands", string.Join(" and ", Enumerable.Repeat("a", 20_000)) },
        { "10,000 subscripts", "a" + string.Concat(Enumerable.Repeat("[1]", 10_000)) },
        { "10,000 assignments", string.Concat(Enumerable.Repeat("a = ", 10_000)) + "f" },
        { "10,000 nested patterns", $"{Nested("(", "a,", ",)", 3_000)} = x" },
        { "10,000 nested annotations", $"x: {Nested("list[", "C", "]", 10_000)} = 1" },
        { "10,000 unclosed parentheses", new string('(', 10_000) },
        { "10,000 closing parentheses", new string(')', 10_000) },
        { "10,000 nested f-strings", string.Concat(Enumerable.Repeat("f'{", 10_000)) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_expressions_end(string what, string expression)
    {
        var graph = Graph($"def f(): ...\n{expression}\ndef g():\n    f()\n");

        Assert.True(graph.NodeCount >= 1, what);
    }

    [Theory]
    [InlineData("if x:", 1_000)]
    [InlineData("while x:", 1_000)]
    [InlineData("for x in y:", 1_000)]
    [InlineData("with x:", 1_000)]
    [InlineData("class C:", 1_000)]
    [InlineData("def f():", 3_000)]
    [InlineData("try:", 1_000)]
    public void Deep_statements_end(string head, int depth)
    {
        var source = new StringBuilder("def first(): ...\n");
        for (int i = 0; i < depth; i++) source.Append(' ', i).Append(head).Append('\n');
        source.Append(' ', depth).Append("first()\n");

        Assert.Contains("first", Names(Graph(source.ToString())));
    }

    [Fact]
    public void After_nesting_too_deep_to_follow_the_rest_is_read()
    {
        var graph = Graph($"def f(): ...\nx = {Nested("(", "f()", ")", 5_000)}\ndef g():\n    f()\n");

        Assert.Equal(["a.py", "f", "g"], Names(graph));
        Assert.Contains("g", Enumerable.Range(0, graph.EdgeCount).Select(i => graph.Node(graph.Edge(i).Source).QualifiedName));
    }

    [Fact]
    public void A_long_chain_of_operators_is_followed_as_far_as_it_is_short_enough()
    {
        var graph = Graph("class C:\n    def __add__(self, o): return self\nx = " + string.Join(" + ", Enumerable.Repeat("C()", 100)) + "\n");

        Assert.Contains("a.py::function::C.__add__", Enumerable.Range(0, graph.EdgeCount).Select(i => graph.Node(graph.Edge(i).Target).Id));
    }

    [Fact]
    public void A_literal_table_of_10000_rows_is_read()
    {
        var source = new StringBuilder("def f(): ...\ntable = {\n");
        for (int i = 0; i < 10_000; i++) source.Append($"    'key{i}': ({i}, 'value {i}', [1, 2, 3]),\n");
        source.Append("}\nf()\n");

        var graph = Graph(source.ToString());

        Assert.Equal(10_004, graph.Edge(0).Lines[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\\")]
    [InlineData("#")]
    [InlineData("'")]
    [InlineData("\"\"\"")]
    [InlineData("def")]
    [InlineData("def f")]
    [InlineData("class C(")]
    [InlineData("@")]
    [InlineData("@d")]
    [InlineData("lambda")]
    [InlineData("from . import")]
    [InlineData("import")]
    [InlineData("f(**")]
    [InlineData("x: ")]
    [InlineData("match x:\n case")]
    [InlineData("global\nnonlocal\ndel\n")]
    [InlineData("global x\nx()\ndef f():\n    nonlocal y\n    y = 1\n")]
    [InlineData("return\nyield\nawait x\nbreak\ncontinue\n")]
    [InlineData("def f(a, a, *, **k, *z): ...\nf(1, 2, a=3)")]
    [InlineData("class C(C): ...\nC().x()")]
    [InlineData("class A(B): ...\nclass B(A): ...\nA().x()")]
    [InlineData("class A: ...\nclass C(A, A): ...\nC().x()")]
    [InlineData("x = x\nx()")]
    [InlineData("f = lambda: f\nf()()()()()")]
    [InlineData("def f(g=f): g()")]
    [InlineData("x = [x]\nx[0][0][0]()")]
    [InlineData("x.x = x\nx.x.x.x()")]
    [InlineData("from a import *\nfrom a import a\nimport a.a.a\na.a.a()")]
    [InlineData("super().x()\nsuper\n__class__")]
    [InlineData("\0")]
    [InlineData("x = 1\0\ndef f(): ...\n")]
    [InlineData("x = 1\rdef f(): ...\rf()\r")]
    [InlineData("\uFEFF\uFEFFdef f(): ...")]
    [InlineData("def \u200Bf(): ...")]
    public void Fragments_and_contradictions_end(string source) => Assert.True(Graph(source).NodeCount >= 1);

    [Fact]
    public void Random_bytes_end()
    {
        var random = new Random(20261123);
        for (int i = 0; i < 50; i++)
        {
            byte[] bytes = new byte[random.Next(4_000)];
            random.NextBytes(bytes);
            Assert.True(Graph(bytes).NodeCount >= 1);
        }
    }

    [Fact]
    public void Random_tokens_end()
    {
        string[] tokens =
        [
            "def ", "class ", "f", "C", "(", ")", "[", "]", "{", "}", ":", "\n", "\n    ", "\n        ", "=", ",", ".", "*", "**", "@", "lambda ", "if ",
            "else ", "for ", "in ", "while ", "try:", "except ", "finally:", "with ", "as ", "import ", "from ", "global ", "nonlocal ", "yield ",
            "await ", "async ", "match ", "case ", "self", "super()", "'a'", "1", ":=", "->", "return ", "raise ", "del ", "and ", "or ", "not ", "is ",
        ];
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
            Assert.True(Graph(string.Concat(Enumerable.Range(0, random.Next(120)).Select(_ => tokens[random.Next(tokens.Length)]))).NodeCount >= 1);
    }

    [Fact]
    public void A_real_file_cut_at_any_place_ends()
    {
        string source = string.Concat(FixtureFile.Read("Classes").Take(12).Select(f => f.Text));
        for (int length = 0; length < source.Length; length += 37) Assert.True(Graph(source[..length]).NodeCount >= 1);
    }

    [Fact]
    public void Facts_cut_at_any_place_are_refused()
    {
        var facts = _analyzer.Extract(new SourceFile("a.py", Encoding.UTF8.GetBytes("import b\nclass C(b.B):\n    def f(self, x=1): return self.f(x)\n")), TestContext.Current.CancellationToken);
        byte[] whole = facts.Body.ToArray();
        int rows = BitConverter.ToInt32(whole, 2 * sizeof(int));

        Assert.True(rows > 0);
        for (int length = 0; length < whole.Length * 3 / 4; length += 4)
            Assert.ThrowsAny<Exception>(() => Resolve(whole[..length]));
        BitConverter.TryWriteBytes(whole.AsSpan(2 * sizeof(int)), -rows);
        Assert.Contains("a.py", Assert.Throws<InvalidDataException>(() => Resolve(whole)).Message, StringComparison.Ordinal);

        void Resolve(byte[] body) => _analyzer.Resolve([new FileFacts("a.py", facts.LineCount, body)], new GraphBuilder(), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _analyzer.Dispose();

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    private CodeGraph Graph(string source) => Graph(Encoding.UTF8.GetBytes(source));

    private CodeGraph Graph(byte[] source)
    {
        // Each takes a moment; the limit only ends what would hang.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        return AnalyzerFixture.Analyze(_analyzer, [new SourceFile("a.py", source)], limit.Token);
    }

    private static string[] Names(CodeGraph graph) => [.. Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i).QualifiedName)];
}
