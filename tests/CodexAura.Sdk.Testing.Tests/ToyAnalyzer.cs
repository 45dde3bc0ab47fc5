using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Tests;

/// <summary>
/// Reads a language of one statement a line: <c>use PATH</c>, <c>class NAME [BASE]</c>, <c>fun NAME</c> (both up to <c>end</c>),
/// <c>if</c>, <c>call NAME</c>, <c>infer NAME</c>, <c>guess NAME</c>, and <c>route NAME</c> for an edge type of its own.
/// </summary>
internal sealed class ToyAnalyzer : ILanguageAnalyzer
{
    public string FactsVersion => "1";

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        string[] lines = Lines(source.Content);
        var broken = lines.Index().Where(l => l.Item.Contains("???"))
            .Select(l => new Diagnostic("TOY1", DiagnosticSeverity.Warning, source.Path, l.Index + 1, "This is no statement."));
        return new FileFacts(source.Path, lines.Length, source.Content, [.. broken]);
    }

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        var named = new Dictionary<string, int>();
        var statements = new List<(int Scope, int Line, string Verb, string[] Names)>();
        foreach (var file in files)
        {
            foreach (var diagnostic in file.Diagnostics) graph.AddDiagnostic(diagnostic);
            named[file.Path] = graph.AddFile(file.Path, file.LineCount);
            ReadFile(file, graph, named, statements);
        }
        foreach (var (scope, line, verb, names) in statements)
            foreach (string name in names)
            {
                // Making an object runs its constructor: one line, two edges.
                foreach (string called in new[] { name, name + ".init" })
                    if (Type(verb) is var (type, confidence) && named.TryGetValue(called, out int target))
                        graph.AddEdge(scope, target, type, line, confidence);
            }
    }

    private static void ReadFile(FileFacts file, GraphBuilder graph, Dictionary<string, int> named,
        List<(int, int, string, string[])> statements)
    {
        string[] lines = Lines(file.Body);
        var scopes = new Stack<(int Handle, string Prefix)>([(named[file.Path], "")]);
        for (int i = 0; i < lines.Length; i++)
        {
            string[] words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["end"])
                scopes.Pop();
            else if (words is ["class" or "fun", var name, ..])
            {
                int end = Array.FindIndex(lines, i, l => l.Trim() == "end" && Indent(l) == Indent(lines[i]));
                var type = words[0] == "class" ? NodeType.Class : NodeType.Function;
                int ifs = lines[i..end].Count(l => l.Trim() == "if");
                string qualified = scopes.Peek().Prefix + name;
                int handle = graph.AddDefinition(type, scopes.Peek().Handle, qualified, i + 1, end + 1,
                    type == NodeType.Class ? 0 : 1 + ifs, signature: type == NodeType.Class ? null : "(a, b)");
                named.TryAdd(qualified, handle);
                statements.Add((handle, i + 1, words[0], words[2..]));
                scopes.Push((handle, qualified + "."));
            }
            else if (words.Length > 1)
                statements.Add((scopes.Peek().Handle, i + 1, words[0], words[1..]));
        }
    }

    private static (string Type, Confidence Confidence)? Type(string verb) => verb switch
    {
        "use" => (EdgeTypes.Imports, Confidence.Exact),
        "class" => (EdgeTypes.Extends, Confidence.Exact),
        "call" => (EdgeTypes.Calls, Confidence.Exact),
        "infer" => (EdgeTypes.Calls, Confidence.Inferred),
        "guess" => (EdgeTypes.Calls, Confidence.Heuristic),
        "route" => ("ROUTES", Confidence.Exact),
        _ => null,
    };

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string[] Lines(ReadOnlyMemory<byte> content) =>
        Encoding.UTF8.GetString(content.Span).Split('\n')[..^1];
}
