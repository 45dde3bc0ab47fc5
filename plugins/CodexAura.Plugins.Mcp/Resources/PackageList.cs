using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Plugins.Mcp.Tools;
using CodexAura.Sdk.Graph;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Resources;

/// <summary>
/// Keeps the packages of the repository in the list of resources. Where they change, the collection says so, and with it the
/// server: clients are told that the list is another one.
/// </summary>
internal sealed class PackageList
{
    private const int Most = 30;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PackageResource> _listed = new(StringComparer.Ordinal);
    private readonly McpServerResourceCollection _resources;
    private readonly ToolSet _tools;

    public PackageList(Workspaces workspaces, McpServerResourceCollection resources, ToolSet tools)
    {
        (_resources, _tools) = (resources, tools);
        workspaces.Changed += Update;
    }

    private void Update(CodeGraph graph)
    {
        string[] packages = [.. graph.Files.ToArray().Select(f => graph.Node(f)).GroupBy(n => PackageRows.Folder(n.Path), StringComparer.Ordinal)
            .Where(g => g.Key != ".").OrderByDescending(g => g.Sum(n => (long)n.LineEnd)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Most).Select(g => g.Key)];
        lock (_lock)
        {
            foreach (string gone in _listed.Keys.Except(packages, StringComparer.Ordinal).ToArray())
                if (_listed.Remove(gone, out var resource)) _resources.Remove(resource);
            foreach (string path in packages)
            {
                if (_listed.ContainsKey(path)) continue;
                var resource = new PackageResource(_tools, path);
                if (_resources.TryAdd(resource)) _listed.Add(path, resource);
            }
        }
    }
}
