using System.Composition;

namespace CodexAura.Sdk.Context;

/// <summary>Exports a class as an <see cref="IContextProvider"/>. Put <c>[Shared]</c> beside it.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportContextProviderAttribute : ExportAttribute
{
    /// <summary>Exports a context provider.</summary>
    /// <param name="name">Lower-case name by which it is selected, such as <c>basic</c>.</param>
    public ExportContextProviderAttribute(string name) : base(typeof(IContextProvider)) => Name = name;

    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; }
}

/// <summary>What the host knows about an exported context provider without making it.</summary>
public sealed class ContextProviderMetadata
{
    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; set; } = "";
}
