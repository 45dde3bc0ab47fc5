using System.Text.RegularExpressions;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>Writes annotations that the parser reads back.</summary>
internal sealed class AnnotationWriter(string comment, CodeGraph graph, NodeNames names)
{
    public static string Rewrite(EdgeAnnotation annotation, IReadOnlyList<string> targets) =>
        Line(annotation.Marks, Verb(annotation.Verb, annotation.Confidence), string.Join(", ", targets))
        + (annotation.From is null ? "" : " from " + annotation.From);

    public static string Rewrite(NodeAnnotation annotation, IEnumerable<KeyValuePair<string, string>> attributes) =>
        Line(annotation.Marks, AnnotationSyntax.NodeVerb, NodeId.TypeName(annotation.Type), annotation.Name)
        + string.Concat(attributes.Where(a => !a.Value.Contains('`')).Select(a => $" {a.Key}={Quoted(a.Value)}"));

    /// <summary>Annotations for edges of one line. Edges that the same word of the line brought about share one.</summary>
    public IEnumerable<string> Write(IEnumerable<EdgeObservation> edges, string source) => edges
        .Select(e => (Marks: Marks(source, Words(e.Target)), Verb: VerbOf(e), Target: names.Shortest(e.Target)))
        .Distinct()
        .GroupBy(e => (e.Marks, e.Verb), e => e.Target)
        .OrderBy(group => group.Key.Marks.IndexOf('^'))
        .Select(group => Line(group.Key.Marks, group.Key.Verb, string.Join(", ", group)));

    public string Write(GraphNode node, string source) =>
        Line(Marks(source, [node.Name]), AnnotationSyntax.NodeVerb, NodeId.TypeName(node.Type), node.QualifiedName)
        + (node.Type == NodeType.Function ? $" complexity={node.Complexity}" : "")
        + $" lines={node.LineEnd - node.LineStart + 1}";

    public string Describe(EdgeObservation edge, string source) =>
        $"{edge.Path}:{edge.Line} {VerbOf(edge)} {names.Shortest(edge.Target)} from {names.Shortest(edge.Source)}{Quote(source)}";

    /// <summary>A missing edge, with the nearest thing that the graph has in its place.</summary>
    public string Describe(FixtureFile file, EdgeAnnotation annotation, string target, IReadOnlyList<EdgeObservation> near)
    {
        string from = annotation.From is null ? "" : " from " + annotation.From;
        string hint = near.Count == 0 ? ""
            : "; the graph has it " + string.Join(" and ", near.Select(e => $"from {names.Shortest(e.Source)} ({Word(e.Confidence)})"));
        string verb = Verb(annotation.Verb, annotation.Confidence);
        return $"{file.Path}:{annotation.SourceLine} {verb} {target}{from}{Quote(file.Lines[annotation.SourceLine - 1])}{hint}";
    }

    private string VerbOf(EdgeObservation edge) =>
        Verb(edge.Type.ToLowerInvariant(), edge.Confidence < Confidence.Inferred ? edge.Confidence : null);

    private static string Verb(string verb, Confidence? confidence) => confidence is { } stated ? $"{verb}({Word(stated)})" : verb;

    private static string Word(Confidence confidence) => confidence.ToString().ToLowerInvariant();

    private static string Line(params string[] parts) => string.Join(' ', parts);

    private static string Quote(string source) => source.Trim() is { Length: > 0 } text ? $"  | {text}" : "";

    private static string Quoted(string value) => value.Length == 0 || value.Any(char.IsWhiteSpace) ? $"`{value}`" : value;

    /// <summary>Words of a source line by which it probably speaks of a node, best first.</summary>
    private IEnumerable<string> Words(int target)
    {
        var node = graph.Node(target);
        IEnumerable<string> parts = node.Type == NodeType.File
            ? node.QualifiedName.Split('/').SkipLast(1).Append(Path.GetFileNameWithoutExtension(node.QualifiedName))
            : node.QualifiedName.Split('.').Select(NodeId.SimpleName);
        return parts.Reverse();
    }

    /// <summary>Carets under the first of the words that stands in the line, else under all of it.</summary>
    private string Marks(string source, IEnumerable<string> words)
    {
        var found = words.Where(word => word.Length > 0)
            .Select(word => Regex.Match(source, $@"(?<!\w){Regex.Escape(word)}(?!\w)")).FirstOrDefault(match => match.Success);
        int start = found?.Index ?? source.Length - source.TrimStart().Length;
        int end = found is null ? source.TrimEnd().Length : start + found.Length;
        // A comment can't have carets under its own sign; what stands that far left is marked a little to the right.
        start = Math.Max(start, comment.Length);
        return comment + new string(' ', start - comment.Length) + new string('^', Math.Max(1, end - start));
    }
}
