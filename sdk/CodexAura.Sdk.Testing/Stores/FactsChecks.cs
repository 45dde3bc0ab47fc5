using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>The facts of files.</summary>
internal static class FactsChecks
{
    public static async Task Kept(StoreBench bench)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IFactsCache>(bench, store, StoreCapabilities.Facts) is not { } cache) return;
        var facts = Enumerable.Range(0, 200).ToDictionary(i => $"src/ä/{i}.py", i => Facts($"src/ä/{i}.py", i));
        await SaveAsync("python", "1", facts.Values, []).ConfigureAwait(false);
        await ExpectAsync("saved").ConfigureAwait(false);
        CachedFacts[] changed = [Facts("src/ä/7.py", 1000), Facts("new.py", 1001)];
        foreach (var one in changed) facts[one.Facts.Path] = one;
        foreach (int i in (int[])[1, 2, 199]) facts.Remove($"src/ä/{i}.py");
        await SaveAsync("python", "1", changed, ["src/ä/1.py", "src/ä/2.py", "src/ä/199.py", "never/there.py"]).ConfigureAwait(false);
        store = bench.Reopen(store);
        cache = (IFactsCache)store;
        await ExpectAsync("changed").ConfigureAwait(false);

        Task SaveAsync(string language, string version, IReadOnlyCollection<CachedFacts> entries, string[] removed) =>
            cache.SaveFactsAsync("/r", language, version, entries, removed, bench.Stop);

        async Task ExpectAsync(string when) => Require.Same(Text(facts.Values),
            Text(await cache.LoadFactsAsync("/r", "python", "1", bench.Stop).ConfigureAwait(false)), $"the facts {when}");
    }

    public static async Task Separate(StoreBench bench)
    {
        if (CapabilityChecks.Ability<IFactsCache>(bench, bench.Open(), StoreCapabilities.Facts) is not { } cache) return;
        await cache.SaveFactsAsync("/r", "python", "1", [Facts("a.py", 1), Facts("b.py", 2)], [], bench.Stop).ConfigureAwait(false);
        await cache.SaveFactsAsync("/r", "ruby", "1", [Facts("a.rb", 3)], [], bench.Stop).ConfigureAwait(false);
        await cache.SaveFactsAsync("/other", "python", "1", [Facts("a.py", 4)], [], bench.Stop).ConfigureAwait(false);
        await ExpectAsync("/r", "python", "2").ConfigureAwait(false);
        await ExpectAsync("/r", "python", "1", Facts("a.py", 1), Facts("b.py", 2)).ConfigureAwait(false);
        await cache.SaveFactsAsync("/r", "python", "2", [Facts("b.py", 5)], [], bench.Stop).ConfigureAwait(false);
        await ExpectAsync("/r", "python", "1").ConfigureAwait(false);
        await ExpectAsync("/r", "python", "2", Facts("b.py", 5)).ConfigureAwait(false);
        await ExpectAsync("/r", "ruby", "1", Facts("a.rb", 3)).ConfigureAwait(false);
        await ExpectAsync("/other", "python", "1", Facts("a.py", 4)).ConfigureAwait(false);
        await ExpectAsync("/none", "python", "1").ConfigureAwait(false);

        async Task ExpectAsync(string repository, string language, string version, params CachedFacts[] expected) => Require.Same(Text(expected),
            Text(await cache.LoadFactsAsync(repository, language, version, bench.Stop).ConfigureAwait(false)), $"the facts of {repository}, {language} {version}");
    }

    private static CachedFacts Facts(string path, int seed)
    {
        var random = new Random(seed);
        byte[] body = new byte[random.Next(3000)];
        random.NextBytes(body);
        Diagnostic[] diagnostics = seed % 3 == 0 ? [new Diagnostic("CA2001", DiagnosticSeverity.Warning, path, 3, "Odd."), new Diagnostic("CA2002", DiagnosticSeverity.Error, path, 0, "")] : [];
        return new CachedFacts(new FileFacts(path, seed, body, diagnostics), random.NextInt64(), random.NextInt64(), new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64(long.MinValue, 0)));
    }

    private static string Text(IEnumerable<CachedFacts> facts) => string.Join('\n', facts.OrderBy(one => one.Facts.Path, StringComparer.Ordinal).Select(one =>
        $"{GraphText.Quote(one.Facts.Path)} {one.Size} {one.ModifiedTicks} {one.ContentHash} {one.Facts.LineCount} {Convert.ToHexString(one.Facts.Body.Span)} {string.Join(';', one.Facts.Diagnostics)}"));
}
