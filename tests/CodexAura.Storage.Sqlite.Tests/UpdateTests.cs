using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class UpdateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A trigger counts the rows that are written.</summary>
    [Fact]
    public async Task Saving_a_graph_with_one_other_docstring_writes_one_node()
    {
        using var test = new TestStore();
        var before = Graph("Before.");
        await test.SaveAsync((GraphInfo.Of(before, DateTimeOffset.UnixEpoch), before));
        using (var connection = Connection.Open(test.DatabasePath))
            connection.Execute("CREATE TABLE written (id); CREATE TRIGGER nodes_written AFTER INSERT ON nodes BEGIN INSERT INTO written VALUES (new.id); END");
        var after = Graph("After.");
        var info = GraphInfo.Of(after, DateTimeOffset.UnixEpoch.AddDays(1));
        await test.SaveAsync((info, after));

        Assert.Equal(GraphText.Of(after), await test.LoadTextAsync(info.Id));
        Assert.Equal(info, Assert.Single(await test.Store.ListAsync(null, Stop)));
        Assert.Empty(await test.Store.SearchAsync(info.Id, "before", 5, Stop));
        Assert.Single(await test.Store.SearchAsync(info.Id, "after", 5, Stop));
        using var count = Connection.Open(test.DatabasePath);
        Assert.Equal(1, count.Number("SELECT count(*) FROM written"));
    }

    /// <summary>Rows of files that come later would move, had nodes no room behind their file.</summary>
    [Fact]
    public async Task One_more_function_and_one_more_file_write_their_own_rows_only()
    {
        using var test = new TestStore();
        var before = Graph("Here.");
        await test.SaveAsync((GraphInfo.Of(before, DateTimeOffset.UnixEpoch), before));
        using (var connection = Connection.Open(test.DatabasePath))
            connection.Execute("CREATE TABLE written (path); CREATE TRIGGER nodes_written AFTER INSERT ON nodes BEGIN INSERT INTO written VALUES (new.path); END");
        var after = Graph("Here.", builder =>
        {
            builder.AddFile("f3b.py", 7);
            builder.AddDefinition(NodeType.Function, builder.AddFile("a.py", 9), "first", 3, 4);
        }, more: 2);
        await test.SaveAsync((GraphInfo.Of(after, DateTimeOffset.UnixEpoch), after));

        Assert.Equal(GraphText.Of(after), await test.LoadTextAsync(GraphInfo.MakeId(after.Repository)));
        using var count = Connection.Open(test.DatabasePath);
        Assert.Equal(0, count.Number("SELECT count(*) FROM written WHERE path NOT IN ('f2.py', 'f3b.py', 'a.py')"));
        Assert.Equal(4, count.Number("SELECT count(*) FROM written"));
    }

    /// <summary>An update believes what is noted of rows; a save looks at them, and mends what is not as it should be.</summary>
    [Fact]
    public async Task An_update_reads_no_rows_of_files_that_do_not_differ()
    {
        using var test = new TestStore();
        var before = Graph("Before.");
        await test.SaveAsync((GraphInfo.Of(before, DateTimeOffset.UnixEpoch), before));
        using (var connection = Connection.Open(test.DatabasePath)) connection.Execute("UPDATE nodes SET complexity = 77 WHERE type = 2");
        var after = Graph("After.");
        await test.Store.UpdateAsync(GraphInfo.Of(after, DateTimeOffset.UnixEpoch), after, Stop);
        using (var connection = Connection.Open(test.DatabasePath))
            Assert.Equal(1, connection.Number("SELECT count(DISTINCT file_id) FROM nodes WHERE type = 2 AND complexity <> 77"));
        await test.SaveAsync((GraphInfo.Of(after, DateTimeOffset.UnixEpoch), after));
        Assert.Equal(GraphText.Of(after), await test.LoadTextAsync(GraphInfo.MakeId(after.Repository)));
    }

    [Fact]
    public async Task A_graph_that_changes_again_and_again_stays_what_it_is()
    {
        using var test = new TestStore();
        var random = new Random(5);
        var files = Enumerable.Range(0, 12).ToDictionary(i => $"d{i % 3}/f{i}.py", _ => random.Next(1, 9));
        for (int round = 0; round < 40; round++)
        {
            switch (random.Next(5))
            {
                case 0: files[$"d{random.Next(4)}/n{random.Next(30)}.py"] = random.Next(1, 60); break;
                case 1: files.Remove(files.Keys.ElementAt(random.Next(files.Count))); break;
                default: files[files.Keys.ElementAt(random.Next(files.Count))] = random.Next(1, 12); break;
            }
            var graph = Build(files, random.Next());
            var info = GraphInfo.Of(graph, DateTimeOffset.UnixEpoch.AddDays(round));
            if (round % 3 == 0) await test.SaveAsync((info, graph));
            else await test.Store.UpdateAsync(info, graph, Stop);

            Assert.Equal(GraphText.Of(graph), await test.LoadTextAsync(info.Id));
            using var connection = Connection.Open(test.DatabasePath);
            Assert.Equal(graph.Files.Length, connection.Number("SELECT count(*) FROM file_digests"));
            Assert.Equal(0, connection.Number("""
                SELECT count(*) FROM (SELECT source_id, target_id, type FROM edges EXCEPT SELECT source_id, target_id, type FROM incoming)
                """));
            Assert.Equal(graph.EdgeCount, connection.Number("SELECT count(*) FROM incoming"));
            Assert.Equal(graph.NodeCount, connection.Number("SELECT count(*) FROM words_docsize"));
        }

        static CodeGraph Build(Dictionary<string, int> files, int seed)
        {
            var (builder, random) = (new GraphBuilder(), new Random(seed));
            foreach (var (path, functions) in files)
            {
                int file = builder.AddFile(path, 100);
                for (int i = 0; i < functions; i++) builder.AddDefinition(NodeType.Function, file, $"g{i}", i, i, 1, $"About {i}.");
            }
            // Most edges are the same whatever the seed: a third of them come and go.
            for (int i = 0; i < builder.NodeCount; i++)
                if (i % 3 > 0 || random.Next(2) == 0) builder.AddEdge(i, (i * 7 + 3) % builder.NodeCount, "CALLS", i % 50 + random.Next(2), (Sdk.Graph.Confidence)(i % 3));
            builder.AddEdge(0, 0, "CALLS", 1, Sdk.Graph.Confidence.Exact);
            return builder.Build(new RepositoryInfo("/r", "r", null));
        }
    }

    [Fact]
    public async Task A_database_that_was_cut_off_and_is_damaged_is_not_written_to()
    {
        using var test = new TestStore();
        var graph = TestStore.Graph(3000);
        await test.SaveAsync(graph);
        using var reader = Connection.Open(test.DatabasePath);
        reader.Execute("BEGIN; SELECT count(*) FROM graphs");
        // While somebody reads, the log stays behind, as after a crash.
        await test.SaveAsync(TestStore.Graph(100, seed: 2));
        Assert.True(new FileInfo(test.DatabasePath + "-wal").Length > 0);
        using (var file = File.OpenWrite(test.DatabasePath))
        {
            file.Seek(4096 * 20, SeekOrigin.Begin);
            file.Write(new byte[4096 * 10]);
        }
        var failure = await Assert.ThrowsAsync<Sdk.Storage.GraphStoreException>(() => test.SaveAsync(TestStore.Graph(100, seed: 3)));
        Assert.Equal("store.corrupt", failure.Code);
    }

    private static CodeGraph Graph(string docstring, Action<GraphBuilder>? add = null, int? more = null)
    {
        var builder = new GraphBuilder();
        for (int f = 0; f < 10; f++)
        {
            int file = builder.AddFile($"f{f}.py", 100);
            for (int i = 0; i < (f == more ? 21 : 20); i++) builder.AddDefinition(NodeType.Function, file, $"g{i}", i, i, 1, f == 5 && i == 7 ? docstring : null);
        }
        add?.Invoke(builder);
        return builder.Build(new RepositoryInfo("/r", "r", null));
    }
}
