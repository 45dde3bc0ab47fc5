using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Diagnostics, of graphs and of facts: two tables of the same shape.</summary>
internal static class DiagnosticRows
{
    /// <summary>Where the diagnostics of graphs are.</summary>
    public static readonly Table OfGraph = new(
        "INSERT INTO diagnostics (graph_id, seq, code, severity, path, line, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        "SELECT graph_id, code, severity, path, line, message FROM diagnostics WHERE graph_id = ?1 ORDER BY seq");

    /// <summary>Where the diagnostics of facts are; read for a whole set.</summary>
    public static readonly Table OfFacts = new(
        "INSERT INTO fact_diagnostics (fact_id, seq, code, severity, path, line, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        """
        SELECT fact_id, code, severity, d.path, line, message FROM facts f CROSS JOIN fact_diagnostics d ON d.fact_id = f.id
        WHERE f.set_id = ?1 ORDER BY fact_id, seq
        """);

    public static void Write(Connection connection, Table table, long owner, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0) return;
        using var insert = connection.Prepare(table.Insert);
        insert.Bind(1, owner);
        for (int i = 0; i < diagnostics.Count; i++)
        {
            var one = diagnostics[i];
            insert.Bind(2, i).Bind(3, one.Code).Bind(4, (int)one.Severity).Bind(5, one.Path).Bind(6, one.Line).Bind(7, one.Message).Step();
        }
    }

    /// <summary>Diagnostics with the number of what they belong to.</summary>
    public static IEnumerable<(long Owner, Diagnostic Diagnostic)> Read(Connection connection, Table table, long of)
    {
        using var query = connection.Prepare(table.Select).Bind(1, of);
        while (query.Step())
        {
            long severity = query.Int64(2);
            if (severity is < 0 or > (long)DiagnosticSeverity.Error) throw new InvalidDataException($"{severity} is no severity");
            yield return (query.Int64(0), new Diagnostic(query.Text(1), (DiagnosticSeverity)severity, query.Text(3), query.Int32(4), query.Text(5)));
        }
    }

    internal sealed record Table(string Insert, string Select);
}
