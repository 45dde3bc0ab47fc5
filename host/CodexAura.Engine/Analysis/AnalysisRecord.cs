using System.Buffers.Binary;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>
/// From what a stored graph was made. Where all of it is the same again, the graph would be too, for every step is a pure
/// function: so it need not be made. The commit is none of it: that is in the graph's id, and in nothing else of the graph.
/// </summary>
/// <param name="Settings">The code that made it, and what it was asked for.</param>
/// <param name="Listing">Paths, sizes and times of the files; 0 where a time does not tell yet whether the file changed.</param>
/// <param name="Content">Paths and facts of the files: an edit that changes no fact changes no graph.</param>
/// <param name="CreatedTicks">Time that the graph is stamped with: that of another one is no proof.</param>
internal sealed record AnalysisRecord(Digest Settings, Digest Listing, Digest Content, long CreatedTicks)
{
    private const int Length = 3 * Digest.Length + sizeof(long);

    public static readonly Digest ListingUnknown;

    public static Digest SettingsOf(RepositoryInfo repository, AnalysisRequest request, IEnumerable<LanguageRun> runs, IReadOnlyList<Diagnostic> scanned)
    {
        var print = new Fingerprint().AddCode(typeof(AnalysisPipeline)).AddCode(typeof(CodeGraph))
            .Add(repository.Path).Add(repository.Name)
            .Add(request.Exclude).Add(request.Paths).Add(request.EdgeTypes).Add(request.MaxFileSize);
        foreach (var run in runs) print.Add(run.Language.Language).Add(run.FactsVersion);
        foreach (var diagnostic in scanned) print.Add(diagnostic.Code).Add(diagnostic.Path).Add(diagnostic.Message);
        return print.Value;
    }

    public static Digest ListingOf(IReadOnlyList<ScannedFile> files)
    {
        var print = new Fingerprint();
        foreach (var file in files) print.Add(file.Path).Add(file.Size).Add(file.ModifiedTicks);
        return print.Value;
    }

    /// <summary>Stands for the facts of files, each of which <see cref="ContentOf(FileFacts)"/> stands for.</summary>
    public static Digest ContentOf(IReadOnlyList<Digest> files)
    {
        var print = new Fingerprint();
        foreach (var file in files) print.Add((long)file.High).Add((long)file.Low);
        return print.Value;
    }

    /// <summary>Stands for the facts of a file.</summary>
    public static Digest ContentOf(FileFacts facts)
    {
        var print = new Fingerprint().Add(facts.Path).Add(facts.LineCount).Add(facts.Body.Span).Add(facts.Diagnostics.Count);
        foreach (var diagnostic in facts.Diagnostics)
            print.Add(diagnostic.Code).Add((int)diagnostic.Severity).Add(diagnostic.Path).Add(diagnostic.Line).Add(diagnostic.Message);
        return print.Value;
    }

    /// <summary>Equality that compares the digests by their own operator: that of records would be compiled at each start.</summary>
    public bool IsSameAs(AnalysisRecord other) =>
        Settings == other.Settings && Listing == other.Listing && Content == other.Content && CreatedTicks == other.CreatedTicks;

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Length];
        Settings.Write(bytes);
        Listing.Write(bytes.AsSpan(Digest.Length));
        Content.Write(bytes.AsSpan(2 * Digest.Length));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(3 * Digest.Length), CreatedTicks);
        return bytes;
    }

    public static AnalysisRecord? FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new AnalysisRecord(Digest.Read(bytes), Digest.Read(bytes[Digest.Length..]), Digest.Read(bytes[(2 * Digest.Length)..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[(3 * Digest.Length)..]))
        : null;
}
