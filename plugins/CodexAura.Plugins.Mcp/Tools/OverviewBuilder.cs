using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Describes a codebase, or a folder of it.</summary>
/// <param name="graph">The graph.</param>
/// <param name="path">The folder; empty for all.</param>
/// <param name="sources">The text of its files.</param>
internal sealed class OverviewBuilder(CodeGraph graph, string path, SourceLines sources)
{
    private const int MostHubs = 20, MostHubFiles = 12, MostEntries = 20;
    private readonly int[] _files = [.. graph.Files.ToArray().Where(f => GraphOverviewTool.IsIn(graph.Node(f).Path, path))];

    public Answer Build()
    {
        int classes = 0, functions = 0;
        long lines = 0;
        foreach (int file in _files)
        {
            lines += graph.Node(file).LineEnd;
            for (var (node, end) = graph.NodesOfFile(file); node < end; node++)
                if (graph.Node(node).Type == NodeType.Class) classes++;
                else if (graph.Node(node).Type == NodeType.Function) functions++;
        }
        string summary = $"{(path.Length > 0 ? path : graph.Repository.Name)}: {_files.Length:N0} files, {lines:N0} lines, {classes:N0} classes, {functions:N0} functions";
        var answer = new Answer { Head = summary };
        answer.Data["summary"] = summary;
        answer.Sections.Add(PackageRows.Section(graph, _files, path));
        AddEntryPoints(answer);
        AddHubs(answer);
        AddTests(answer);
        if (path.Length == 0) AddUnresolved(answer);
        return answer;
    }

    private void AddEntryPoints(Answer answer)
    {
        var section = answer.Add(new Section("entry_points", "entry points") { Weight = 0.5 });
        var found = new List<(int File, int Line, string Why)>();
        foreach (int file in _files)
        {
            string at = graph.Node(file).Path;
            if (TestPaths.IsTest(at)) continue;
            string[] text = sources.Of(at);
            int line = Array.FindIndex(text, l => l.StartsWith("if __name__", StringComparison.Ordinal)) + 1;
            if (line > 0) found.Add((file, line, "runs as a script"));
            else if (graph.Node(file).Name == "__main__.py") found.Add((file, 1, "runs with python -m"));
        }
        section.More = Math.Max(0, found.Count - MostEntries);
        foreach (var (file, line, why) in found.Take(MostEntries))
            section.Rows.Add(new Row($"  {graph.Node(file).Path}:{line}  {why}", new JsonObject { ["path"] = graph.Node(file).Path, ["line"] = line, ["why"] = why }));
        if (section.Rows.Count == 0) answer.Sections.Remove(section);
    }

    private void AddHubs(Answer answer)
    {
        int imports = graph.EdgeTypeIndex(EdgeTypes.Imports);
        var symbols = new List<(int Node, int Uses, int ByTests)>();
        var files = new List<(int Node, int Uses, int ByTests)>();
        foreach (int file in _files)
            for (var (node, end) = graph.NodesOfFile(file); node < end; node++)
            {
                int uses = 0, byTests = 0;
                foreach (int number in graph.Incoming(node))
                {
                    var edge = graph.Edge(number);
                    // A guess says nothing of how much depends on something.
                    if (edge.Confidence == Confidence.Heuristic || (edge.TypeIndex == imports) != (node == file)) continue;
                    if (TestPaths.IsTest(graph.Node(edge.Source).Path)) byTests++;
                    else uses++;
                }
                if (uses > 0) (node == file ? files : symbols).Add((node, uses, byTests));
            }
        var hubs = answer.Add(new Section("hubs", "most used symbols (uses by product code, by tests)"));
        foreach (var (node, uses, byTests) in symbols.OrderByDescending(s => s.Uses).ThenBy(s => s.Node).Take(MostHubs)) hubs.Rows.Add(HubRow(node, uses, byTests));
        var hubFiles = answer.Add(new Section("hub_files", "most imported files") { Weight = 0.6 });
        foreach (var (node, uses, byTests) in files.OrderByDescending(s => s.Uses).ThenBy(s => s.Node).Take(MostHubFiles)) hubFiles.Rows.Add(HubRow(node, uses, byTests));
    }

    private Row HubRow(int number, int uses, int byTests)
    {
        var node = graph.Node(number);
        string summary = NodeLines.Summary(node);
        string name = node.Type == NodeType.File ? node.Path : $"{node.Path}:{node.LineStart} {NodeLines.Kind(node.Type)} {node.QualifiedName}";
        var json = new JsonObject { ["symbol"] = node.QualifiedName, ["path"] = node.Path, ["line"] = node.LineStart, ["uses"] = uses, ["test_uses"] = byTests };
        if (summary.Length > 0) json["doc"] = summary;
        return new Row($"  {uses,4} {byTests,4}  {name}{(summary.Length > 0 ? "  # " + summary : "")}", json);
    }

    private void AddTests(Answer answer)
    {
        var tests = _files.Where(f => TestPaths.IsTest(graph.Node(f).Path)).ToArray();
        if (tests.Length == 0) return;
        var section = answer.Add(new Section("tests", "tests") { Weight = 0.4 });
        foreach (var folder in tests.GroupBy(f => PackageRows.Folder(graph.Node(f).Path), StringComparer.Ordinal).OrderByDescending(g => g.Count()))
        {
            int functions = folder.Sum(f => TestFunctions(f));
            section.Rows.Add(new Row($"  {folder.Key}/  {NodeLines.Count(folder.Count(), "file", "files")}, {NodeLines.Count(functions, "test", "tests")}",
                new JsonObject { ["path"] = folder.Key, ["files"] = folder.Count(), ["tests"] = functions }));
        }
    }

    private int TestFunctions(int file)
    {
        int count = 0;
        for (var (node, end) = graph.NodesOfFile(file); node < end; node++)
            if (graph.Node(node) is { Type: NodeType.Function } f && f.Name.StartsWith("test", StringComparison.Ordinal)) count++;
        return count;
    }

    private void AddUnresolved(Answer answer)
    {
        var section = answer.Add(new Section("unresolved", "not in the graph: references that lead out of the repository or could not be resolved") { Weight = 0.4 });
        foreach (var one in graph.Unresolved.OrderByDescending(u => u.Count))
            section.Rows.Add(new Row($"  {one.Count,6}  {one.Kind}  {one.Reason}", new JsonObject { ["kind"] = one.Kind, ["reason"] = one.Reason, ["count"] = one.Count }));
    }
}
