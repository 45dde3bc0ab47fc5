using System.Text;
using static CodexAura.TreeSitter.Tests.Python;

namespace CodexAura.TreeSitter.Tests;

public sealed class SyntaxReaderTests
{
    private static string[] Sources => [.. SyntaxTableTests.Sources.Select(row => row.Data)];

    [Fact]
    public void A_reader_gives_what_a_tree_gives_text_after_text()
    {
        using var reader = new SyntaxReader(Language);
        using var table = new SyntaxTable(Language);
        foreach (string source in (string[])[.. Sources, .. Sources.Reverse()])
        {
            reader.Read(Encoding.UTF8.GetBytes(source), table, TestContext.Current.CancellationToken);
            Assert.Equal(Expected(source), Entries(table));
        }
    }

    [Fact]
    public void Texts_far_beyond_what_memory_is_kept_for_are_read_and_small_ones_after_them()
    {
        string wide = string.Concat(Enumerable.Repeat("value = function(argument, 1 + 2)\n", 20_000));
        string deep = new string('(', 20_000) + "x" + new string(')', 20_000);
        string broken = string.Concat(Enumerable.Repeat("def f(a:\n  x = = $ [\n", 1_000));
        using var reader = new SyntaxReader(Language);
        using var table = new SyntaxTable(Language);
        foreach (string source in (string[])[wide, "a\n", deep, "", broken, "def f(): pass\n", wide])
        {
            reader.Read(Encoding.UTF8.GetBytes(source), table, TestContext.Current.CancellationToken);
            Assert.Equal(Expected(source), Entries(table));
        }
    }

    [Fact]
    public void A_text_is_read_while_the_table_of_another_is_in_use()
    {
        using var reader = new SyntaxReader(Language);
        using var outer = new SyntaxTable(Language);
        using var inner = new SyntaxTable(Language);
        reader.Read("f('a.b')\n"u8, outer, TestContext.Current.CancellationToken);
        reader.Read("a.b"u8, inner, TestContext.Current.CancellationToken);

        Assert.Equal(Expected("f('a.b')\n"), Entries(outer));
        Assert.Equal(Expected("a.b"), Entries(inner));
    }

    [Fact]
    public void Cancelling_at_any_moment_leaves_a_reader_that_works()
    {
        byte[] source = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("def f(a):\n    x = = $\n    return [b for c in a]\n", 1_000)));
        using var reader = new SyntaxReader(Language);
        using var table = new SyntaxTable(Language);
        int cancelled = 0;
        for (int delay = 0; delay < 40; delay++)
        {
            using var cancellation = new CancellationTokenSource();
            var timer = new Thread(() => { Thread.SpinWait(delay * 3_000); cancellation.Cancel(); });
            timer.Start();
            try
            {
                reader.Read(source, table, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
            timer.Join();
        }

        Assert.NotEqual(0, cancelled);
        Assert.Throws<OperationCanceledException>(() => reader.Read("a\n"u8, table, new CancellationToken(canceled: true)));
        reader.Read(source, table, TestContext.Current.CancellationToken);
        Assert.Equal(Expected(Encoding.UTF8.GetString(source)), Entries(table));
    }

    [Fact]
    public async Task Readers_and_parsers_on_many_threads_do_not_disturb_each_other()
    {
        string[] sources = Sources;
        string[][] expected = [.. sources.Select(Expected)];

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (round, _) =>
        {
            string source = sources[round % sources.Length];
            using var reader = new SyntaxReader(Language);
            using var table = new SyntaxTable(Language);
            reader.Read(Encoding.UTF8.GetBytes(source), table, TestContext.Current.CancellationToken);
            Assert.Equal(expected[round % sources.Length], Entries(table));
            Assert.Equal(expected[round % sources.Length], Expected(source));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void What_is_disposed_refuses_use()
    {
        var reader = new SyntaxReader(Language);
        var table = new SyntaxTable(Language);
        table.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read("a\n"u8, table, TestContext.Current.CancellationToken));
        reader.Dispose();
        reader.Dispose();
        using var other = new SyntaxTable(Language);
        Assert.Throws<ObjectDisposedException>(() => reader.Read("a\n"u8, other, TestContext.Current.CancellationToken));
    }

    private static string[] Expected(string source)
    {
        using SyntaxTree tree = Parse(source);
        using var table = new SyntaxTable(Language);
        table.Fill(tree);
        return Entries(table);
    }

    private static string[] Entries(SyntaxTable table) =>
        [.. table.Entries.ToArray().Select(e => $"{e.Start}-{e.End} {e.Next} {e.Symbol} {e.Field} {e.Flags}")];
}
