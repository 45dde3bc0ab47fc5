using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>Looks at what a database is, and brings it up to today's tables.</summary>
internal static class Upgrade
{
    /// <summary>"CdxA" in ASCII, in the file's header: tells our databases from other programs'.</summary>
    private const int ApplicationId = 0x43647841;

    /// <summary>True when the file has no content yet. Throws when it is none of ours, or newer than this program.</summary>
    public static bool IsEmpty(Connection connection, string path)
    {
        // One look, of one state: between two another process may have made the tables.
        connection.Execute("BEGIN");
        bool empty = Look(connection, path);
        connection.Execute("COMMIT");
        return empty;
    }

    private static bool Look(Connection connection, string path)
    {
        long version = Version(connection);
        bool ours = connection.Number("PRAGMA application_id") == ApplicationId;
        if (!ours && version == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0) return true;
        if (!ours) throw StoreErrors.Foreign(path);
        if (version < 1) throw StoreErrors.Corrupt(path, $"its schema has the version {version}", null);
        if (version > Migrations.Latest) throw StoreErrors.Newer(path, version);
        return false;
    }

    /// <summary>Makes or changes tables where they are not those of today; in one transaction, so it happens whole or not at all.</summary>
    /// <returns>The version that the database had.</returns>
    public static int ToLatest(Connection connection, bool empty)
    {
        // Both are kept in the file and can only be chosen before the first table is there.
        if (empty) connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL");
        if (!empty && Version(connection) == Migrations.Latest) return Migrations.Latest;

        connection.Execute("BEGIN IMMEDIATE");
        // Another process may have been faster.
        int version = (int)Version(connection);
        if (version < Migrations.Latest)
        {
            foreach (var step in Migrations.After(version)) step(connection);
            connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Migrations.Latest}");
        }
        connection.Execute("COMMIT");
        return version;
    }

    private static long Version(Connection connection) => connection.Number("PRAGMA user_version");
}
