using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class FactsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Facts_come_back_as_they_were()
    {
        using var test = new TestStore();
        CachedFacts[] saved =
        [
            Facts("a.py", [], new Diagnostic("CA1", DiagnosticSeverity.Error, "a.py", 3, "x\ud800"), new Diagnostic("CA0", DiagnosticSeverity.Info, "", 0, "")),
            Facts("b/ü.py", [0, 1, 255]) with { ContentHash = UInt128.MaxValue, Size = long.MaxValue, ModifiedTicks = long.MinValue },
            Facts("c.py", new byte[100_000]) with { ContentHash = new UInt128(1, 2) },
        ];
        await test.Store.SaveFactsAsync("/r", "python", "1", saved, [], Stop);
        Assert.Equal(saved.Select(Text), (await test.Another().LoadFactsAsync("/r", "python", "1", Stop)).Select(Text));
    }

    [Fact]
    public async Task Changed_entries_are_replaced_and_removed_ones_removed()
    {
        using var test = new TestStore();
        await test.Store.SaveFactsAsync("/r", "python", "1", [Facts("a.py", [1]), Facts("b.py", [2], Note), Facts("c.py", [3])], [], Stop);
        await test.Store.SaveFactsAsync("/r", "python", "1", [Facts("b.py", [4]), Facts("d.py", [5])], ["a.py", "none.py"], Stop);
        var loaded = await test.Store.LoadFactsAsync("/r", "python", "1", Stop);
        Assert.Equal([Text(Facts("b.py", [4])), Text(Facts("c.py", [3])), Text(Facts("d.py", [5]))], loaded.Select(Text));
    }

    [Fact]
    public async Task Facts_of_another_version_are_not_loaded_and_dropped_by_the_next_save()
    {
        using var test = new TestStore();
        await test.Store.SaveFactsAsync("/r", "python", "1", [Facts("a.py", [1], Note)], [], Stop);
        await test.Store.SaveFactsAsync("/r", "ruby", "1", [Facts("a.rb", [2])], [], Stop);
        await test.Store.SaveFactsAsync("/s", "python", "1", [Facts("s.py", [3])], [], Stop);
        Assert.Empty(await test.Store.LoadFactsAsync("/r", "python", "2", Stop));
        Assert.Single(await test.Store.LoadFactsAsync("/r", "python", "1", Stop));

        await test.Store.SaveFactsAsync("/r", "python", "2", [], [], Stop);
        Assert.Empty(await test.Store.LoadFactsAsync("/r", "python", "1", Stop));
        Assert.Single(await test.Store.LoadFactsAsync("/r", "ruby", "1", Stop));
        Assert.Single(await test.Store.LoadFactsAsync("/s", "python", "1", Stop));
        using var connection = Connection.Open(test.DatabasePath);
        Assert.Equal(0, connection.Number("SELECT count(*) FROM fact_diagnostics"));
    }

    [Fact]
    public async Task Facts_go_with_the_last_graph_of_their_repository()
    {
        using var test = new TestStore();
        var (info, graph) = TestStore.Graph(20);
        await test.SaveAsync((info with { Id = "one" }, graph));
        await test.SaveAsync((info with { Id = "two" }, graph));
        await test.Store.SaveFactsAsync(info.Repository.Path, "python", "1", [Facts("a.py", [1])], [], Stop);
        await test.Store.DeleteAsync("one", Stop);
        Assert.Single(await test.Store.LoadFactsAsync(info.Repository.Path, "python", "1", Stop));
        await test.Store.DeleteAsync("two", Stop);
        Assert.Empty(await test.Store.LoadFactsAsync(info.Repository.Path, "python", "1", Stop));
    }

    [Fact]
    public async Task A_save_that_fails_half_way_changes_nothing()
    {
        using var test = new TestStore();
        await test.Store.SaveFactsAsync("/r", "python", "1", [Facts("a.py", [1])], [], Stop);
        using var stop = new CancellationTokenSource();
        IEnumerable<CachedFacts> Changes()
        {
            yield return Facts("a.py", [2]);
            stop.Cancel();
            yield return Facts("b.py", [3]);
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => test.Store.SaveFactsAsync("/r", "python", "1", new Lazily(Changes()), ["a.py"], stop.Token));
        Assert.Equal([Text(Facts("a.py", [1]))], (await test.Store.LoadFactsAsync("/r", "python", "1", Stop)).Select(Text));
    }

    private static readonly Diagnostic Note = new("CA1", DiagnosticSeverity.Warning, "b.py", 1, "Something.");

    private static CachedFacts Facts(string path, byte[] body, params Diagnostic[] diagnostics) =>
        new(new FileFacts(path, 7, body, diagnostics), 10, 20, 30);

    private static string Text(CachedFacts facts) =>
        $"{facts.Facts.Path} {facts.Facts.LineCount} {Convert.ToHexString(facts.Facts.Body.Span)} {facts.Size} {facts.ModifiedTicks} {facts.ContentHash} "
        + string.Join(';', facts.Facts.Diagnostics.Select(d => $"{d.Code} {d.Severity} {d.Path} {d.Line} {string.Concat(d.Message.Select(c => $"{(int)c:x4}"))}"));

    private sealed class Lazily(IEnumerable<CachedFacts> facts) : IReadOnlyCollection<CachedFacts>
    {
        public int Count => 2;

        public IEnumerator<CachedFacts> GetEnumerator() => facts.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
