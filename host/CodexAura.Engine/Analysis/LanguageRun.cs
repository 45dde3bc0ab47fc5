using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

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

    // Loops: LINQ over a struct of ours would be compiled at each start.
    public int Reused
    {
        get
        {
            int count = 0;
            foreach (var file in Extracted) count += file.Reused ? 1 : 0;
            return count;
        }
    }

    public List<FileFacts> Facts => Collect(static file => file.Facts);

    public List<CachedFacts> CacheEntries => Collect(static file => file.CacheEntry);

    public List<Diagnostic> Diagnostics
    {
        get
        {
            var all = new List<Diagnostic>();
            foreach (var file in Extracted)
                if (file.Problem is { } problem) all.Add(problem);
                else if (file.Facts is { } facts) all.AddRange(facts.Diagnostics);
            return all;
        }
    }

    private List<T> Collect<T>(Func<ExtractedFile, T?> part) where T : class
    {
        var found = new List<T>(Extracted.Length);
        foreach (var file in Extracted)
            if (part(file) is { } some) found.Add(some);
        return found;
    }
}
