using System.Composition;
using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace Acme.Plugin1;

/// <summary>
/// Reads a toy language, one statement a line: <c>import a/b.toyext</c>, <c>function f</c>, and in functions <c>call f</c>.
/// </summary>
[ExportAnalyzer("toy", ".toyext")]
[Shared]
public sealed class PluginAnalyzer : ILanguageAnalyzer
{
    /// <summary>Names the format of the facts, and all that decides what is in them. Change it when either changes.</summary>
    public string FactsVersion => "toy-1";

    /// <summary>
    /// Turns one file into facts. Called from many threads at once; looks at nothing but these bytes; never throws for what stands
    /// in them.
    /// </summary>
    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        string text = Encoding.UTF8.GetString(source.Content.Span).TrimStart('\uFEFF');
        string[] lines = text.Split('\n');
        int lineCount = text.Length == 0 ? 0 : text.EndsWith('\n') ? lines.Length - 1 : lines.Length;
        var facts = new Facts();
        var diagnostics = new List<Diagnostic>();
        for (int i = 0; i < lineCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string[] words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case []:
                    break;
                case ["import" or "function" or "call", var name]:
                    facts.Add(words[0], name, i + 1);
                    break;
                default:
                    diagnostics.Add(new Diagnostic("TOY2001", DiagnosticSeverity.Warning, source.Path, i + 1,
                        "This line is neither 'import FILE', 'function NAME' nor 'call NAME'; it was left out."));
                    break;
            }
        }
        return new FileFacts(source.Path, lineCount, facts.ToBytes(), diagnostics);
    }

    /// <summary>Links the facts of all files. Gets them in the order of their paths, and must give the same graph each time.</summary>
    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        var units = files.Select(file => new Unit(file, graph.AddFile(file.Path, file.LineCount))).ToList();
        foreach (var unit in units) AddFunctions(unit, graph);
        var byPath = units.ToDictionary(unit => unit.File.Path, StringComparer.Ordinal);
        foreach (var unit in units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddEdges(unit, byPath, graph);
        }
    }

    private static void AddFunctions(Unit unit, GraphBuilder graph)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var functions = unit.Facts.Statements.Where(s => s.Kind == "function").ToList();
        for (int i = 0; i < functions.Count; i++)
        {
            var (_, name, line) = functions[i];
            // A function ends where the next one begins. A second one of the same name gets '#2', a third '#3'.
            int end = i + 1 < functions.Count ? functions[i + 1].Line - 1 : unit.File.LineCount;
            int time = times[name] = times.GetValueOrDefault(name) + 1;
            string unique = time == 1 ? name : $"{name}#{time}";
            int node = graph.AddDefinition(NodeType.Function, unit.Node, unique, line, end, complexity: 1);
            unit.Functions.Add((name, line, end, node));
        }
    }

    private static void AddEdges(Unit unit, Dictionary<string, Unit> byPath, GraphBuilder graph)
    {
        var visible = new List<Unit> { unit };
        foreach (var (kind, name, line) in unit.Facts.Statements)
        {
            if (kind == "import")
            {
                if (byPath.TryGetValue(name, out var imported))
                {
                    graph.AddEdge(unit.Node, imported.Node, EdgeTypes.Imports, line, Confidence.Exact);
                    visible.Add(imported);
                }
                else graph.AddUnresolved(EdgeTypes.Imports, "no such file");
            }
            else if (kind == "call")
            {
                int source = unit.Functions.Where(f => f.Line <= line && line <= f.End).Select(f => f.Node).DefaultIfEmpty(unit.Node).First();
                // The last definition of a name counts, in this file before the imported ones.
                var target = visible.Select(u => u.Functions.FindLast(f => f.Name == name)).FirstOrDefault(f => f.Name is not null);
                if (target.Name is not null) graph.AddEdge(source, target.Node, EdgeTypes.Calls, line, Confidence.Exact);
                else graph.AddUnresolved(EdgeTypes.Calls, "unknown name");
            }
        }
    }

    private sealed class Unit(FileFacts file, int node)
    {
        public FileFacts File { get; } = file;

        public int Node { get; } = node;

        public Facts Facts { get; } = Facts.Read(file.Body);

        public List<(string Name, int Line, int End, int Node)> Functions { get; } = [];
    }
}
