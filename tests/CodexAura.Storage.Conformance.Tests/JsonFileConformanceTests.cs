using CodexAura.Sdk.Storage;
using CodexAura.Sdk.Testing;
using CodexAura.Storage.JsonFile;

namespace CodexAura.Storage.Conformance.Tests;

public sealed class JsonFileConformanceTests : GraphStoreConformance
{
    protected override StoreCapabilities Capabilities => StoreCapabilities.Query | StoreCapabilities.Durable;

    protected override IGraphStore Open(StoreLocation location) => new JsonFileGraphStore(location);

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
