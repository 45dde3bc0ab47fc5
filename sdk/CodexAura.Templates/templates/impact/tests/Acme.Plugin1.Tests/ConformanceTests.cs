using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Testing;

namespace Acme.Plugin1.Tests;

/// <summary>What every impact analyzer promises: callers are affected, more changes never affect less, the same answer each time.</summary>
public sealed class ConformanceTests : ImpactAnalyzerConformance
{
    protected override IImpactAnalyzer Create() => new PluginImpactAnalyzer();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
