using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.TreeSitter;

namespace Sample.JavaScript;

/// <summary>Turns one file into facts: first what is declared where, then what refers to it. For one thread.</summary>
internal sealed class FileReader : IDisposable
{
    private readonly SyntaxParser _parser = new(Source.Grammar);
    private readonly SyntaxTable _table = new(Source.Grammar);

    public FileFacts Read(SourceFile file, CancellationToken cancellationToken)
    {
        var text = file.Content.Span;
        // A byte order mark is no part of the text; the lines stay the same without it.
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        var (lineStarts, lineCount) = Lines(text);
        using var tree = _parser.Parse(text, cancellationToken);
        _table.Fill(tree);
        var source = new Source(text, _table.Entries, lineStarts);
        var declarations = new Declarations(cancellationToken);
        declarations.Read(source);
        new References(declarations, cancellationToken).Read(source);
        return new FileFacts(file.Path, lineCount, declarations.Facts.ToBytes(), Errors(file.Path, source, _table.Entries));
    }

    public void Dispose()
    {
        _parser.Dispose();
        _table.Dispose();
    }

    /// <summary>One diagnostic for a file, at its first error: what follows it is mostly its consequence.</summary>
    private static List<Diagnostic> Errors(string path, Source source, ReadOnlySpan<SyntaxEntry> entries)
    {
        for (int i = 0; i < entries.Length; i++)
            if (entries[i].IsError || entries[i].IsMissing)
                return [new Diagnostic("JS2001", DiagnosticSeverity.Warning, path, Math.Max(1, source.Line(i)), "This is no valid JavaScript; what stands around it was read.")];
        return [];
    }

    private static (int[] Starts, int Count) Lines(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '\n') starts.Add(i + 1);
        bool endsOpen = text.Length > 0 && text[^1] != '\n';
        // An offset at the very end of a text that ends its last line belongs to that line.
        if (!endsOpen && starts.Count > 1) starts.RemoveAt(starts.Count - 1);
        return ([.. starts], text.IsEmpty ? 0 : starts.Count);
    }
}
