using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Testing;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Broken and foreign source: said so, and the rest is kept.</summary>
public sealed class DiagnosticTests : IDisposable
{
    private readonly PythonAnalyzer _analyzer = new();

    [Theory]
    [InlineData("def broken(:\n    pass\n", 1)]
    [InlineData("x = (1,\n", 1)]
    [InlineData("class:\n    pass\n", 1)]
    [InlineData("good = 1\nif x\n    y()\n", 2)]
    [InlineData("good = 1\n\nreturn = 3\n", 3)]
    public void A_syntax_error_names_its_line(string source, int line)
    {
        var diagnostic = Extract(source).Diagnostics[0];

        Assert.Equal(("CA2001", DiagnosticSeverity.Warning, "a.py", line), (diagnostic.Code, diagnostic.Severity, diagnostic.Path, diagnostic.Line));
    }

    [Fact]
    public void What_stands_around_a_syntax_error_is_read()
    {
        var graph = Graph("def before():\n    after()\n\nx = = 3\n\ndef after():\n    before()\n");

        Assert.Contains(graph.Diagnostics, d => d is { Code: "CA2001", Line: 4 });
        Assert.Equal(["before -> after", "after -> before"], Calls(graph));
    }

    [Fact]
    public void A_function_with_an_error_in_its_body_keeps_its_other_calls()
    {
        var graph = Graph("def f(): ...\ndef run():\n    f()\n    x = = 3\n    f()\n");

        Assert.Contains("run -> f", Calls(graph));
    }

    [Fact]
    public void Many_errors_of_a_file_are_not_all_listed() =>
        Assert.InRange(Extract(string.Concat(Enumerable.Repeat("x = = 3\ny = 1\n", 200))).Diagnostics.Count, 1, 20);

    [Theory]
    [InlineData("print 'hello', f()\n")]
    [InlineData("print >>out, f()\n")]
    [InlineData("exec 'code' in f()\n")]
    [InlineData("try:\n    f()\nexcept ValueError, e:\n    pass\n")]
    [InlineData("raise ValueError, f()\n")]
    [InlineData("x = 0777L\nf()\n")]
    [InlineData("if 1 <> f(): pass\n")]
    [InlineData("x = `f()`\nf()\n")]
    public void Leftovers_of_Python_2_lose_no_definition(string source)
    {
        var graph = Graph($"def f(): ...\n{source}def g():\n    f()\n");

        Assert.Contains("g -> f", Calls(graph));
    }

    [Fact]
    public void A_print_statement_calls_what_it_prints() =>
        Assert.Contains("a.py -> f", Calls(Graph("def f(): ...\nprint 'x', f()\n")));

    [Fact]
    public void A_file_without_errors_has_no_diagnostics() =>
        Assert.Empty(Extract("def f(x: int) -> str:\n    return f'{x!r:>10}'\n").Diagnostics);

    [Theory]
    [InlineData("utf-8", "# -*- coding: utf-8 -*-")]
    [InlineData("iso-8859-1", "# -*- coding: latin-1 -*-")]
    [InlineData("iso-8859-1", "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :")]
    [InlineData("windows-1252", "# coding: cp1252")]
    [InlineData("iso-8859-15", "# coding=iso-8859-15")]
    public void A_declared_encoding_is_read(string encoding, string comment)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = Encoding.GetEncoding(encoding).GetBytes($"{comment}\ndef Größe():\n    \"\"\"Äpfel\"\"\"\n");

        var graph = Graph(bytes);

        Assert.Empty(graph.Diagnostics);
        Assert.Equal(("Größe", "Äpfel"), (graph.Node(1).QualifiedName, graph.Node(1).Docstring));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_file()
    {
        var graph = Graph([0xEF, 0xBB, 0xBF, .. "def f(): ...\n"u8]);

        Assert.Empty(graph.Diagnostics);
        Assert.Equal("f", graph.Node(1).QualifiedName);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_Latin_1_and_reported()
    {
        var graph = Graph([.. "def f():\n    '''gr"u8, 0xFC, .. "n'''\n"u8]);

        Assert.Equal("CA2002", Assert.Single(graph.Diagnostics).Code);
        Assert.Equal("grün", graph.Node(1).Docstring);
    }

    [Fact]
    public void An_unknown_encoding_is_reported()
    {
        var graph = Graph([.. "# coding: klingon\ndef f(): ...\n# "u8, 0xFC, .. "\n"u8]);

        var diagnostic = Assert.Single(graph.Diagnostics);
        Assert.Equal("CA2002", diagnostic.Code);
        Assert.Contains("klingon", diagnostic.Message);
        Assert.Equal("f", graph.Node(1).QualifiedName);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Line_ends_do_not_change_lines(string end)
    {
        var graph = Graph(string.Join(end, "def f():", "    '''One.", "    Two.'''", "    return 1", "", "f()", ""));

        Assert.Equal((1, 4), (graph.Node(1).LineStart, graph.Node(1).LineEnd));
        Assert.Equal("One.\nTwo.", graph.Node(1).Docstring);
        Assert.Equal([6], graph.Edge(0).Lines.ToArray());
    }

    public void Dispose() => _analyzer.Dispose();

    private FileFacts Extract(string source) =>
        _analyzer.Extract(new SourceFile("a.py", Encoding.UTF8.GetBytes(source)), TestContext.Current.CancellationToken);

    private CodeGraph Graph(string source) => Graph(Encoding.UTF8.GetBytes(source));

    private CodeGraph Graph(byte[] source) =>
        AnalyzerFixture.Analyze(_analyzer, [new SourceFile("a.py", source)], TestContext.Current.CancellationToken);

    private static string[] Calls(CodeGraph graph) =>
    [
        .. Enumerable.Range(0, graph.EdgeCount).Select(i => graph.Edge(i)).Where(e => e.Type == EdgeTypes.Calls)
            .Select(e => $"{graph.Node(e.Source).QualifiedName} -> {graph.Node(e.Target).QualifiedName}"),
    ];
}
