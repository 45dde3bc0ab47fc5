using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>
/// The steps from an empty file to today's tables. Step n takes a database from version n to n + 1 (<c>PRAGMA user_version</c>).
/// A released step never changes: databases out there have taken it.
/// </summary>
internal static class Migrations
{
    private static readonly Action<Connection>[] Steps = [connection => connection.Execute(Version1.Sql), Version2.Apply, connection => connection.Execute(Version3.Sql),
        connection => connection.Execute(Version4.Sql)];

    public static int Latest => Steps.Length;

    /// <summary>The steps that a database of this version has yet to take, in order.</summary>
    public static ReadOnlySpan<Action<Connection>> After(int version) => Steps.AsSpan(version);
}
