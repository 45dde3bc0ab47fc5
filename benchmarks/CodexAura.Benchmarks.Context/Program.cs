using System.Globalization;
using System.Text.Json;
using CodexAura.Benchmarks.Context;
using CodexAura.Engine.Git;
using CodexAura.Plugins.Context.Basic.Formatting;
using CodexAura.Plugins.Context.Basic.Ranking;
using CodexAura.Plugins.Context.Basic.Tasks;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Json;

// dotnet run -c Release --project benchmarks/CodexAura.Benchmarks.Context GRAPH.json ROWS.jsonl OUT.jsonl [CLONE COMMIT [ROW-ID-PREFIX]]
// Writes for each task the signals of its files, for benchmarks/localise/fit.py to weigh; where a row has the functions that the fix changed,
// as "changed": [[path, first line, last line]], also how many of them are inside 8,000 tokens, whole and at all.
await using var input = File.OpenRead(args[0]);
var graph = (await GraphJsonReader.ReadAsync(input)).Graph;
var sources = new Sources(graph.Repository.Path);
IReadOnlyList<PastChange> history = args.Length > 4
    ? [.. (await GitHistory.ReadAsync(args[3], args[4], HistorySignals.Limit)).Select(c => new PastChange(c.Message, c.Files))] : [];
await using var output = File.Open(args[2], FileMode.Append);
foreach (string line in File.ReadLines(args[1]))
{
    using var row = JsonDocument.Parse(line);
    string id = row.RootElement.GetProperty("id").GetString()!;
    if (args.Length > 5 && !id.StartsWith(args[5], StringComparison.Ordinal)) continue;
    var signals = TaskSignals.Compute(graph, TaskQuery.Parse(row.RootElement.GetProperty("task").GetString()!), sources, history, CancellationToken.None);
    double[] scores = TaskRanking.Files(graph, signals);
    string[] gold = [.. row.RootElement.GetProperty("gold").EnumerateArray().Select(g => g.GetString()!)];
    var ranked = Enumerable.Range(0, scores.Length).OrderByDescending(f => scores[f]).ThenBy(f => f).ToList();
    var kept = ranked.Where((f, rank) => rank < 100 || gold.Contains(graph.Node(graph.Files[f]).QualifiedName)
        || signals.Files.Any(s => s[f] > 0.5)).ToList();
    var json = new Utf8JsonWriter(output);
    json.WriteStartObject();
    json.WriteString("id", id);
    json.WriteString("repo", row.RootElement.GetProperty("repo").GetString());
    json.WriteNumber("rank", gold.Max(g => ranked.FindIndex(f => graph.Node(graph.Files[f]).QualifiedName == g) is >= 0 and var at ? at + 1 : 1_000_000));
    if (row.RootElement.TryGetProperty("changed", out var changed))
    {
        var request = new ContextRequest { Task = row.RootElement.GetProperty("task").GetString(), MaxTokens = 8000, History = new Past(history) };
        var selection = new Selection(graph, request, sources, null);
        await selection.RunAsync(CancellationToken.None);
        json.WriteNumber("changed", changed.GetArrayLength());
        var result = new BudgetedText(graph, request, sources).Write(selection.Candidates, selection.Files);
        var shown = result.Items.Select(i => (Node: graph.Node(i.Node), i.Detail)).ToList();
        int Inside(ContextDetail least) => changed.EnumerateArray().Count(c => shown.Any(s => s.Node.Path == c[0].GetString()
            && s.Node.LineStart <= c[1].GetInt32() && c[2].GetInt32() <= s.Node.LineEnd && (s.Detail == ContextDetail.Full || least != ContextDetail.Full)));
        json.WriteNumber("whole", Inside(ContextDetail.Full));
        json.WriteNumber("mentioned", Inside(ContextDetail.Name));
    }
    json.WriteStartArray("signals");
    foreach (var signal in Enum.GetNames<Signal>()) json.WriteStringValue(signal);
    json.WriteEndArray();
    json.WriteStartArray("files");
    foreach (int f in kept)
    {
        json.WriteStartArray();
        json.WriteStringValue(graph.Node(graph.Files[f]).QualifiedName);
        json.WriteBooleanValue(gold.Contains(graph.Node(graph.Files[f]).QualifiedName));
        json.WriteStringValue(signals.Roles[graph.Files[f]].ToString());
        foreach (double[] signal in signals.Files) json.WriteRawValue(signal[f].ToString("0.####", CultureInfo.InvariantCulture));
        json.WriteEndArray();
    }
    json.WriteEndArray();
    json.WriteEndObject();
    await json.DisposeAsync();
    output.Write("\n"u8);
}
