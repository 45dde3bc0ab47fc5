using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>What code outside of the repository may use, by the convention of leading underscores.</summary>
internal static class PublicApi
{
    /// <summary>
    /// Whether a definition is public: no part of its name, and no module or folder it is in, starts with an underscore (special
    /// methods are public, so is <c>__init__.py</c>); neither is it inside a function, nor a test.
    /// </summary>
    public static bool Has(GraphIndex index, int node)
    {
        var definition = index.Graph.Node(node);
        if (definition.Type == NodeType.File || index.IsTestCode(node) || index.Graph.Node(definition.Parent).Type == NodeType.Function) return false;
        foreach (string part in definition.QualifiedName.Split('.'))
            if (IsPrivate(part)) return false;
        foreach (string part in definition.Path.Split('/'))
            if (IsPrivate(part.EndsWith(".py", StringComparison.Ordinal) ? part[..^3] : part)) return false;
        return true;
    }

    private static bool IsPrivate(string name) =>
        name.StartsWith('_') && !(name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal));
}
