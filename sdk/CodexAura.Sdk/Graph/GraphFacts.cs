namespace CodexAura.Sdk.Graph;

/// <summary>What a graph carries beside its nodes and edges.</summary>
internal sealed record GraphFacts(
    RepositoryInfo Repository, Diagnostic[] Diagnostics, UnresolvedCount[] Unresolved, long LineCount)
{
    /// <summary>Puts diagnostics and counts into the one order every equal graph has.</summary>
    public static GraphFacts Of(RepositoryInfo repository, IEnumerable<Diagnostic> diagnostics,
        Dictionary<(string Kind, string Reason), int> unresolved, long lineCount) => new(
        repository,
        [.. diagnostics.Distinct()
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal).ThenBy(d => d.Severity)],
        [.. unresolved.Select(u => new UnresolvedCount(u.Key.Kind, u.Key.Reason, u.Value))
            .OrderBy(u => u.Kind, StringComparer.Ordinal).ThenBy(u => u.Reason, StringComparer.Ordinal)],
        lineCount);
}
