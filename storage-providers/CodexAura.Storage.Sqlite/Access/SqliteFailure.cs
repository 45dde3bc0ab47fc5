namespace CodexAura.Storage.Sqlite.Access;

/// <summary>SQLite said no. Never leaves the store: it is translated for people on the way out.</summary>
internal sealed class SqliteFailure(int extendedCode, string message) : Exception(message)
{
    /// <summary>The code with its details, such as SQLITE_IOERR_SHMSIZE.</summary>
    public int ExtendedCode { get; } = extendedCode;

    /// <summary>The code without its details, such as SQLITE_IOERR.</summary>
    public int Code => ExtendedCode & 0xff;
}
