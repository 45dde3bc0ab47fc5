namespace CodexAura.Storage.Sqlite;

/// <summary>What can be turned.</summary>
/// <param name="LockTimeout">How long to wait for other processes; 10 ms or more.</param>
/// <param name="MaxPages">The most pages of 4 KiB that the file may have, or 0 for SQLite's own limit.</param>
internal sealed record SqliteStoreOptions(TimeSpan LockTimeout, int MaxPages = 0)
{
    /// <summary>Longer than several saves of very large graphs take, so that analyses at once get by on a busy machine too.</summary>
    public static SqliteStoreOptions Default { get; } = new(TimeSpan.FromSeconds(30));
}
