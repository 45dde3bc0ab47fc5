using System.Diagnostics;
using CodexAura.Benchmarks.Storage;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.JsonFile;
using CodexAura.Storage.LiteDb;
using CodexAura.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

// dotnet run -c Release --project benchmarks/CodexAura.Benchmarks.Storage [sqlite|litedb|json] [nodes] [edges] [files]
string provider = args.Length > 0 ? args[0] : "sqlite";
const int Questions = 200;

// What a cold process takes for its first question is asked of one: this program, started again on the data.
if (provider == "ask")
{
    await AskAsync(args[1], args[2], args[3], args[4..]);
    return;
}

int nodes = args.Length > 1 ? int.Parse(args[1]) : 300_000;
int edges = args.Length > 2 ? int.Parse(args[2]) : 1_000_000;
int files = args.Length > 3 ? int.Parse(args[3]) : 20_000;
string folder = Directory.CreateTempSubdirectory("codex-aura-benchmark-").FullName;
try
{
    var store = Open(provider, folder);
    var graph = SyntheticGraph.Make(nodes, edges, seed: 1);
    var info = GraphInfo.Of(graph, DateTimeOffset.UtcNow);
    Console.WriteLine($"{provider}: {graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges");
    await Measure("save", () => store.SaveAsync(info, graph));
    Size();
    await Measure("list", () => store.ListAsync());
    await Measure("list again", () => store.ListAsync());
    await Measure("load", () => store.LoadAsync(info.Id));
    await Measure("load again", () => store.LoadAsync(info.Id));
    var random = new Random(3);
    string[] ids = [.. Enumerable.Range(0, Questions).Select(_ => graph.Node(random.Next(graph.NodeCount)).Id)];
    using (var cold = Process.Start(Environment.ProcessPath!, [.. Host(), "ask", provider, folder, info.Id, .. provider == "json" ? ids[..3] : ids])) await cold.WaitForExitAsync();
    await Measure("replace by the same", () => store.SaveAsync(info, graph));
    await Measure("delete", () => store.DeleteAsync(info.Id));
    Size();
    if (store is IFactsCache cache) await MeasureFactsAsync(cache);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task MeasureFactsAsync(IFactsCache cache)
{
    var random = new Random(2);
    CachedFacts[] facts = [.. Enumerable.Range(0, files).Select(i =>
    {
        byte[] body = new byte[5_000];
        random.NextBytes(body);
        return new CachedFacts(new FileFacts($"src/package_{i % 97}/module_{i}.py", 200, body), 9_000, 638_000_000_000_000_000 + i, (UInt128)i);
    })];
    Console.WriteLine($"{files:N0} files' facts of 5,000 bytes");
    await Measure("save facts", () => cache.SaveFactsAsync("/repo", "python", "1", facts, []));
    await Measure("load facts", () => cache.LoadFactsAsync("/repo", "python", "1"));
    await Measure("save 10 of them", () => cache.SaveFactsAsync("/repo", "python", "1", facts[..Math.Min(10, facts.Length)], []));
    Size();
}

static async Task AskAsync(string provider, string folder, string graphId, string[] ids)
{
    var store = (IGraphQuery)Open(provider, folder);
    var times = new List<double>();
    foreach (string id in ids)
    {
        var clock = Stopwatch.StartNew();
        await store.NeighboursAsync(graphId, new NeighbourQuery(id, 2, EdgeDirection.Outgoing));
        times.Add(clock.Elapsed.TotalMilliseconds);
    }
    double[] further = [.. times.Skip(1).Order()];
    Console.WriteLine($"{"depth 2, cold",-20} {times[0],8:F1} ms; {further.Length} further ones: median {further[further.Length / 2]:F1} ms, 95th percentile {further[further.Length * 95 / 100]:F1} ms");
    var search = Stopwatch.StartNew();
    var found = await store.SearchAsync(graphId, "parse user", 20);
    Console.WriteLine($"{"search",-20} {search.Elapsed.TotalMilliseconds,8:F1} ms for {found.Count} nodes");
}

static IGraphStore Open(string provider, string folder) => provider switch
{
    "sqlite" => new SqliteGraphStore(new StoreLocation(folder), NullLogger<SqliteGraphStore>.Instance),
    "litedb" => new LiteDbGraphStore(new StoreLocation(folder)),
    "json" => new JsonFileGraphStore(new StoreLocation(folder)),
    _ => throw new ArgumentException($"There is no store '{provider}' here."),
};

// Under 'dotnet x.dll' the program is the second word, under its own name the first.
static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

static async Task Measure(string what, Func<Task> work)
{
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var clock = Stopwatch.StartNew();
    await work();
    Console.WriteLine($"{what,-20} {clock.Elapsed.TotalSeconds,8:F3} s   {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,8:F3} s of CPU");
}

void Size() => Console.WriteLine($"{"size on disk",-20} {new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / 1e6,8:F1} MB");
