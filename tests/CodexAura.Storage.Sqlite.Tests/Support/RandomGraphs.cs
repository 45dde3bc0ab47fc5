using CodexAura.Sdk.Graph;
using CsCheck;

namespace CodexAura.Storage.Sqlite.Tests.Support;

/// <summary>Small graphs of every shape that the builder allows: cycles, self-loops, no edges, no nodes, odd names.</summary>
internal static class RandomGraphs
{
    public static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 8],
        Gen.String[Gen.Char, 0, 12],
        Gen.OneOf("", "\0", "a\0b", "\ud800", "\udc00\ud800", "x\ud83dy", "😀", "日本語", "null", "''; --", new string('é', 20_000)));

    private static readonly Gen<string> Name = Gen.Frequency((4, Gen.String[Gen.Char.AlphaNumeric, 1, 3]), (1, AnyText.Where(t => t.Length > 0)));
    private static readonly Gen<int> AnyLine = Gen.Frequency((8, Gen.Int[1, 40]), (1, Gen.Int[0, int.MaxValue]));

    private static readonly Gen<(bool IsClass, uint Parent, string Name, int Start, int End, int Complexity, string? Docstring, string? Signature)> Definition =
        Gen.Select(Gen.Bool, Gen.UInt, Name, AnyLine, AnyLine, Gen.Int[0, 50], AnyText.Null(), AnyText.Null());

    private static readonly Gen<(uint Source, uint Target, string Type, int Line, int Confidence)> Edge =
        Gen.Select(Gen.UInt, Gen.UInt, Gen.OneOf(Gen.OneOf("CALLS", "IMPORTS", "EXTENDS"), Name), AnyLine, Gen.Int[0, 2]);

    private static readonly Gen<Diagnostic> Note = Gen.Select(AnyText, Gen.Int[0, 2], AnyText, AnyLine, AnyText)
        .Select((code, severity, path, line, message) => new Diagnostic(code, (DiagnosticSeverity)severity, path, line, message));

    private static readonly Gen<UnresolvedCount> Unresolved = Gen.Select(AnyText, AnyText, Gen.Int[0, 1000]).Select((k, r, c) => new UnresolvedCount(k, r, c));

    public static readonly Gen<CodeGraph> Any = Gen.Select(
        Gen.Select(Name, Gen.Int[0, 5000], AnyText.Null()).Array[0, 6], Definition.Array[0, 40], Edge.Array[0, 150], Note.Array[0, 5],
        Unresolved.Array[0, 5], Gen.Select(AnyText, AnyText, AnyText.Null()))
        .Select((files, definitions, edges, notes, unresolved, repository) =>
        {
            var builder = new GraphBuilder();
            foreach (var (path, lines, docstring) in files.DistinctBy(f => f.Item1)) builder.AddFile(path, lines, docstring);
            int any = builder.NodeCount;
            for (int i = 0; any > 0 && i < definitions.Length; i++)
            {
                var d = definitions[i];
                builder.AddDefinition(d.IsClass ? NodeType.Class : NodeType.Function, (int)(d.Parent % builder.NodeCount), $"{d.Name}#{i}",
                    d.Start, d.End, d.Complexity, d.Docstring, d.Signature);
            }
            foreach (var e in edges.Where(_ => any > 0))
                builder.AddEdge((int)(e.Source % builder.NodeCount), (int)(e.Target % builder.NodeCount), e.Type, e.Line, (Confidence)e.Confidence);
            foreach (var note in notes) builder.AddDiagnostic(note);
            foreach (var one in unresolved) builder.AddUnresolved(one.Kind, one.Reason, one.Count);
            return builder.Build(new RepositoryInfo(repository.Item1, repository.Item2, repository.Item3));
        });
}
