using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Testing;

namespace CodexAura.Plugins.Impact.Basic.Tests;

public sealed class ConformanceTests : ImpactAnalyzerConformance
{
    protected override IImpactAnalyzer Create() => new BasicImpactAnalyzer();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
