using System.Text;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>Compares the annotations of a fixture with a graph.</summary>
internal sealed class FixtureComparison
{
    private readonly Fixture _fixture;
    private readonly CodeGraph _graph;
    private readonly FixtureOptions _options;
    private readonly NodeNames _names;
    private readonly AnnotationWriter _writer;
    private readonly ILookup<(string, int), EdgeObservation> _edges;
    private readonly ILookup<(string, int), GraphNode> _nodes;
    private readonly HashSet<EdgeObservation> _metEdges = [];
    private readonly HashSet<int> _metNodes = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _unexpected = [];
    private readonly StringBuilder _actual = new();

    public FixtureComparison(Fixture fixture, CodeGraph graph, FixtureOptions options)
    {
        (_fixture, _graph, _options) = (fixture, graph, options);
        _names = new NodeNames(graph);
        _writer = new AnnotationWriter(fixture.Comment, graph, _names);
        _edges = EdgeObservation.All(graph).ToLookup(e => (e.Path, e.Line));
        _nodes = NodeObservation.All(graph).ToLookup(n => (n.Path, n.LineStart));
    }

    public void ThrowIfDifferent()
    {
        foreach (var file in _fixture.Files) CompareFile(file);
        CheckPlaces();
        if (_missing.Count + _unexpected.Count == 0) return;

        var message = new StringBuilder("The graph differs from the fixture.\n");
        foreach (string line in _missing) message.Append("  missing     ").Append(line).Append('\n');
        foreach (string line in _unexpected) message.Append("  unexpected  ").Append(line).Append('\n');
        foreach (var d in _graph.Diagnostics)
            message.Append($"  diagnostic  {d.Path}:{d.Line} {d.Code} {d.Message}\n");
        message.Append("\nThe fixture with what the analyzer found, ready to paste:\n\n").Append(_actual);
        throw new FixtureException(message.ToString(), _actual.ToString(), _missing, _unexpected);
    }

    private void CompareFile(FixtureFile file)
    {
        _actual.Append(file.Heading).Append('\n');
        var annotations = file.Annotations.ToLookup(a => a.SourceLine);
        for (int line = 1; line <= file.Lines.Count; line++)
        {
            string source = file.Lines[line - 1];
            _actual.Append(source).Append('\n');
            foreach (var annotation in annotations[line])
            {
                string? holds = annotation is EdgeAnnotation edge ? CompareEdge(file, edge) : CompareNode(file, (NodeAnnotation)annotation);
                if (holds is not null) _actual.Append(holds).Append('\n');
            }
            foreach (string added in Unannotated(file, line, source)) _actual.Append(added).Append('\n');
        }
    }

    /// <summary>Notes what is missing; gives what of the annotation holds, or null when nothing does.</summary>
    private string? CompareEdge(FixtureFile file, EdgeAnnotation annotation)
    {
        CheckVerb(annotation);
        int source = annotation.From is null ? -1 : _names.Resolve(annotation.From, annotation);
        var held = new List<string>();
        foreach (string written in annotation.Targets)
        {
            int target = _names.Resolve(written, annotation);
            var near = _edges[(file.Path, annotation.SourceLine)].Where(e => e.Type == annotation.EdgeType && e.Target == target).ToArray();
            var met = near.Where(e => source < 0 || e.Source == source)
                .Where(e => annotation.Confidence is { } stated ? e.Confidence == stated : e.Confidence >= _options.MinimumConfidence)
                .ToArray();
            _metEdges.UnionWith(met);
            if (met.Length > 0) held.Add(written);
            else _missing.Add(_writer.Describe(file, annotation, written, near));
        }
        return held.Count == annotation.Targets.Count ? annotation.Text
            : held.Count == 0 ? null : AnnotationWriter.Rewrite(annotation, held);
    }

    private string? CompareNode(FixtureFile file, NodeAnnotation annotation)
    {
        var found = _nodes[(file.Path, annotation.SourceLine)]
            .Where(n => n.Type == annotation.Type && n.QualifiedName == annotation.Name).ToArray();
        if (found is not [var node])
        {
            _missing.Add($"{file.Path}:{annotation.SourceLine} node {NodeId.TypeName(annotation.Type)} {annotation.Name}");
            return null;
        }
        _metNodes.Add(node.Index);
        var actual = annotation.Attributes
            .Select(a => new KeyValuePair<string, string>(a.Key, NodeObservation.Attribute(_graph, node, a.Key))).ToArray();
        if (actual.SequenceEqual(annotation.Attributes)) return annotation.Text;
        foreach (var (stated, real) in annotation.Attributes.Zip(actual).Where(pair => !pair.First.Equals(pair.Second)))
            _missing.Add($"{file.Path}:{annotation.SourceLine} node {annotation.Name} {stated.Key}=`{stated.Value}`, it is `{real.Value}`");
        return AnnotationWriter.Rewrite(annotation, actual);
    }

    private IEnumerable<string> Unannotated(FixtureFile file, int line, string source)
    {
        var nodes = _options.ExhaustiveNodes
            ? _nodes[(file.Path, line)].Where(n => !_metNodes.Contains(n.Index)).ToArray() : [];
        var edges = _edges[(file.Path, line)]
            .Where(e => _options.Exhaustive.Contains(e.Type) && e.Confidence >= _options.MinimumConfidence && !_metEdges.Contains(e)).ToArray();
        _unexpected.AddRange(nodes.Select(n => $"{file.Path}:{line} node {NodeId.TypeName(n.Type)} {n.QualifiedName}"));
        _unexpected.AddRange(edges.Select(e => _writer.Describe(e, source)));
        return [.. nodes.Select(n => _writer.Write(n, source)), .. _writer.Write(edges, source)];
    }

    private void CheckVerb(EdgeAnnotation annotation)
    {
        string[] known = [.. FixtureOptions.Default.Exhaustive, .. _options.Exhaustive, .. _graph.EdgeTypeNames];
        if (known.Contains(annotation.EdgeType) && annotation.Verb == annotation.Verb.ToLowerInvariant()) return;
        var verbs = known.Append(AnnotationSyntax.NodeVerb).Select(v => v.ToLowerInvariant()).Distinct();
        throw FixtureParser.Mistake(annotation.FixtureLine, annotation.Text,
            $"has the unknown verb '{annotation.Verb}'; there are {string.Join(", ", verbs)}, "
            + "and the edge types that the graph or FixtureOptions.Exhaustive has");
    }

    /// <summary>What stands on a line that the file does not have could never be annotated, so it is the analyzer's mistake.</summary>
    private void CheckPlaces()
    {
        var lengths = _fixture.Files.ToDictionary(f => f.Path, f => f.Lines.Count);
        foreach (var edge in _edges.SelectMany(group => group))
            if (_options.Exhaustive.Contains(edge.Type) && (edge.Line < 1 || edge.Line > lengths.GetValueOrDefault(edge.Path)))
                _unexpected.Add($"{_writer.Describe(edge, "")}, but the file has {lengths.GetValueOrDefault(edge.Path)} lines");
        foreach (var node in _nodes.SelectMany(group => group))
            if (_options.ExhaustiveNodes && (node.LineStart < 1 || node.LineStart > lengths.GetValueOrDefault(node.Path)))
                _unexpected.Add($"{node.Path}:{node.LineStart} node {node.QualifiedName}, but the file has {lengths.GetValueOrDefault(node.Path)} lines");
    }
}
