namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>How far an analysis is that somebody asked for.</summary>
internal enum JobState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It is being done.</summary>
    Running,

    /// <summary>The graph is stored.</summary>
    Completed,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>Somebody asked to stop it, or nobody waited for it any more.</summary>
    Cancelled,

    /// <summary>The server ended before it did. The graph is as it was before.</summary>
    Interrupted,
}
