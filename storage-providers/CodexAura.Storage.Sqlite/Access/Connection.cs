using SQLitePCL;

namespace CodexAura.Storage.Sqlite.Access;

/// <summary>A connection to one database. For one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 handle) => _handle = handle;

    /// <summary>Opens a database that is there.</summary>
    public static Connection Open(string path) => Open(path, raw.SQLITE_OPEN_READWRITE);

    /// <summary>Opens a database, and makes it when it is not there.</summary>
    public static Connection OpenOrCreate(string path) => Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    /// <summary>Opens a database in a place where nothing can be written, not even what readers use to take turns.</summary>
    public static Connection OpenImmutable(string path) =>
        Open(new Uri(path).AbsoluteUri + "?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI);

    /// <summary>True inside of a transaction.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Runs statements that take no values and give no rows.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The number that a statement gives.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Makes a statement ready for running, once or a million times.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>
    /// Checks foreign keys, or not. Unlike the pragma of that name it also acts inside of a transaction. Who turns it off and fails has to
    /// close the connection.
    /// </summary>
    public void CheckForeignKeys(bool check) => Check(raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_ENABLE_FKEY, check ? 1 : 0, out _));

    /// <summary>Undoes the transaction, if SQLite has not done so itself.</summary>
    public void Rollback()
    {
        if (InTransaction) raw.sqlite3_exec(_handle, "ROLLBACK");
    }

    /// <summary>While the result lives, cancellation makes the running statement fail. Nothing may run after its end.</summary>
    public CancellationTokenRegistration InterruptOn(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), _handle);

    /// <summary>Throws what SQLite has to say about a result that is none of the good ones.</summary>
    public void Check(int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new SqliteFailure(raw.sqlite3_extended_errcode(_handle), raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public void Dispose() => _handle.Dispose();

    private static Connection Open(string path, int flags)
    {
        // One thread at a time uses a connection, so SQLite need not see to it; interrupting from another one is allowed all the same.
        int result = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (result != raw.SQLITE_OK)
        {
            int code = raw.sqlite3_extended_errcode(handle);
            handle.Dispose();
            throw new SqliteFailure(code, raw.sqlite3_errstr(result).utf8_to_string());
        }
        return new Connection(handle);
    }
}
