using System.Globalization;
using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>What will I break?</summary>
internal sealed class AnalyzeImpactTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    private const int NamedSymbols = 8, MostReasons = 4, LongestWhy = 130;

    protected override string Name => "analyze_impact";

    protected override string Title => "Impact of a change";

    protected override string Description =>
        "What a change may break: risk with reasons, affected files and symbols with the path by which each is reached, and which tests to run, in order. "
        + "Call it before you change a shared symbol, and without arguments after editing, for what is not committed. Says 'unknown' rather than 'low' where it can't tell. "
        + "Example: {\"symbols\": [\"Cart.add\"]}";

    protected override IEnumerable<Parameter> Parameters =>
    [
        Parameter.List("files", "Changed files, whole."),
        Parameter.List("symbols", "Changed symbols."),
        Parameter.Text("since", "Git revision or range A..B whose changes count; alone with uncommitted ones left out."),
        Parameter.Integer("depth", 1, 100, "Most steps to follow, default no limit."),
    ];

    protected override OutputSchema Output => new("risk", "reasons", "changed[]", "tests[]", "affected_files[]", "affected_symbols[]");

    protected override async Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var (arguments, graph) = (call.Arguments, call.Snapshot.Graph);
        var question = new ImpactQuestion
        {
            Files = [.. arguments.List("files").Select(f => SymbolReference.Relative(graph, f))],
            Symbols = [.. arguments.List("symbols").Select(s => graph.Node(SymbolReference.Find(Services.Graphs, graph, s, out _)).Id)],
            Since = arguments.Text("since"),
            Depth = arguments.Integer("depth", 0),
            // Without git there is no history to look at, and nothing to say about that.
            History = graph.Repository.Sha is not null,
        };
        bool ofWorkTree = question.Files.Count == 0 && question.Symbols.Count == 0 && question.Since is null;
        if (ofWorkTree && graph.Repository.Sha is null)
            throw new ToolException("analyze_impact: this repository has no git history to compare with. Say what changes: files or symbols.");
        var found = await Services.Impact.AskAsync(call.Snapshot.Info.Id, question with { WorkTree = ofWorkTree },
            new QueryOptions { Storage = Settings.Storage }, cancellationToken).ConfigureAwait(false);
        if (ofWorkTree && found.ChangedFiles.Count == 0) return Clean();
        return Write(found);
    }

    private static Answer Clean()
    {
        var answer = new Answer { Head = "Nothing is changed against the last commit. Give files or symbols for a change that you plan, or since for commits." };
        answer.Data["risk"] = "none";
        return answer;
    }

    private static Answer Write(ImpactAnswer found)
    {
        var (graph, result) = (found.Graph, found.Result);
        string risk = result.Risk.Level.ToString().ToLowerInvariant();
        string reasons = string.Join(" ", result.Risk.Reasons.Take(MostReasons));
        var answer = new Answer { Head = $"Risk: {risk} ({Score(result.Risk.Score)}). {reasons}" };
        (answer.Data["risk"], answer.Data["reasons"]) = (risk, reasons);
        answer.Data["score"] = Math.Round(result.Risk.Score, 2);
        AddChanged(answer, found);
        var tests = answer.Add(new Section("tests", $"tests to run, in this order: {(result.Tests.Count == 0 ? "none found" : $"{result.Tests.Count}")}") { Weight = 1.2 });
        foreach (var test in result.Tests) tests.Rows.Add(TestRow(graph, test));
        var files = answer.Add(new Section("affected_files", $"affected files: {result.Files.Count}"));
        foreach (var file in result.Files)
        {
            string why = NodeLines.Cut(ImpactWords.Why(graph, file), LongestWhy);
            files.Rows.Add(new Row($"  {Score(file.Score)}  {file.Path}  {why}", new JsonObject { ["path"] = file.Path, ["score"] = Math.Round(file.Score, 2), ["why"] = why }));
        }
        var affected = result.Affected.Where(a => graph.Node(a.Node).Type != NodeType.File && !TestPaths.IsTest(graph.Node(a.Node).Path)).ToArray();
        var symbols = answer.Add(new Section("affected_symbols", $"affected symbols outside of tests: {affected.Length}") { Weight = 0.8 });
        foreach (var one in affected)
        {
            var node = graph.Node(one.Node);
            string why = NodeLines.Cut(ImpactWords.Why(graph, one.Path), LongestWhy);
            symbols.Rows.Add(new Row($"  {node.LineStart}  {node.QualifiedName}  {why}", new JsonObject { ["symbol"] = node.Id, ["line"] = node.LineStart, ["score"] = Math.Round(one.Score, 2), ["why"] = why }, node.Path));
        }
        answer.Notes.AddRange(found.Notes);
        return answer;
    }

    private static void AddChanged(Answer answer, ImpactAnswer found)
    {
        var changed = answer.Add(new Section("changed", $"changed: {NodeLines.Count(found.ChangedFiles.Count, "file", "files")}"));
        var symbols = found.Result.Changed.Select(n => found.Graph.Node(n)).ToLookup(n => n.Path, StringComparer.Ordinal);
        foreach (string path in found.ChangedFiles)
        {
            string[] names = [.. symbols[path].Select(n => n.Type == NodeType.File ? "module level" : n.QualifiedName)];
            string named = string.Join(", ", names.Take(NamedSymbols)) + (names.Length > NamedSymbols ? $", … {names.Length - NamedSymbols} more" : "");
            changed.Rows.Add(new Row($"  {path}{(named.Length > 0 ? ": " + named : "")}", new JsonObject { ["path"] = path, ["symbols"] = named }));
        }
    }

    /// <summary>As pytest wants it: <c>tests/test_cart.py::TestCart::test_add</c>.</summary>
    private static Row TestRow(CodeGraph graph, AffectedTest test)
    {
        var node = graph.Node(test.Node);
        string id = node.Type == NodeType.File ? node.Path : $"{node.Path}::{node.QualifiedName.Split('#')[0].Replace(".", "::", StringComparison.Ordinal)}";
        string evidence = ImpactWords.Evidence(test.Evidence);
        return new Row($"  {id}  ({evidence})", new JsonObject { ["test"] = id, ["evidence"] = evidence });
    }

    private static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
