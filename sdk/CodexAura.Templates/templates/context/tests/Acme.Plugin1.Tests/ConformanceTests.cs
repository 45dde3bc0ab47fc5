using CodexAura.Sdk.Context;
using CodexAura.Sdk.Testing;

namespace Acme.Plugin1.Tests;

/// <summary>What every context provider promises: never more than the budget, the same answer each time.</summary>
public sealed class ConformanceTests : ContextProviderConformance
{
    protected override IContextProvider Create() => new PluginContextProvider();

    protected override int? CountTokens(string text) => PluginContextProvider.CountTokens(text);

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
