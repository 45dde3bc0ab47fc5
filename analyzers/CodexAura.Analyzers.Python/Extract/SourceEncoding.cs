using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// Gives a file as UTF-8. Nearly all are already and are used in place; others are decoded as PEP 263 says, by the coding
/// comment on one of the first two lines.
/// </summary>
internal static partial class SourceEncoding
{
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    static SourceEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ReadOnlyMemory<byte> ToUtf8(SourceFile file, List<Diagnostic> diagnostics)
    {
        var bytes = file.Content;
        if (bytes.Span.StartsWith(Bom)) bytes = bytes[Bom.Length..];
        if (Utf8.IsValid(bytes.Span)) return bytes;

        string? declared = Declared(bytes.Span);
        var encoding = Find(declared);
        if (encoding is null)
        {
            diagnostics.Add(new Diagnostic("CA2002", DiagnosticSeverity.Warning, file.Path, 1, declared is null
                ? "The file is not UTF-8 and declares no encoding; it was read as Latin-1. Add a coding comment or save it as UTF-8."
                : $"The declared encoding '{declared}' is unknown; the file was read as Latin-1."));
            encoding = Encoding.Latin1;
        }
        return Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span));
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 400)]);
        foreach (string line in head.Split('\n').Take(2))
        {
            var match = Coding().Match(line);
            if (match.Success) return match.Groups[1].Value;
        }
        return null;
    }

    private static Encoding? Find(string? name)
    {
        if (name is null) return null;
        string normal = name.ToLowerInvariant().Replace('_', '-');
        if (normal.StartsWith("utf-8", StringComparison.Ordinal) || normal == "utf8") return null;
        if (normal.StartsWith("cp", StringComparison.Ordinal)) normal = "windows-" + normal[2..];
        try
        {
            return Encoding.GetEncoding(normal is "latin-1" or "latin1" or "l1" ? "iso-8859-1" : normal);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)")]
    private static partial Regex Coding();
}
