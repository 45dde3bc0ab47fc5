using CodexAura.Sdk.Storage;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>What went wrong, said for the person in front of the screen: what happened, where, what to do.</summary>
internal static class StoreErrors
{
    public static GraphStoreException Locked(string path) => new("store.locked",
        $"The graph database '{path}' is in use by another process; a LiteDB database is used by one at a time. Wait until that one is done, or end it, and try again.");

    public static GraphStoreException Corrupt(string path, string why, Exception cause) => new("store.corrupt",
        $"The graph database '{path}' is damaged: {why.TrimEnd('.')}. Move the file away (with its -log file, if any) and analyse again; a new one is then made.", cause);

    public static GraphStoreException Full(string path, Exception? cause = null) => new("store.full",
        $"The disk is full, or nearly: the graph database '{path}' could not be written. What it held before is still there. "
        + "Make room (deleting graphs helps too) and try again.", cause);

    /// <summary>Null for what is none of the store's business.</summary>
    public static GraphStoreException? From(Exception e, string path) => e switch
    {
        // ENOSPC and EDQUOT, and what Windows calls them.
        IOException when (uint)e.HResult is 28 or 122 or 0x80070070 or 0x80070027 => Full(path, e),
        UnauthorizedAccessException => new GraphStoreException("store.readonly",
            $"The graph database '{path}' cannot be used: {e.Message} Change the permissions of the file and its folder, or use another data folder.", e),
        InvalidDataException => Corrupt(path, e.Message, e),
        LiteException { ErrorCode: LiteException.INVALID_DATABASE or LiteException.INVALID_DATAFILE_STATE or LiteException.FILE_NOT_FOUND } => Corrupt(path, e.Message, e),
        LiteException or IOException => new GraphStoreException("store.io", $"The graph database '{path}' could not be used: {e.Message} Check the disk it is on.", e),
        _ => null,
    };
}
