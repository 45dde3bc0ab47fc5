using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Schema;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class BrokenFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_random_bytes_is_reported_and_left_alone()
    {
        using var test = new TestStore();
        byte[] bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(test.DatabasePath, bytes, Stop);
        await FailsEverywhere(test, "store.corrupt", "Move the file away");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(test.DatabasePath, Stop));
    }

    [Fact]
    public async Task A_truncated_database_is_reported_and_left_alone()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(2000));
        using (var file = File.OpenWrite(test.DatabasePath)) file.SetLength(file.Length / 2 / 4096 * 4096);
        byte[] bytes = await File.ReadAllBytesAsync(test.DatabasePath, Stop);
        await FailsEverywhere(test, "store.corrupt", "Move the file away");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(test.DatabasePath, Stop));
    }

    [Theory]
    [InlineData("DELETE FROM nodes WHERE id = 69")]
    [InlineData("DELETE FROM edges WHERE source_id = (SELECT min(source_id) FROM edges)")]
    [InlineData("UPDATE edges SET target_id = 1000000 WHERE (source_id, target_id, type) = (SELECT source_id, target_id, type FROM edges LIMIT 1)")]
    [InlineData("UPDATE nodes SET parent_id = 1000000 WHERE id = 69")]
    [InlineData("UPDATE nodes SET type = 300 WHERE id = 69")]
    [InlineData("UPDATE nodes SET line_start = 1 << 40 WHERE id = 69")]
    [InlineData("UPDATE edges SET more_lines = x'ff'")]
    [InlineData("UPDATE edges SET confidence = 3")]
    [InlineData("UPDATE edge_types SET name = 'A'")]
    [InlineData("UPDATE graphs SET created_at = 'yesterday'")]
    [InlineData("ALTER TABLE nodes RENAME TO other")]
    public async Task Rows_that_make_no_graph_are_reported(string damage)
    {
        using var test = new TestStore();
        var graph = TestStore.Graph(200);
        await test.SaveAsync(graph);
        using (var connection = Connection.Open(test.DatabasePath)) connection.Execute(damage);
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => test.Store.LoadAsync(graph.Info.Id, Stop));
        Assert.Equal("store.corrupt", failure.Code);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_never_touched()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(200));
        using (var connection = Connection.Open(test.DatabasePath)) connection.Execute($"PRAGMA user_version = {Migrations.Latest + 1}");
        byte[] bytes = await File.ReadAllBytesAsync(test.DatabasePath, Stop);
        await FailsEverywhere(test, "store.newer", "Update Codex Aura");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(test.DatabasePath, Stop));
    }

    [Fact]
    public async Task A_database_of_another_program_is_never_touched()
    {
        using var test = new TestStore();
        using (var connection = Connection.OpenOrCreate(test.DatabasePath)) connection.Execute("CREATE TABLE graphs (title)");
        byte[] bytes = await File.ReadAllBytesAsync(test.DatabasePath, Stop);
        await FailsEverywhere(test, "store.foreign", "another program");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(test.DatabasePath, Stop));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_reported()
    {
        using var test = new TestStore();
        Directory.CreateDirectory(test.DatabasePath);
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => test.SaveAsync(TestStore.Graph(20)));
        Assert.Equal("store.io", failure.Code);
        Assert.Contains("a folder of this name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_reported()
    {
        using var test = new TestStore();
        string file = Path.Combine(test.Folder, "file");
        await File.WriteAllTextAsync(file, "", Stop);
        using var inside = new TestStore(Path.Combine(file, "data"));
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => inside.SaveAsync(TestStore.Graph(20)));
        Assert.Equal("store.io", failure.Code);
        Assert.Contains(inside.Folder, failure.Message, StringComparison.Ordinal);
    }

    private static async Task FailsEverywhere(TestStore test, string code, string advice)
    {
        var graph = TestStore.Graph(20);
        Func<Task>[] uses =
        [
            () => test.SaveAsync(graph), () => test.Store.LoadAsync(graph.Info.Id, Stop), () => test.Store.ListAsync(null, Stop),
            () => test.Store.DeleteAsync(graph.Info.Id, Stop), () => test.Store.LoadFactsAsync("/r", "python", "1", Stop),
            () => test.Store.SaveFactsAsync("/r", "python", "1", [], [], Stop),
        ];
        foreach (var use in uses)
        {
            var failure = await Assert.ThrowsAsync<GraphStoreException>(use);
            Assert.Equal(code, failure.Code);
            Assert.Contains(test.DatabasePath, failure.Message, StringComparison.Ordinal);
            Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        }
    }
}
