using System.Diagnostics;
using CodexAura.Benchmarks.Impact;
using CodexAura.Plugins.Impact.Basic;
using CodexAura.Sdk.Impact;

// dotnet run -c Release --project benchmarks/CodexAura.Benchmarks.Impact [nodes] [edges]
int nodes = args.Length > 0 ? int.Parse(args[0]) : 100_000;
int edges = args.Length > 1 ? int.Parse(args[1]) : 400_000;
var graph = SyntheticCode.Make(nodes, edges, seed: 1);
var analyzer = new BasicImpactAnalyzer();
Console.WriteLine($"{graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges");

var random = new Random(2);
string[] anywhere = [.. Enumerable.Range(0, 200).Select(_ => graph.Node(random.Next(graph.NodeCount)).Id)];
// The worst case: what most others refer to.
string[] hubs = [.. Enumerable.Range(0, graph.NodeCount).OrderByDescending(n => graph.Incoming(n).Count).Take(20).Select(n => graph.Node(n).Id)];
var clock = Stopwatch.StartNew();
analyzer.Analyze(new ImpactRequest { ChangedSymbols = [anywhere[0]] }, graph);
Console.WriteLine($"first answer, with what is worked out once for each graph: {clock.Elapsed.TotalMilliseconds:F1} ms");
for (int round = 0; round < 3; round++) Measure("warming up", anywhere, show: false);
Measure("one definition anywhere", anywhere, show: true);
Measure("one of the 20 most used", hubs, show: true);

void Measure(string what, string[] ids, bool show)
{
    var times = new List<double>();
    long affected = 0;
    foreach (string id in ids)
    {
        clock.Restart();
        var result = analyzer.Analyze(new ImpactRequest { ChangedSymbols = [id], Mentions = [] }, graph);
        times.Add(clock.Elapsed.TotalMilliseconds);
        affected += result.Affected.Count;
    }
    times.Sort();
    if (show) Console.WriteLine($"{what,-26} median {times[times.Count / 2],7:F2} ms   95 % {times[times.Count * 95 / 100],7:F2} ms   most {times[^1],7:F2} ms   {affected / ids.Length:N0} affected");
}
