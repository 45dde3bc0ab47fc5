using CodexAura.Sdk.Storage;
using CodexAura.Sdk.Testing;
using CodexAura.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodexAura.Storage.Conformance.Tests;

public sealed class SqliteConformanceTests : GraphStoreConformance
{
    protected override StoreCapabilities Capabilities => StoreCapabilities.Query | StoreCapabilities.Update | StoreCapabilities.Streaming
        | StoreCapabilities.Facts | StoreCapabilities.Durable | StoreCapabilities.AnyText;

    protected override IGraphStore Open(StoreLocation location) => new SqliteGraphStore(location, NullLogger<SqliteGraphStore>.Instance);

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
