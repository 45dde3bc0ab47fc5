using CodexAura.Sdk.Context;
using CodexAura.Sdk.Testing;

namespace CodexAura.Plugins.Context.Basic.Tests;

public sealed class ConformanceTests : ContextProviderConformance
{
    protected override IContextProvider Create() => new BasicContextProvider();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
