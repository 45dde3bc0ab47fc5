using CodexAura.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(AnalyzedShop))]

namespace CodexAura.EndToEnd.Tests;

/// <summary>The graph of the sample repository, for tests that only ask about it. Analysed once for all of them.</summary>
public sealed class AnalyzedShop : IAsyncLifetime
{
    internal Aura Aura { get; } = new();

    public async ValueTask InitializeAsync() => (await Aura.RunAsync("analyze", Aura.Shop, "-q")).Exits(0);

    public ValueTask DisposeAsync()
    {
        Aura.Dispose();
        return ValueTask.CompletedTask;
    }
}
