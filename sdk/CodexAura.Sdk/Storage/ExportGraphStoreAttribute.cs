using System.Composition;
using CodexAura.Sdk.Services;

namespace CodexAura.Sdk.Storage;

/// <summary>Exports a class as an <see cref="IGraphStore"/>. Put <c>[Shared]</c> beside it.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportGraphStoreAttribute : ExportAttribute
{
    /// <summary>Exports a store.</summary>
    /// <param name="name">Lower-case name by which <c>--storage</c> selects it, such as <c>sqlite</c>.</param>
    public ExportGraphStoreAttribute(string name) : base(typeof(IGraphStore)) => Name = name;

    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; }
}

/// <summary>What the host knows about an exported store without making it.</summary>
public sealed class GraphStoreMetadata
{
    /// <summary>Lower-case name by which it is selected.</summary>
    public string Name { get; set; } = "";
}

/// <summary>Where a store keeps its data; offered by the host to the constructors of stores.</summary>
/// <param name="Directory">Absolute path of a folder; a store makes it when it first writes.</param>
public sealed record StoreLocation(string Directory);

/// <summary>A store failed in a way that a person can act on. The message says what happened, where, and what to do.</summary>
public sealed class GraphStoreException : CodexAuraException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Stable code, such as <c>store.locked</c>, <c>store.corrupt</c>, <c>store.full</c>.</param>
    /// <param name="message">What happened, where, what to do.</param>
    /// <param name="inner">The cause.</param>
    public GraphStoreException(string code, string message, Exception? inner = null) : base(code, message, FailureKind.Unavailable, inner)
    {
    }
}
