using CodexAura.Engine.Git;

namespace CodexAura.Engine.Scanning;

/// <summary>The gitignore rules that hold at the analysed root because of the work tree around it.</summary>
internal static class RepositoryIgnores
{
    /// <summary>
    /// Collects .git/info/exclude and the .gitignore files above the root. Where those leave out the root itself, they don't
    /// count: the user named the folder and wants what is in it.
    /// </summary>
    /// <returns>The rules, and the path of the root relative to the work tree, empty or with a slash at its end.</returns>
    public static (IgnoreScope? Scope, string Prefix) For(string root) =>
        GitWorkTree.Find(root) is { } tree && !Ignores(tree, root, out var scope, out string prefix) ? (scope, prefix) : (null, "");

    /// <summary>Whether a work tree's own rules leave out this folder of it.</summary>
    public static bool Ignores(GitWorkTree tree, string root) => Ignores(tree, root, out _, out _);

    private static bool Ignores(GitWorkTree tree, string root, out IgnoreScope? scope, out string prefix)
    {
        scope = IgnoreScope.Push(null, IgnoreRuleSet.Load(Path.Join(tree.CommonFolder, "info", "exclude")), 0);
        prefix = "";
        string relative = Path.GetRelativePath(tree.TopLevel, root);
        if (relative == ".") return false;
        foreach (string part in relative.Split(Path.DirectorySeparatorChar))
        {
            scope = IgnoreScope.Push(scope, IgnoreRuleSet.Load(Path.Join(tree.TopLevel, prefix, ".gitignore")), prefix.Length);
            if (IgnoreScope.IsIgnored(scope, prefix + part, isFolder: true)) return true;
            prefix += part + "/";
        }
        return false;
    }
}
