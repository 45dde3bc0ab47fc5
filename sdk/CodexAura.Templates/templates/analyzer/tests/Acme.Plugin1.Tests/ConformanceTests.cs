using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Testing;

namespace Acme.Plugin1.Tests;

/// <summary>What every analyzer promises: whatever stands in a file, in whatever thread, the same bytes give the same facts.</summary>
public sealed class ConformanceTests : LanguageAnalyzerConformance
{
    protected override IReadOnlyList<SourceFile> Sample =>
    [
        Source("lib/util.toyext", "function load\nfunction parse\ncall load\n"),
        Source("main.toyext", "import lib/util.toyext\n\nfunction run\ncall parse\n"),
    ];

    protected override ILanguageAnalyzer Create() => new PluginAnalyzer();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
