using System.Composition;

namespace CodexAura.Sdk.Analysis;

/// <summary>Exports a class as an <see cref="ILanguageAnalyzer"/>. Put <c>[Shared]</c> beside it: one instance serves the process.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportAnalyzerAttribute : ExportAttribute
{
    /// <summary>Exports an analyzer.</summary>
    /// <param name="language">Lower-case name of the language, such as <c>python</c>.</param>
    /// <param name="extensions">File name endings it reads, with the dot: <c>.py</c>. Compared without regard to case.</param>
    public ExportAnalyzerAttribute(string language, params string[] extensions)
        : base(typeof(ILanguageAnalyzer)) => (Language, Extensions) = (language, extensions);

    /// <summary>Lower-case name of the language.</summary>
    public string Language { get; }

    /// <summary>File name endings it reads, with the dot.</summary>
    public string[] Extensions { get; }
}

/// <summary>What the host knows about an exported analyzer without making it. The shape MEF fills from the attribute.</summary>
public sealed class AnalyzerMetadata
{
    /// <summary>Lower-case name of the language.</summary>
    public string Language { get; set; } = "";

    /// <summary>File name endings it reads, with the dot.</summary>
    public string[] Extensions { get; set; } = [];
}
