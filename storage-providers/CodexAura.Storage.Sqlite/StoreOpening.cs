using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Schema;
using SQLitePCL;

namespace CodexAura.Storage.Sqlite;

/// <summary>Opens the database up to the point where a transaction has begun. Where it is busy, nothing is left behind and it can be tried anew.</summary>
internal static class StoreOpening
{
    // The page cache for saving holds what is appended to at once: the ends of two trees and the whole of one index.
    private const string Common = "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; ";
    private const string ForReading = Common + "PRAGMA cache_size = -16384";
    private const string ForWriting = Common + "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -131072";

    /// <returns>Null when there is no database, or one without content.</returns>
    public static Connection? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            return Prepared(Connection.Open(path), Begin);
        }
        catch (SqliteFailure failure) when (failure.Code is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && HasNoLog(path))
        {
            // Readers take turns by a file beside the database. Where none can be made nobody writes either, so none is needed.
            return Prepared(Connection.OpenImmutable(path), Begin);
        }

        bool Begin(Connection connection)
        {
            connection.Execute(ForReading);
            if (Upgrade.IsEmpty(connection, path)) return false;
            Upgrade.ToLatest(connection, empty: false);
            // The first look at the content decides which state the transaction sees.
            connection.Execute("BEGIN; SELECT 1 FROM graphs LIMIT 1");
            return true;
        }
    }

    public static Connection Write(string path, SqliteStoreOptions options)
    {
        // The last one to close a database empties its log. What is left of one means that somebody was cut off, or is reading now.
        bool wasCutOff = !HasNoLog(path);
        return Prepared(Connection.OpenOrCreate(path), Begin)!;

        bool Begin(Connection connection)
        {
            connection.Execute(ForWriting);
            Upgrade.ToLatest(connection, Upgrade.IsEmpty(connection, path));
            if (options.MaxPages > 0) connection.Execute($"PRAGMA max_page_count = {options.MaxPages}");
            connection.Execute("BEGIN IMMEDIATE");
            if (wasCutOff) CheckIntegrity(connection, path);
            return true;
        }
    }

    private static void CheckIntegrity(Connection connection, string path)
    {
        using var check = connection.Prepare("PRAGMA quick_check(1)");
        if (check.Step() && check.Text(0) is var said && said != "ok") throw StoreErrors.Corrupt(path, said, null);
    }

    private static Connection? Prepared(Connection connection, Func<Connection, bool> prepare)
    {
        bool keep = false;
        try
        {
            return (keep = prepare(connection)) ? connection : null;
        }
        finally
        {
            if (!keep)
            {
                connection.Rollback();
                connection.Dispose();
            }
        }
    }

    private static bool HasNoLog(string path) => new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };
}
