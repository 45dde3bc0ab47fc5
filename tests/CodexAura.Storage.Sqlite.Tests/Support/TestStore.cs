using System.Diagnostics;
using CodexAura.Benchmarks.Storage;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodexAura.Storage.Sqlite.Tests.Support;

/// <summary>A store in a folder of its own, which is removed in the end.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly bool _own;

    public TestStore(string? folder = null, int maxPages = 0)
    {
        (_own, Folder) = (folder is null, folder ?? Directory.CreateTempSubdirectory("codex-aura-test-").FullName);
        Store = Another(maxPages);
    }

    public string Folder { get; }

    public string DatabasePath => Path.Combine(Folder, "graphs.db");

    public SqliteGraphStore Store { get; }

    /// <summary>A store that has seen nothing yet, on the same folder; what another process would have. Gives up waiting early.</summary>
    public SqliteGraphStore Another(int maxPages = 0, int lockMilliseconds = 20_000) => new(new StoreLocation(Folder),
        NullLogger<SqliteGraphStore>.Instance, new SqliteStoreOptions(TimeSpan.FromMilliseconds(lockMilliseconds), maxPages));

    /// <summary>A graph; the same id for the same seed, whatever its size.</summary>
    public static (GraphInfo Info, CodeGraph Graph) Graph(int nodes, int seed = 1)
    {
        var graph = SyntheticGraph.Make(nodes, nodes * 3, seed, $"/repositories/{seed}");
        return (GraphInfo.Of(graph, DateTimeOffset.UnixEpoch.AddSeconds(nodes)), graph);
    }

    public Task SaveAsync((GraphInfo Info, CodeGraph Graph) graph) =>
        Store.SaveAsync(graph.Info, graph.Graph, TestContext.Current.CancellationToken);

    /// <summary>The text of a graph as a new store loads it, or null.</summary>
    public async Task<string?> LoadTextAsync(string id) =>
        await Another().LoadAsync(id, TestContext.Current.CancellationToken) is { } graph ? GraphText.Of(graph) : null;

    /// <summary>
    /// Returns once somebody is in the middle of writing. It looks on a thread of its own, and is best asked before the one who writes starts: a save
    /// takes a tenth of a second, which a busy pool of threads lets pass unseen.
    /// </summary>
    public Task UntilWritingAsync() => Task.Factory.StartNew(UntilWriting, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void UntilWriting()
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(1)) Assert.Fail("Nobody was seen writing.");
            using var connection = Connection.Open(DatabasePath);
            try
            {
                connection.Execute("BEGIN IMMEDIATE; ROLLBACK");
            }
            catch (SqliteFailure failure) when (failure.Code == SQLitePCL.raw.SQLITE_BUSY)
            {
                return;
            }
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Thread.Sleep(1);
        }
    }

    public void Dispose()
    {
        if (_own) Directory.Delete(Folder, recursive: true);
    }
}
