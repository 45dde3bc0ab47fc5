using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>What a store says about itself.</summary>
internal static class CapabilityChecks
{
    public static Task PromisesAndInterfacesAgree(StoreBench bench)
    {
        var store = bench.Open();
        var says = (store as IStoreCapabilities)?.Capabilities ?? StoreCapabilities.None;
        Require.That(says == bench.Suite.Promised, $"The suite is told that the store promises '{bench.Suite.Promised}', but the store says '{says}'.");
        Agree(bench, StoreCapabilities.Query, store is IGraphQuery, nameof(IGraphQuery));
        Agree(bench, StoreCapabilities.Update, store is IGraphUpdate, nameof(IGraphUpdate));
        Agree(bench, StoreCapabilities.Streaming, store is IGraphStream, nameof(IGraphStream));
        Agree(bench, StoreCapabilities.Facts, store is IFactsCache, nameof(IFactsCache));
        return Task.CompletedTask;
    }

    /// <summary>The store's optional ability; null when it neither has nor promises it.</summary>
    public static T? Ability<T>(StoreBench bench, IGraphStore store, StoreCapabilities capability) where T : class
    {
        var ability = store as T;
        Agree(bench, capability, ability is not null, typeof(T).Name);
        return ability;
    }

    private static void Agree(StoreBench bench, StoreCapabilities capability, bool has, string contract)
    {
        bool promises = bench.Promises(capability);
        Require.That(has || !promises, $"The store promises '{capability}' but does not implement {contract}.");
        Require.That(promises || !has, $"The store implements {contract} but does not promise '{capability}', so nobody may rely on it.");
    }
}
