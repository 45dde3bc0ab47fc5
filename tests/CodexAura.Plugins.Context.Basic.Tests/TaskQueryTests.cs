using CodexAura.Plugins.Context.Basic.Search;
using CodexAura.Plugins.Context.Basic.Tasks;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>What is read out of a task.</summary>
public sealed class TaskQueryTests
{
    [Theory]
    [InlineData("  File \"/a/b/pkg/mod.py\", line 12, in run", "/a/b/pkg/mod.py", 12, "run")]
    [InlineData("~/lib/python3.8/site-packages/seaborn/_core.py in _lookup_single(self, key)", "~/lib/python3.8/site-packages/seaborn/_core.py", 0, "_lookup_single")]
    [InlineData("src/_pytest/main.py:191: in wrap_session", "src/_pytest/main.py", 191, "wrap_session")]
    [InlineData("  File \"C:\\x\\sympy\\core\\mul.py\", line 3, in f", "C:/x/sympy/core/mul.py", 3, "f")]
    public void Stack_frames_of_several_kinds_are_read(string line, string path, int number, string function)
    {
        var frame = Assert.Single(TaskQuery.Parse("Title\n" + line).Frames);

        Assert.Equal(new TaskFrame(path, number, function), frame);
    }

    [Fact]
    public void Links_to_a_file_in_a_repository_name_its_path()
    {
        var query = TaskQuery.Parse("Title\nSee https://github.com/someone/shop/blob/0123abc/src/shop/cart.py#L10-L12 for the place.");

        Assert.Contains("src/shop/cart.py", query.Paths);
    }

    [Fact]
    public void Imports_name_modules()
    {
        var query = TaskQuery.Parse("Title\n```python\nfrom a.b import C, d as e\nimport x.y\n```");

        Assert.Equal(["a.b", "a.b.C", "a.b.d", "x.y"], query.Modules.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_followed_to_what_they_are_imported_as()
    {
        var query = TaskQuery.Parse("Title\n```python\nimport numerics.arrays as na\nfrom a.b import C as D\nfrom s import *\nx = na.Array.zeros(3)\nD.run()\nSymbol(x)\n```");

        Assert.Contains("numerics.arrays.Array.zeros", query.Imported.Keys);
        Assert.Contains("a.b.C.run", query.Imported.Keys);
        Assert.Contains("s.Symbol", query.Imported.Keys);
    }

    [Fact]
    public void Boilerplate_is_no_prose()
    {
        var query = TaskQuery.Parse("Crash in parser\n<!-- please fill in the telescope -->\n### Environment\nPlatform: the submarine 3.1\n### Details\nthe tokenizer");

        Assert.DoesNotContain("telescop", query.Terms.Keys);
        Assert.DoesNotContain("submarin", query.Terms.Keys);
        Assert.Contains(Stemmer.Stem("tokenizer"), query.Terms.Keys);
        Assert.True(query.Terms[Stemmer.Stem("parser")] > query.Terms[Stemmer.Stem("tokenizer")]);
    }

    [Theory]
    [InlineData("parseHTTPHeader_v2", "parse http header v2")]
    [InlineData("__init__", "init")]
    [InlineData("x", "")]
    [InlineData("MatrixSymbol", "matrix symbol")]
    public void Identifiers_are_split(string identifier, string expected)
    {
        var parts = new List<string>();
        Identifiers.Split(identifier, parts);

        Assert.Equal(expected, string.Join(' ', parts));
    }

    [Theory]
    [InlineData("printing", "printer")]
    [InlineData("plotting", "plots")]
    [InlineData("queries", "query")]
    [InlineData("matches", "match")]
    public void Forms_of_a_word_meet(string one, string other) => Assert.Equal(Stemmer.Stem(one), Stemmer.Stem(other));
}
