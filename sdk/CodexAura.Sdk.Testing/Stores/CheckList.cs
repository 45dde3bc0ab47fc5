using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>All checks by name. A check of an ability that a store neither has nor promises is that it really lacks it.</summary>
internal static class CheckList
{
    private static readonly (string Name, Func<StoreBench, Task> Check)[] All =
    [
        ("capabilities: what is promised is there, and what is there is promised", CapabilityChecks.PromisesAndInterfacesAgree),
        ("round trip: graphs made at random", RoundTripChecks.RandomGraphs),
        ("round trip: odd graphs", RoundTripChecks.OddGraphs),
        ("round trip: 100,000 nodes", RoundTripChecks.LargeGraph),
        ("round trip: text that is no valid Unicode", RoundTripChecks.AnyText),
        ("catalog: a store that has nothing", CatalogChecks.NothingStored),
        ("catalog: descriptions, newest first", CatalogChecks.Lists),
        ("catalog: a wrong description is refused", CatalogChecks.WrongDescription),
        ("catalog: the order of saving does not matter", CatalogChecks.DeterministicOrder),
        ("replace: saving again changes nothing", CatalogChecks.IdempotentReplace),
        ("replace: nothing of the graph before remains", CatalogChecks.Replace),
        ("delete: all that belongs to a graph goes, and nothing else", CatalogChecks.Delete),
        ("reopen: after every operation", CatalogChecks.Reopen),
        ("query: parts equal those of the whole graph", QueryChecks.PartsEqualTheWhole),
        ("query: names and words", QueryChecks.NamesAndWords),
        ("query: neighbours", QueryChecks.Neighbours),
        ("query: graphs and nodes that are not there", QueryChecks.Missing),
        ("update: changed files", UpdateChecks.ChangedFiles),
        ("update: under an id that is not there", UpdateChecks.NothingStored),
        ("stream: all rows in order", StreamChecks.AllRows),
        ("stream: stopped early", StreamChecks.StoppedEarly),
        ("stream: one state while another is written", StreamChecks.OneState),
        ("facts: kept, replaced, removed", FactsChecks.Kept),
        ("facts: of other versions, languages and repositories", FactsChecks.Separate),
        ("concurrency: readers during writes", ConcurrencyChecks.ReadersDuringWrites),
        ("concurrency: two writers", ConcurrencyChecks.TwoWriters),
        ("cancellation: before anything began", CancellationChecks.Before),
        ("cancellation: in the middle of a save", CancellationChecks.InTheMiddle),
        ("durability: another process", DurabilityChecks.AnotherProcess),
        ("durability: two processes write", DurabilityChecks.TwoProcesses),
        ("durability: killed at twenty moments of a save", DurabilityChecks.Killed),
        ("durability: the disk is full", FullDiskChecks.Full),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(check => check.Name)];

    public static Func<StoreBench, Task> Find(string name) => All.FirstOrDefault(check => check.Name == name).Check
        ?? throw new ConformanceException($"There is no check '{name}'. A suite that runs nothing proves nothing: take the names from GraphStoreConformance.Checks.");
}
