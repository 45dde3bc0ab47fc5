namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>
/// The steps from an empty file to today's tables. Step n takes a database from version n to n + 1 (<c>PRAGMA user_version</c>).
/// A released step never changes: databases out there have taken it.
/// </summary>
internal static class Migrations
{
    private static readonly string[] Steps = [Version1.Sql];

    public static int Latest => Steps.Length;

    /// <summary>The steps that a database of this version has yet to take, in order.</summary>
    public static ReadOnlySpan<string> After(int version) => Steps.AsSpan(version);
}
