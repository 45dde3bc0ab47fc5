using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

/// <summary>What became of one file: facts, or a diagnostic that says why not.</summary>
internal readonly record struct ExtractedFile(FileFacts? Facts, CachedFacts? CacheEntry, bool Reused, Diagnostic? Problem);

/// <summary>Reads single files into facts, from the cache where they hold. Called from many threads.</summary>
internal sealed class FileExtraction(
    string root, LanguageAnalyzer language, ILanguageAnalyzer analyzer, long maxFileSize, FactsCacheSession? cache, bool full, TimeProvider time)
{
    public ExtractedFile Extract(ScannedFile file, CancellationToken cancellationToken)
    {
        if (!full && cache?.FindUnread(file) is { } entry) return new ExtractedFile(entry.Facts, entry, true, null);
        var readAt = time.GetUtcNow();
        byte[] content;
        try
        {
            content = Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(DiagnosticCodes.FileUnreadable, file.Path, $"The file can't be read, it was left out: {e.Message}");
        }
        if (content.LongLength > maxFileSize)
            return Failed(DiagnosticCodes.FileTooLarge, file.Path, "The file grew beyond the size limit while it was read; it was left out.");

        var hash = cache is null ? default : FileContents.Hash(content);
        var facts = full ? null : cache?.FindByContent(file.Path, content.LongLength, hash);
        bool reused = facts is not null;
        try
        {
            facts ??= analyzer.Extract(new SourceFile(file.Path, content), cancellationToken);
            if (facts.Path != file.Path)
                throw new InvalidOperationException($"The facts are of another path, '{facts.Path}'.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Failed(DiagnosticCodes.AnalyzerFailedOnFile, file.Path,
                $"The {language} failed on this file, it was left out: {e.GetType().Name}: {e.Message}");
        }
        var keep = cache is null ? null : FactsCacheSession.Entry(facts, content.LongLength, file.ModifiedTicks, hash, readAt);
        return new ExtractedFile(facts, keep, reused, null);
    }

    /// <summary>What becomes of a file that its analyzer did not come to an end with.</summary>
    public static ExtractedFile TooLate(LanguageAnalyzer language, ScannedFile file, TimeSpan limit) => Failed(DiagnosticCodes.AnalyzerHangs, file.Path,
        $"The {language} took longer than {limit.TotalSeconds:0.#} s for this file, it was left out.");

    /// <summary>An empty file is not opened: it may have become a pipe since.</summary>
    private byte[] Read(ScannedFile file) => file.Size == 0 ? [] : File.ReadAllBytes(Path.Join(root, file.Path));

    private static ExtractedFile Failed(string code, string path, string message) =>
        new(null, null, false, new Diagnostic(code, code == DiagnosticCodes.FileTooLarge ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, path, 0, message));
}
