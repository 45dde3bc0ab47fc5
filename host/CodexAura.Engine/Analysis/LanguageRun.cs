using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>The files of one language on their way through an analysis.</summary>
internal sealed class LanguageRun(LanguageAnalyzer language, ILanguageAnalyzer analyzer, IReadOnlyList<ScannedFile> files)
{
    public LanguageAnalyzer Language { get; } = language;

    public ILanguageAnalyzer Analyzer { get; } = analyzer;

    /// <summary>Files in ordinal path order.</summary>
    public IReadOnlyList<ScannedFile> Files { get; } = files;

    /// <summary>What became of each file, at the file's place.</summary>
    public ExtractedFile[] Extracted { get; } = new ExtractedFile[files.Count];

    public FactsCacheSession? Cache { get; set; }

    /// <summary>
    /// The analyzer's own version, and its code: an analyzer whose author forgot to raise the version is not handed facts that
    /// another build of it made.
    /// </summary>
    public string FactsVersion => $"{Analyzer.FactsVersion} {Analyzer.GetType().Module.ModuleVersionId:N}";

    public FileExtraction? Extraction { get; set; }

    public int Reused => Extracted.Count(e => e.Reused);

    public List<FileFacts> Facts => [.. Extracted.Select(e => e.Facts).OfType<FileFacts>()];

    public IEnumerable<Diagnostic> Diagnostics =>
        Extracted.SelectMany(e => e.Problem is { } problem ? [problem] : e.Facts?.Diagnostics ?? []);
}
