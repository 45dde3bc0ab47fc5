namespace CodexAura.Sdk.Testing.Analyzers;

/// <summary>All checks by name.</summary>
internal static class AnalyzerCheckList
{
    public static IReadOnlyList<(string Name, Action<AnalyzerBench> Check)> All { get; } =
    [
        ("sample: gives nodes and edges without an error", SampleChecks.GivesAGraph),
        ("sample: redefined names are told apart", SampleChecks.Redefinitions),
        ("sample: no files at all", SampleChecks.NoFiles),
        ("version: there is one, always the same", SampleChecks.Version),
        ("paths: kept as they are", SampleChecks.Paths),
        ("input: empty and nearly empty files", InputChecks.Empty),
        ("input: a byte order mark changes nothing", InputChecks.ByteOrderMark),
        ("input: CRLF changes nothing", InputChecks.CrLf),
        ("input: cut off anywhere", InputChecks.CutOff),
        ("input: damaged anywhere", InputChecks.Damaged),
        ("input: random bytes", InputChecks.RandomBytes),
        ("input: nested deeply", InputChecks.DeepNesting),
        ("input: a very long line", InputChecks.LongLine),
        ("purity: the same facts each time", PurityChecks.SameFacts),
        ("purity: another instance gives the same graph", PurityChecks.AnotherInstance),
        ("purity: facts come back from a cache", PurityChecks.FromCache),
        ("purity: nothing is kept of the file's memory", PurityChecks.MemoryIsReused),
        ("threads: many files at once", PurityChecks.Threads),
        ("cancellation: stops, and does no harm", PurityChecks.Cancellation),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(check => check.Name)];
}
