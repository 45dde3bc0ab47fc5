using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>The folders of a codebase with what is in them, the largest ones, as a tree.</summary>
internal static class PackageRows
{
    private const int MostFolders = 40, FewFolders = 4;

    /// <summary>Folder of a file; <c>.</c> for the root.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : ".";

    public static Section Section(CodeGraph graph, int[] files, string path)
    {
        var folders = files.GroupBy(f => Folder(graph.Node(f).Path), StringComparer.Ordinal)
            .Select(g => new FolderSize(g.Key, g.Count(), g.Sum(f => (long)graph.Node(f).LineEnd), Docstring(graph, g))).ToList();
        // Few folders tell little: then the files themselves do.
        if (folders.Count <= FewFolders && (path.Length > 0 || files.Length <= MostFolders)) return Files(graph, files);
        var largest = folders.OrderByDescending(f => f.Lines).Take(MostFolders).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var section = new Section("packages", "packages") { Weight = 1.5, More = folders.Count - largest.Count, Remedy = "raise max_tokens, or zoom in with path" };
        foreach (var folder in largest)
        {
            var json = new JsonObject { ["path"] = folder.Path, ["files"] = folder.Files, ["lines"] = folder.Lines };
            if (folder.Doc.Length > 0) json["doc"] = folder.Doc;
            section.Rows.Add(new Row($"  {folder.Path}/  {NodeLines.Count(folder.Files, "file", "files")}, {folder.Lines:N0} lines{(folder.Doc.Length > 0 ? "  # " + folder.Doc : "")}", json));
        }
        return section;
    }

    private static Section Files(CodeGraph graph, int[] files)
    {
        var section = new Section("packages", "files") { Weight = 1.5, Remedy = "raise max_tokens, or zoom in with path" };
        foreach (int file in files)
        {
            var node = graph.Node(file);
            string doc = NodeLines.Summary(node);
            var names = new List<string>();
            for (var (i, end) = graph.NodesOfFile(file); i < end; i++)
                if (graph.Node(i).Parent == file) names.Add(graph.Node(i).Name);
            string defines = names.Count == 0 ? "" : "  defines " + string.Join(", ", names.Take(8)) + (names.Count > 8 ? $", … {names.Count - 8} more" : "");
            var json = new JsonObject { ["path"] = node.Path, ["lines"] = node.LineEnd };
            if (doc.Length > 0) json["doc"] = doc;
            if (names.Count > 0) json["defines"] = string.Join(", ", names.Take(8));
            section.Rows.Add(new Row($"  {node.Path}  {node.LineEnd} lines{(doc.Length > 0 ? "  # " + doc : "")}{defines}", json));
        }
        return section;
    }

    private static string Docstring(CodeGraph graph, IEnumerable<int> files) =>
        files.Select(f => graph.Node(f)).Where(n => n.Name == "__init__.py").Select(n => NodeLines.Summary(n)).FirstOrDefault() ?? "";

    private sealed record FolderSize(string Path, int Files, long Lines, string Doc);
}
