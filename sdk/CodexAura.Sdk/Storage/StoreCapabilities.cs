namespace CodexAura.Sdk.Storage;

/// <summary>
/// What a store promises beyond <see cref="IGraphStore"/>. The conformance suite holds it to every promise, and to every optional
/// interface that it implements without a promise.
/// </summary>
[Flags]
public enum StoreCapabilities
{
    /// <summary>Nothing beyond <see cref="IGraphStore"/>.</summary>
    None = 0,

    /// <summary>Reads parts of graphs: <see cref="IGraphQuery"/>.</summary>
    Query = 1,

    /// <summary>Brings stored graphs up to date: <see cref="IGraphUpdate"/>.</summary>
    Update = 2,

    /// <summary>Hands graphs out row by row: <see cref="IGraphStream"/>.</summary>
    Streaming = 4,

    /// <summary>Keeps the facts of files: <see cref="IFactsCache"/>.</summary>
    Facts = 8,

    /// <summary>What was saved is there after the process has ended, also when it was killed.</summary>
    Durable = 16,

    /// <summary>
    /// Strings come back as they were even where they are no valid Unicode (halves of surrogate pairs). Without this promise such
    /// halves may come back as U+FFFD, or a save may be refused with <c>store.text</c>.
    /// </summary>
    AnyText = 32,
}

/// <summary>A store that tells what it can do. One that does not implement this promises <see cref="StoreCapabilities.None"/>.</summary>
public interface IStoreCapabilities
{
    /// <summary>What the store promises; always the same.</summary>
    StoreCapabilities Capabilities { get; }
}
