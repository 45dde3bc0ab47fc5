using System.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Sdk.Hosting;

/// <summary>
/// Adds services to the host before it starts: how REST, MCP and the like come in. Exported with <see cref="ExportHostModuleAttribute"/>.
/// Web routes are exported as Carter modules beside it.
/// </summary>
public interface IHostModule
{
    /// <summary>Registers services. Called once, before the host is built.</summary>
    void ConfigureServices(IServiceCollection services);
}

/// <summary>Exports a class as an <see cref="IHostModule"/>. Put <c>[Shared]</c> beside it.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportHostModuleAttribute : ExportAttribute
{
    /// <summary>Exports a host module.</summary>
    /// <param name="name">Lower-case name, such as <c>rest</c>.</param>
    public ExportHostModuleAttribute(string name) : base(typeof(IHostModule)) => Name = name;

    /// <summary>Lower-case name.</summary>
    public string Name { get; }
}
