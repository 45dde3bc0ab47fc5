using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using SQLitePCL;

namespace CodexAura.Storage.Sqlite;

/// <summary>What went wrong, said for the person in front of the screen: what happened, where, what to do.</summary>
internal static class StoreErrors
{
    public static GraphStoreException From(SqliteFailure failure, string path) => failure.Code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Locked(path, failure),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Corrupt(path, failure.Message, failure),
        raw.SQLITE_FULL => Full(path, failure),
        raw.SQLITE_IOERR when DiskIsFull(path) => Full(path, failure),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => ReadOnly(path, failure),
        raw.SQLITE_CANTOPEN => CannotOpen(path, failure),
        // A statement that does not fit the tables: the version says they are ours, the tables say otherwise.
        raw.SQLITE_ERROR => Corrupt(path, failure.Message, failure),
        _ => new GraphStoreException("store.io", $"The graph database '{path}' could not be used: {failure.Message} "
            + $"(SQLite error {failure.ExtendedCode}). Check the disk it is on.", failure),
    };

    public static GraphStoreException Locked(string path, Exception? cause) => new("store.locked",
        $"The graph database '{path}' is locked by another process. Wait until that one is done, or end it, and try again.", cause);

    public static GraphStoreException Corrupt(string path, string why, Exception? cause) => new("store.corrupt",
        $"The graph database '{path}' is damaged: {why.TrimEnd('.')}. Nothing was changed. "
        + "Move the file away (with its -wal and -shm files, if any) and analyse again; a new one is then made.", cause);

    public static GraphStoreException Newer(string path, long version) => new("store.newer",
        $"The graph database '{path}' was written by a newer Codex Aura (its schema has version {version}, this one knows "
        + $"{Schema.Migrations.Latest}). Nothing was changed. Update Codex Aura, or use another data folder.");

    public static GraphStoreException Foreign(string path) => new("store.foreign",
        $"'{path}' is the SQLite database of another program. Nothing was changed. Use another data folder, or move the file away.");

    public static GraphStoreException ReadOnly(string path, Exception? cause) => new("store.readonly",
        $"The graph database '{path}' cannot be written: {cause?.Message.TrimEnd('.') ?? "it is read-only"}. "
        + "Change the permissions of the file and its folder, or use another data folder.", cause);

    public static GraphStoreException CannotMakeFolder(string path, Exception cause) => cause is UnauthorizedAccessException
        ? ReadOnly(path, cause)
        : new GraphStoreException("store.io", $"The folder for the graph database '{path}' could not be made: {cause.Message}", cause);

    private static GraphStoreException Full(string path, Exception cause) => new("store.full",
        $"The disk is full: the graph database '{path}' could not be written. What it held before is still there. "
        + "Make room (deleting graphs helps too) and try again.", cause);

    private static GraphStoreException CannotOpen(string path, SqliteFailure cause) => Directory.Exists(path)
        ? new GraphStoreException("store.io", $"The graph database '{path}' could not be opened: there is a folder of this name.", cause)
        : ReadOnly(path, cause);

    /// <summary>SQLite calls some of the ways to run out of space a failure of input and output.</summary>
    private static bool DiskIsFull(string path)
    {
        const long LeastForAnything = 128 * 1024;
        try
        {
            return new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace < LeastForAnything;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
