using System.Diagnostics;
using CodexAura.Benchmarks.Storage;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

// dotnet run -c Release --project benchmarks/CodexAura.Benchmarks.Storage [nodes] [edges] [files]
int nodes = args.Length > 0 ? int.Parse(args[0]) : 300_000;
int edges = args.Length > 1 ? int.Parse(args[1]) : 1_000_000;
int files = args.Length > 2 ? int.Parse(args[2]) : 20_000;
string folder = Directory.CreateTempSubdirectory("codex-aura-benchmark-").FullName;
try
{
    var store = new SqliteGraphStore(new StoreLocation(folder), NullLogger<SqliteGraphStore>.Instance);
    var graph = SyntheticGraph.Make(nodes, edges, seed: 1);
    var info = GraphInfo.Of(graph, DateTimeOffset.UtcNow);
    Console.WriteLine($"{graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges");
    await Measure("save", () => store.SaveAsync(info, graph));
    Size();
    await Measure("list", () => store.ListAsync());
    await Measure("list again", () => store.ListAsync());
    await Measure("load", () => store.LoadAsync(info.Id));
    await Measure("load again", () => store.LoadAsync(info.Id));
    await Measure("replace", () => store.SaveAsync(info, graph));
    await Measure("delete", () => store.DeleteAsync(info.Id));
    Size();

    var random = new Random(2);
    CachedFacts[] facts = [.. Enumerable.Range(0, files).Select(i =>
    {
        byte[] body = new byte[5_000];
        random.NextBytes(body);
        return new CachedFacts(new FileFacts($"src/package_{i % 97}/module_{i}.py", 200, body), 9_000, 638_000_000_000_000_000 + i, (UInt128)i);
    })];
    Console.WriteLine($"{files:N0} files' facts of 5,000 bytes");
    await Measure("save facts", () => store.SaveFactsAsync("/repo", "python", "1", facts, []));
    await Measure("load facts", () => store.LoadFactsAsync("/repo", "python", "1"));
    await Measure("save 10 of them", () => store.SaveFactsAsync("/repo", "python", "1", facts[..10], []));
    Size();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task Measure(string what, Func<Task> work)
{
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var clock = Stopwatch.StartNew();
    await work();
    Console.WriteLine($"{what,-16} {clock.Elapsed.TotalSeconds,8:F3} s   {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,8:F3} s of CPU");
}

void Size() => Console.WriteLine($"{"size on disk",-16} {new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length) / 1e6,8:F1} MB");
