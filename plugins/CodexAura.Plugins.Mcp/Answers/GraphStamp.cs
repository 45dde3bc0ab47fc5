using System.Text.Json.Nodes;

namespace CodexAura.Plugins.Mcp.Answers;

/// <summary>Of which state of which repository an answer is.</summary>
/// <param name="Commit">The commit of the work tree, or null outside of git.</param>
/// <param name="Uncommitted">Analysed files that differ from that commit, in path order; the answer has them as they are on disk.</param>
/// <param name="Stale">Files that changed after the graph was made, so that the answer does not know them yet. Normally empty.</param>
/// <param name="Why">Why the graph is not up to date; null when it is.</param>
internal sealed record GraphStamp(string? Commit, IReadOnlyList<string> Uncommitted, IReadOnlyList<string> Stale, string? Why)
{
    private const int Named = 5, ShaLength = 10;

    /// <summary>One line.</summary>
    public string Text
    {
        get
        {
            string commit = Commit is null ? "[not in git" : $"[commit {Short}";
            string changed = Uncommitted.Count > 0 ? $" + {Files(Uncommitted.Count)} changed since, included: {Names(Uncommitted)}" : "";
            string stale = Why is null ? "; up to date" : $"; NOT UP TO DATE: {Why}{(Stale.Count > 0 ? $" {Files(Stale.Count)} changed since the analysis: {Names(Stale)}" : "")}";
            return commit + changed + stale + "]";
        }
    }

    public JsonObject Json()
    {
        var json = new JsonObject { ["commit"] = Short, ["changed_files"] = List(Uncommitted), ["stale_files"] = List(Stale) };
        if (Uncommitted.Count > Named) json["changed_count"] = Uncommitted.Count;
        if (Why is not null) json["warning"] = Why;
        return json;
    }

    private string? Short => Commit is { Length: > ShaLength } ? Commit[..ShaLength] : Commit;

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";

    private static string Names(IReadOnlyList<string> paths) =>
        string.Join(", ", paths.Take(Named)) + (paths.Count > Named ? $", … {paths.Count - Named} more" : "");

    private static JsonArray List(IReadOnlyList<string> paths) => new([.. paths.Take(Named).Select(p => (JsonNode)p)]);
}
