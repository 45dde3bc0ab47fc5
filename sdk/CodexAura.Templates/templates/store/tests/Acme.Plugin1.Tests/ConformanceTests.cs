using CodexAura.Sdk.Storage;
using CodexAura.Sdk.Testing;

namespace Acme.Plugin1.Tests;

/// <summary>What every store promises: random graphs come back as they were, whoever reads and writes meanwhile.</summary>
public sealed class ConformanceTests : GraphStoreConformance
{
    protected override StoreCapabilities Capabilities => StoreCapabilities.AnyText;

    protected override IGraphStore Open(StoreLocation location) => new PluginStore(location);

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
