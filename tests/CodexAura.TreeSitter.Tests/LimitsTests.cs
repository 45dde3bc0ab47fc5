using System.Text;
using static CodexAura.TreeSitter.Tests.Python;

namespace CodexAura.TreeSitter.Tests;

public sealed class LimitsTests
{
    [Fact]
    public void Nesting_a_hundred_thousand_deep_is_read_on_a_small_stack()
    {
        const int depth = 100_000;
        int found = 0;
        var thread = new Thread(() => found = CountDeepest(NestedParentheses(depth)), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(depth, found);
    }

    [Fact]
    public void A_megabyte_of_random_bytes_gives_a_tree_of_errors()
    {
        byte[] bytes = new byte[1 << 20];
        new Random(1).NextBytes(bytes);
        using SyntaxTree tree = Parse(bytes);
        using var table = new SyntaxTable(Language);
        table.Fill(tree);

        Assert.True(tree.Root.HasError);
        Assert.True(table.Entries[0].End <= bytes.Length);
        int last = 0;
        foreach (SyntaxEntry entry in table.Entries)
        {
            Assert.True(entry.Start >= last && entry.End >= entry.Start);
            last = entry.Start;
        }
    }

    [Fact]
    public void A_cancelled_parse_stops_and_the_parser_reads_on()
    {
        // Seconds of work; a parse that went on to the end would return a tree.
        byte[] source = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("value = function(argument, 1 + 2)\n", 1_000_000)));
        using var parser = new SyntaxParser(Language);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        Assert.Throws<OperationCanceledException>(() => parser.Parse(source, cancellation.Token));
        using SyntaxTree tree = parser.Parse("a\n"u8, TestContext.Current.CancellationToken);
        Assert.Equal(2u, tree.Root.EndByte);
        Assert.False(tree.Root.HasError);
    }

    [Fact]
    public void A_token_cancelled_before_is_honoured()
    {
        using var parser = new SyntaxParser(Language);

        Assert.Throws<OperationCanceledException>(() => parser.Parse("a\n"u8, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Cancelling_at_any_moment_leaves_a_parser_that_works()
    {
        byte[] source = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("def f(a):\n    x = = $\n    return [b for c in a]\n", 2_000)));
        using var parser = new SyntaxParser(Language);
        using SyntaxTree expected = Parse(source);
        int cancelled = 0;
        for (int delay = 0; delay < 60; delay++)
        {
            using var cancellation = new CancellationTokenSource();
            var timer = new Thread(() => { Thread.SpinWait(delay * 3_000); cancellation.Cancel(); });
            timer.Start();
            try
            {
                parser.Parse(source, cancellation.Token).Dispose();
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
            timer.Join();
        }

        using SyntaxTree tree = parser.Parse(source, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, cancelled);
        Assert.Equal(CursorWalk.Entries(expected), CursorWalk.Entries(tree));
    }

    [Fact]
    public async Task Parsers_on_many_threads_give_the_same_trees()
    {
        string[] sources = [.. SyntaxTableTests.Sources.Select(row => row.Data)];
        List<CursorWalk.Fact>[] expected = [.. sources.Select(Facts)];

        await Parallel.ForAsync(0, 400, TestContext.Current.CancellationToken, (round, _) =>
        {
            Assert.Equal(expected[round % sources.Length], Facts(sources[round % sources.Length]));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void One_tree_is_read_by_many_threads()
    {
        using SyntaxTree tree = Parse(string.Concat(Enumerable.Repeat("def f(a):\n    return g(a)\n", 500)));
        List<CursorWalk.Fact> expected = CursorWalk.Entries(tree);

        Parallel.For(0, 16, _ => Assert.Equal(expected, CursorWalk.Entries(tree)));
    }

    private static List<CursorWalk.Fact> Facts(string source)
    {
        using SyntaxTree tree = Parse(source);
        return CursorWalk.Entries(tree);
    }

    private static int CountDeepest(byte[] source)
    {
        using var parser = new SyntaxParser(Language);
        using SyntaxTree tree = parser.Parse(source);
        using var table = new SyntaxTable(Language);
        table.Fill(tree);
        ushort parentheses = Language.SymbolId("parenthesized_expression", named: true);
        int count = 0;
        foreach (SyntaxEntry entry in table.Entries)
        {
            if (entry.Symbol == parentheses) count++;
        }
        return count;
    }
}
