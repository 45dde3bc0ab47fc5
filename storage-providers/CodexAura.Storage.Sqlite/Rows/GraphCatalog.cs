using System.Globalization;
using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>The table of graphs: which there are, without their bodies.</summary>
internal static class GraphCatalog
{
    public const string FindSql = Columns + " WHERE public_id = ?1";
    public const string ListAllSql = Columns;
    public const string ListRepositorySql = Columns + " WHERE repo_path = ?1 ORDER BY created_at DESC";
    public const string DeleteSql = "DELETE FROM graphs WHERE public_id = ?1";
    private const string Columns = "SELECT id, public_id, repo_path, repo_name, sha, created_at, node_count, edge_count FROM graphs";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The graph with this id, with the number it has inside of the database.</summary>
    public static (long Key, GraphInfo Info)? Find(Connection connection, string id)
    {
        using var query = connection.Prepare(FindSql).Bind(1, id);
        return query.Step() ? (query.Int64(0), Info(query)) : null;
    }

    /// <summary>The graphs of one repository, or all; newest first, by id where two are of the same moment.</summary>
    public static List<GraphInfo> List(Connection connection, string? repositoryPath)
    {
        using var query = repositoryPath is null
            ? connection.Prepare(ListAllSql)
            : connection.Prepare(ListRepositorySql).Bind(1, repositoryPath);
        var graphs = new List<GraphInfo>();
        while (query.Step()) graphs.Add(Info(query));
        graphs.Sort((a, b) => b.CreatedAt.CompareTo(a.CreatedAt) is var order and not 0 ? order : string.CompareOrdinal(a.Id, b.Id));
        return graphs;
    }

    /// <summary>Adds a graph, still without its body.</summary>
    /// <returns>The number it has inside of the database.</returns>
    public static long Add(Connection connection, GraphInfo info, CodeGraph graph)
    {
        using var insert = connection.Prepare("""
            INSERT INTO graphs (public_id, repo_path, repo_name, sha, created_at, node_count, edge_count, file_count, line_count)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id
            """);
        Bind(insert, info, graph).Step();
        long key = insert.Int64(0);
        insert.Step();
        return key;
    }

    /// <summary>Removes a graph with its body, if it is there.</summary>
    public static void Delete(Connection connection, string id)
    {
        if (Find(connection, id) is not var (key, _)) return;
        WordRows.DeleteGraph(connection, key);
        using var delete = connection.Prepare(DeleteSql).Bind(1, id);
        delete.Step();
    }

    /// <summary>Changes the description of a graph that is there.</summary>
    public static void Update(Connection connection, long key, GraphInfo info, CodeGraph graph)
    {
        using var update = connection.Prepare("""
            UPDATE graphs SET public_id = ?1, repo_path = ?2, repo_name = ?3, sha = ?4, created_at = ?5, node_count = ?6, edge_count = ?7,
                file_count = ?8, line_count = ?9 WHERE id = ?10
            """);
        Bind(update, info, graph).Bind(10, key).Step();
    }

    private static Statement Bind(Statement statement, GraphInfo info, CodeGraph graph) =>
        statement.Bind(1, info.Id).Bind(2, info.Repository.Path).Bind(3, info.Repository.Name).Bind(4, info.Repository.Sha)
            .Bind(5, info.CreatedAt.ToString(TimeFormat, CultureInfo.InvariantCulture))
            .Bind(6, graph.NodeCount).Bind(7, graph.EdgeCount).Bind(8, graph.Files.Length).Bind(9, graph.LineCount);

    private static GraphInfo Info(Statement row)
    {
        string created = row.Text(5);
        if (!DateTimeOffset.TryParseExact(created, TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var createdAt))
            throw new InvalidDataException($"'{created}' is no time");
        return new GraphInfo(row.Text(1), new RepositoryInfo(row.Text(2), row.Text(3), row.OptionalText(4)), createdAt, row.Int32(6), row.Int32(7));
    }
}
