using System.Composition.Hosting.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Composition;

/// <summary>
/// Lets parts of a plugin import the host's services: loggers, options, time, the place of the store, and whatever else is
/// registered. What the plugin itself exports comes first.
/// </summary>
internal sealed class ServiceBridge(Func<IServiceProvider> services, IReadOnlySet<Type> ownContracts) : ExportDescriptorProvider
{
    public override IEnumerable<ExportDescriptorPromise> GetExportDescriptors(CompositionContract contract, DependencyAccessor descriptorAccessor)
    {
        // A name or a constraint asks for a MEF export, which a service is not.
        if (contract.ContractName is not null || contract.MetadataConstraints?.Any() == true || IsOwn(contract.ContractType) || !Offers(contract.ContractType))
            return NoExportDescriptors;
        return [new ExportDescriptorPromise(contract, "host services", isShared: true, NoDependencies, _ => ExportDescriptor.Create(
            (_, _) => Get(contract.ContractType), NoMetadata))];
    }

    /// <summary>Whether the plugin exports it itself.</summary>
    public bool IsOwn(Type type) => ownContracts.Contains(type);

    /// <summary>A service of the host.</summary>
    /// <exception cref="HostGoneException">The host is ending.</exception>
    public object Get(Type type)
    {
        try
        {
            return services().GetRequiredService(type);
        }
        catch (ObjectDisposedException gone)
        {
            throw new HostGoneException(gone);
        }
    }

    /// <summary>Whether it is a service of the host.</summary>
    public bool Offers(Type type)
    {
        var provider = services();
        if (type == typeof(IServiceProvider)) return true;
        return provider.GetService<IServiceProviderIsService>() is { } known ? known.IsService(type) : provider.GetService(type) is not null;
    }
}

/// <summary>A part was asked for while the host was ending, or after it: nothing that the plugin could help.</summary>
internal sealed class HostGoneException(Exception inner) : Exception("The host is ending, and hands out nothing any more.", inner);
