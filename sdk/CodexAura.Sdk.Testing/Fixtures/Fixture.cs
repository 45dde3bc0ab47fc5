using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>A fixture taken apart: files without their annotations, and the annotations beside them.</summary>
internal sealed record Fixture(string Comment, IReadOnlyList<FixtureFile> Files);

internal sealed record FixtureFile(string Path, string Heading)
{
    public List<string> Lines { get; } = [];

    public List<Annotation> Annotations { get; } = [];

    public string Text => string.Concat(Lines.Select(line => line + "\n"));
}

/// <summary>One annotation line.</summary>
/// <param name="FixtureLine">1-based line in the fixture, for messages about the fixture.</param>
/// <param name="SourceLine">1-based line in the file as the analyzer sees it.</param>
/// <param name="Text">The whole line as written.</param>
/// <param name="Marks">Its beginning up to the last caret.</param>
internal abstract record Annotation(int FixtureLine, int SourceLine, string Text, string Marks);

internal sealed record EdgeAnnotation(int FixtureLine, int SourceLine, string Text, string Marks,
    string Verb, Confidence? Confidence, IReadOnlyList<string> Targets, string? From)
    : Annotation(FixtureLine, SourceLine, Text, Marks)
{
    public string EdgeType => Verb.ToUpperInvariant();
}

internal sealed record NodeAnnotation(int FixtureLine, int SourceLine, string Text, string Marks,
    NodeType Type, string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes)
    : Annotation(FixtureLine, SourceLine, Text, Marks);
