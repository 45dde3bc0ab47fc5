using System.Text.Json;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Services;

namespace CodexAura.Sdk.Json;

/// <summary>Writes the answer about a change as JSON, the same for every way of asking.</summary>
public static class ImpactJson
{
    private static readonly JsonEncodedText _id = JsonEncodedText.Encode("id"), _relation = JsonEncodedText.Encode("relation");
    private static readonly JsonEncodedText[] _relations = [.. Enum.GetValues<ImpactRelation>().Select(r => JsonEncodedText.Encode(ImpactWords.Relation(r)))];

    /// <summary>Writes the answer.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="graphId">Id of the graph.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="limit">The most entries of each list of affected things, the most affected first; 0 for all. Totals are those of all.</param>
    public static void Write(Utf8JsonWriter json, string graphId, ImpactAnswer answer, int limit = 0)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var (graph, result) = (answer.Graph, answer.Result);
        var ids = new EncodedIds(graph);
        int most = limit == 0 ? int.MaxValue : limit;
        int definitions = result.AffectedDefinitions >= 0 ? result.AffectedDefinitions : result.Affected.Count(a => graph.Node(a.Node).Type != NodeType.File);
        json.WriteStartObject();
        json.WriteStartObject("graph");
        json.WriteString("id", graphId);
        json.WriteString("sha", graph.Repository.Sha);
        json.WriteEndObject();
        WriteStrings(json, "changed_files", answer.ChangedFiles);
        WriteStrings(json, "changed_symbols", result.Changed.Select(n => graph.Node(n).Id));
        json.WriteStartObject("totals");
        json.WriteNumber("affected_files", result.Files.Count);
        json.WriteNumber("affected_functions", definitions);
        json.WriteNumber("affected_tests", result.Tests.Count);
        json.WriteEndObject();
        json.WriteBoolean("truncated", Math.Max(Math.Max(result.Files.Count, definitions), result.Tests.Count) > most);
        json.WriteStartArray("affected_files");
        for (int i = 0; i < result.Files.Count && i < most; i++) WriteFile(json, ids, result.Files[i]);
        json.WriteEndArray();
        json.WriteStartArray("affected_functions");
        for (int i = 0, written = 0; i < result.Affected.Count && written < most; i++)
        {
            var affected = result.Affected[i];
            if (graph.Node(affected.Node).Type == NodeType.File) continue;
            WriteNode(json, ids, affected.Node, affected.Distance, affected.Score, affected.Path, null);
            written++;
        }
        json.WriteEndArray();
        json.WriteStartArray("affected_tests");
        for (int i = 0; i < result.Tests.Count && i < most; i++)
        {
            var test = result.Tests[i];
            WriteNode(json, ids, test.Node, test.Distance, test.Score, test.Path, () =>
            {
                json.WriteString("evidence", ImpactWords.Evidence(test.Evidence));
                json.WriteNumber("priority", Round(test.Priority));
                json.WriteString("selector", ImpactWords.Selector(graph.Node(test.Node)));
                if (result.RunFirst >= 0) json.WriteString("run", i < result.RunFirst ? "now" : "later");
            });
        }
        json.WriteEndArray();
        WriteStrings(json, "public_api", result.PublicApi.Select(n => graph.Node(n).Id));
        WriteRisk(json, result.Risk);
        if (answer.Owners is { } owners) WriteOwners(json, owners);
        WriteStrings(json, "notes", answer.Notes);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, EncodedIds ids, AffectedFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteNumber("distance", file.Distance);
        json.WriteNumber("score", Round(file.Score));
        json.WriteString("why", ImpactWords.Why(ids.Graph, file));
        WritePath(json, ids, file.Why);
        if (file.History is { } history)
        {
            json.WriteStartObject("history");
            json.WriteString("changed_with", history.ChangedFile);
            json.WriteNumber("together", history.Together);
            json.WriteNumber("commits", history.Commits);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, EncodedIds ids, int number, int distance, double score, IReadOnlyList<ImpactStep> path, Action? more)
    {
        var node = ids.Graph.Node(number);
        json.WriteStartObject();
        json.WriteString("id", ids.Of(number));
        json.WriteString("type", NodeId.TypeName(node.Type));
        json.WriteString("path", node.Path);
        json.WriteStartArray("lines");
        json.WriteNumberValue(node.LineStart);
        json.WriteNumberValue(node.LineEnd);
        json.WriteEndArray();
        json.WriteNumber("distance", distance);
        json.WriteNumber("score", Round(score));
        more?.Invoke();
        json.WriteString("why", ImpactWords.Why(ids.Graph, path));
        WritePath(json, ids, path);
        json.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter json, EncodedIds ids, IReadOnlyList<ImpactStep> path)
    {
        json.WriteStartArray("chain");
        foreach (var step in path)
        {
            json.WriteStartObject();
            json.WriteString(_id, ids.Of(step.Node));
            json.WriteString(_relation, _relations[(int)step.Relation]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRisk(Utf8JsonWriter json, RiskAssessment risk)
    {
        json.WriteStartObject("risk");
        json.WriteString("level", JsonFormat.Word(risk.Level));
        json.WriteNumber("score", Round(risk.Score));
        WriteStrings(json, "reasons", risk.Reasons);
        json.WriteStartArray("parts");
        foreach (var part in risk.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteNumber("value", part.Value);
            json.WriteNumber("share", Round(part.Share));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOwners(Utf8JsonWriter json, IReadOnlyList<Owner> owners)
    {
        json.WriteStartArray("owners");
        foreach (var owner in owners)
        {
            json.WriteStartObject();
            json.WriteString("name", owner.Name);
            json.WriteString("email", owner.Email);
            json.WriteNumber("commits", owner.Commits);
            json.WriteNumber("files", owner.Files);
            json.WriteString("last", JsonFormat.Time(owner.Last));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static double Round(double value) => Math.Round(value, 4);

    /// <summary>Ids as they stand in JSON. A large answer has thousands of chains, and each of its nodes in many of them.</summary>
    private sealed class EncodedIds(CodeGraph graph)
    {
        private readonly Dictionary<int, JsonEncodedText> _known = [];

        public CodeGraph Graph => graph;

        public JsonEncodedText Of(int node)
        {
            if (!_known.TryGetValue(node, out var id)) _known.Add(node, id = JsonEncodedText.Encode(graph.Node(node).Id, JsonFormat.Compact.Encoder));
            return id;
        }
    }
}
