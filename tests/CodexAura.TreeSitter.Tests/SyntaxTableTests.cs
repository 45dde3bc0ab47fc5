using System.Text;
using static CodexAura.TreeSitter.Tests.Python;

namespace CodexAura.TreeSitter.Tests;

public sealed class SyntaxTableTests
{
    public static TheoryData<string> Sources =>
    [
        "",
        "\n\n   \n# only a comment\n",
        "import a.b as c, d\nfrom ..e import (f as g, h)\nfrom i import *\n",
        "@decorate(x=1, *a, **k)\nasync def run(self, a: int = 1, /, *b, c, **d) -> list[int]:\n    \"\"\"Doc.\"\"\"\n    await a\n    return [x for x in y if x]\n",
        "class A(B, metaclass=C):\n    # comment\n    x: int = 1  # another\n\n    def f(self): return lambda *a, **k: (yield a)\n",
        "match command.split():\n    case [first, *rest] if rest: pass\n    case {'k': Point(x=0) as p, **more}: pass\n    case _: pass\n",
        "print(f'{a!r:>{width}} {b[\"k\"]} {{}}', end='')\n",
        "try:\n    with open(a) as b, c: pass\nexcept* (A, B) as e:\n    raise X from e\nelse: pass\nfinally: pass\n",
        "if (n := len(a)) > 10 and not b or c: pass\nelif d in e: pass\nelif f is not g: pass\nelse: del h[1:2, ...]\n",
        "type X[T: int] = list[T]\ndef f[**P](a): global b; nonlocal c; assert d, e\n",
        "print 'python 2'\nexec code in scope\nraise E, 'x'\n",
        "def f(:\n  x = = $\n   )\nclass \n\"unclosed\n",
        "\uFEFFgröße = '日本語 😀'\r\nif a:\r\n\tb\r\n",
        "f(1, [2, {3: (4,",
        "x = \"\"\"" + "a\n",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_table_says_what_a_cursor_says(string source)
    {
        using SyntaxTree tree = Parse(source);

        AssertEqualToCursor(tree);
    }

    [Fact]
    public void The_table_says_what_a_cursor_says_of_damaged_text()
    {
        byte[] whole = Encoding.UTF8.GetBytes(string.Concat(Sources.Select(row => row.Data)));
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. whole];
            for (int change = random.Next(1, 30); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }
            using SyntaxTree tree = Parse(damaged);
            AssertEqualToCursor(tree);
        }
    }

    [Fact]
    public void Skipped_leaves_are_left_out_and_skipped_children_too()
    {
        using SyntaxTree tree = Parse("f(a, 'text')  # note\n");
        SyntaxSkip[] skip = new SyntaxSkip[Language.SymbolCount];
        for (ushort symbol = 0; symbol < Language.SymbolCount; symbol++)
        {
            skip[symbol] = Language.IsNamed(symbol) ? SyntaxSkip.Nothing : SyntaxSkip.Leaf;
        }
        skip[Symbol("comment")] = SyntaxSkip.Leaf;
        skip[Symbol("argument_list")] = SyntaxSkip.Leaf;  // it has children, so it stays
        skip[Symbol("string")] = SyntaxSkip.Children;

        Assert.Equal(["module", "expression_statement", "call", "identifier", "argument_list", "identifier", "string"], Kinds(tree, skip));
    }

    [Fact]
    public void A_skip_table_may_end_before_the_last_symbol()
    {
        using SyntaxTree tree = Parse("f(a)\n");
        ushort bracket = Symbol("(", named: false);
        SyntaxSkip[] skip = new SyntaxSkip[bracket + 1];
        skip[bracket] = SyntaxSkip.Leaf;

        Assert.Equal(["module", "expression_statement", "call", "identifier", "argument_list", "identifier", ")"], Kinds(tree, skip));
    }

    [Fact]
    public void A_missing_leaf_is_never_left_out()
    {
        using SyntaxTree tree = Parse("while :\n    a\n");
        SyntaxSkip[] skip = new SyntaxSkip[Language.SymbolCount];
        skip[Symbol("identifier")] = SyntaxSkip.Leaf;
        using var table = new SyntaxTable(Language, skip);
        table.Fill(tree);

        SyntaxEntry identifier = Assert.Single(table.Entries.ToArray(), entry => entry.Symbol == Symbol("identifier"));
        Assert.True(identifier.IsMissing);
    }

    [Fact]
    public void A_skipped_root_is_an_entry_without_children()
    {
        using SyntaxTree tree = Parse("a\nb\n");
        SyntaxSkip[] skip = new SyntaxSkip[Language.SymbolCount];
        skip[Symbol("module")] = SyntaxSkip.Children;

        Assert.Equal(["module"], Kinds(tree, skip));
    }

    [Fact]
    public void Children_are_reached_by_next()
    {
        using SyntaxTree tree = Parse("a = 1\nf(x)\nif b: c\n");
        using var table = new SyntaxTable(Language);
        table.Fill(tree);
        ReadOnlySpan<SyntaxEntry> entries = table.Entries;

        List<string> statements = [];
        for (int child = 1; child < entries[0].Next; child = entries[child].Next)
        {
            statements.Add(Language.SymbolName(entries[child].Symbol));
        }
        Assert.Equal(["expression_statement", "expression_statement", "if_statement"], statements);
        Assert.Equal(entries.Length, entries[0].Next);
    }

    [Fact]
    public void A_table_is_reused_for_larger_and_smaller_trees()
    {
        using var table = new SyntaxTable(Language);
        foreach (int repeats in new[] { 1, 60_000, 2, 5_000, 0 })
        {
            using SyntaxTree tree = Parse(string.Concat(Enumerable.Repeat("a\n", repeats)));
            table.Fill(tree);
            Assert.Equal(1 + 2 * repeats, table.Entries.Length);
        }
    }

    private static string[] Kinds(SyntaxTree tree, SyntaxSkip[] skip)
    {
        using var table = new SyntaxTable(Language, skip);
        table.Fill(tree);
        return [.. table.Entries.ToArray().Select(entry => Language.SymbolName(entry.Symbol))];
    }

    private static void AssertEqualToCursor(SyntaxTree tree)
    {
        using var table = new SyntaxTable(Language);
        table.Fill(tree);
        SyntaxEntry[] actual = table.Entries.ToArray();
        Assert.Equal(CursorWalk.Entries(tree), actual.Select((entry, index) => CursorWalk.Describe(entry, index)));
    }
}
