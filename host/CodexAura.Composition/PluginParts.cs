using System.Composition.Hosting;

namespace CodexAura.Composition;

/// <summary>The parts of one plugin: what it exports, made when it is asked for. Disposing it disposes what was made.</summary>
internal interface IPluginParts : IDisposable
{
    /// <summary>The exports of a contract, none of them made yet.</summary>
    IEnumerable<Lazy<TContract, TMetadata>> Exports<TContract, TMetadata>() where TContract : class;

    /// <summary>Makes the exports of a contract.</summary>
    void Make(Type contract);
}

/// <summary>Parts that MEF composes.</summary>
internal sealed class ComposedParts(CompositionHost container) : IPluginParts
{
    public IEnumerable<Lazy<TContract, TMetadata>> Exports<TContract, TMetadata>() where TContract : class =>
        container.GetExports<Lazy<TContract, TMetadata>>();

    public void Make(Type contract)
    {
        foreach (object _ in container.GetExports(contract)) { }
    }

    public void Dispose() => container.Dispose();
}
