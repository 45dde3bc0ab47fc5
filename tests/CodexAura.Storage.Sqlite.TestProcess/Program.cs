using System.Runtime.InteropServices;
using CodexAura.Benchmarks.Storage;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite;
using CodexAura.Storage.Sqlite.Access;
using Microsoft.Extensions.Logging.Abstractions;

// A process of its own for tests that need one: to be killed, to hold a lock, to write beside others, to be somebody else.
// Says "ready" when the test may go on, and in the end "done" or the code of the failure.
string folder = args[1];
try
{
    switch (args[0])
    {
        case "save":
            Console.WriteLine("ready");
            await SaveAsync(folder, int.Parse(args[2]), int.Parse(args[3]));
            break;
        case "use-as-nobody":
            // Once before, elsewhere, so that all code is loaded while everything can still be read.
            string elsewhere = Directory.CreateTempSubdirectory("codex-aura-test-").FullName;
            await SaveAsync(elsewhere, 100, seed: 1);
            await LoadFirstAsync(elsewhere);
            Directory.Delete(elsewhere, recursive: true);
            if (GetEffectiveUserId() == 0 && SetUserId(65534) != 0) throw new InvalidOperationException("The user could not be changed.");
            Console.WriteLine($"loaded {(await LoadFirstAsync(folder)).NodeCount} nodes");
            await SaveAsync(folder, 100, seed: 1);
            break;
        case "lock":
            using (var connection = Connection.Open(Path.Combine(folder, "graphs.db")))
            {
                connection.Execute(args[2]);
                Console.WriteLine("ready");
                Console.ReadLine();
            }
            break;
    }
    Console.WriteLine("done");
}
catch (GraphStoreException e)
{
    Console.WriteLine(e.Code);
    Console.WriteLine(e.Message);
}

static SqliteGraphStore StoreIn(string folder) => new(new StoreLocation(folder), NullLogger<SqliteGraphStore>.Instance);

static async Task SaveAsync(string folder, int nodes, int seed)
{
    var graph = SyntheticGraph.Make(nodes, nodes * 3, seed, $"/repositories/{seed}");
    await StoreIn(folder).SaveAsync(GraphInfo.Of(graph, DateTimeOffset.UnixEpoch.AddSeconds(nodes)), graph);
}

static async Task<CodeGraph> LoadFirstAsync(string folder)
{
    var store = StoreIn(folder);
    return (await store.LoadAsync((await store.ListAsync())[0].Id))!;
}

[DllImport("libc", EntryPoint = "setuid")]
static extern int SetUserId(uint user);

[DllImport("libc", EntryPoint = "geteuid")]
static extern uint GetEffectiveUserId();
