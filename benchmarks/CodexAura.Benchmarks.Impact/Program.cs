using System.Diagnostics;
using CodexAura.Benchmarks.Impact;
using CodexAura.Engine.Impact;
using CodexAura.Plugins.Impact.Basic;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Services;

// dotnet run -c Release --project benchmarks/CodexAura.Benchmarks.Impact [nodes] [edges]
int nodes = args.Length > 0 ? int.Parse(args[0]) : 100_000;
int edges = args.Length > 1 ? int.Parse(args[1]) : 400_000;
var tree = Directory.CreateTempSubdirectory("codex-aura-benchmark-");
try
{
    var graph = SyntheticCode.Make(nodes, edges, seed: 1, tree.FullName);
    Console.WriteLine($"{graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges, {graph.Files.Length:N0} files");
    var random = new Random(2);
    string[] anywhere = [.. Enumerable.Range(0, 100).Select(_ => graph.Node(random.Next(graph.NodeCount)).Id)];
    // The worst case: what most others refer to.
    string[] hubs = [.. Enumerable.Range(0, graph.NodeCount).OrderByDescending(n => graph.Incoming(n).Count).Take(20).Select(n => graph.Node(n).Id)];
    // As a change of a working day: five files of the product, all that is in them.
    int[] product = [.. graph.Files.ToArray().Where(f => !graph.Node(f).Path.StartsWith("tests/", StringComparison.Ordinal))];
    string[][] fives = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 5).Select(_ => graph.Node(product[random.Next(product.Length)]).Path).ToArray())];

    Console.WriteLine("the analyzer alone");
    var analyzer = new BasicImpactAnalyzer();
    Measure(anywhere, hubs, fives, (symbols, changed) => analyzer.Analyze(new ImpactRequest { ChangedSymbols = symbols, ChangedFiles = changed, Mentions = [] }, graph));

    Console.WriteLine("a whole question: the text of all files is searched for the names, as they are at that moment");
    foreach (int file in graph.Files) SyntheticCode.WriteFile(graph, file, tree.FullName);
    var query = new ImpactQuery(analyzer);
    Measure(anywhere, hubs, fives, (symbols, changed) => query.AskAsync(graph, new ImpactQuestion { Symbols = symbols, Files = changed, History = false }).GetAwaiter().GetResult().Result);
}
finally
{
    tree.Delete(recursive: true);
}

static void Measure(string[] anywhere, string[] hubs, string[][] files, Func<string[], string[], ImpactResult> ask)
{
    var clock = Stopwatch.StartNew();
    var before = Cpu();
    ask([anywhere[0]], []);
    Console.WriteLine($"  first answer, with what is worked out once: {clock.Elapsed.TotalMilliseconds:F1} ms, CPU {(Cpu() - before).TotalMilliseconds:F1} ms");
    for (int round = 0; round < 3; round++) foreach (string id in anywhere) ask([id], []);
    Show("one definition anywhere", anywhere.Length, i => ask([anywhere[i]], []));
    Show("one of the 20 most used", hubs.Length, i => ask([hubs[i]], []));
    Show("five files", files.Length, i => ask([], files[i]));

    void Show(string what, int count, Func<int, ImpactResult> asked)
    {
        var times = new List<double>();
        long affected = 0, tests = 0, allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Cpu();
        for (int i = 0; i < count; i++)
        {
            clock.Restart();
            var result = asked(i);
            times.Add(clock.Elapsed.TotalMilliseconds);
            affected += result.Affected.Count;
            tests += result.Tests.Count;
        }
        double cpu = (Cpu() - start).TotalMilliseconds / count;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        times.Sort();
        Console.WriteLine($"  {what,-24} CPU mean {cpu,6:F2} ms   on the clock median {times[times.Count / 2],6:F2} ms, 95 % {times[times.Count * 95 / 100],6:F2} ms"
            + $"   {allocated / count / 1024:N0} KB   {affected / count:N0} affected, {tests / count:N0} tests");
    }
}

static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
