using System.Composition;

namespace CodexAura.Sdk.Impact;

/// <summary>Exports a class as an <see cref="IImpactAnalyzer"/>. Put <c>[Shared]</c> beside it.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportImpactAnalyzerAttribute : ExportAttribute
{
    /// <summary>Exports an impact analyzer.</summary>
    /// <param name="name">Lower-case name by which it is selected, such as <c>basic</c>.</param>
    public ExportImpactAnalyzerAttribute(string name) : base(typeof(IImpactAnalyzer)) => Name = name;

    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; }
}

/// <summary>What the host knows about an exported impact analyzer without making it.</summary>
public sealed class ImpactAnalyzerMetadata
{
    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; set; } = "";
}
