using System.Text;

namespace CodexAura.Engine.Scanning;

/// <summary>The rules of one gitignore file, or of one other list in the same syntax. The last one that matches decides.</summary>
internal sealed class IgnoreRuleSet
{
    private readonly IgnoreRule[] _rules;

    private IgnoreRuleSet(IEnumerable<IgnoreRule?> rules) => _rules = [.. rules.OfType<IgnoreRule>()];

    /// <summary>Whether there is no rule in it.</summary>
    public bool IsEmpty => _rules.Length == 0;

    public static IgnoreRuleSet Parse(IEnumerable<string> lines) => new(lines.Select(IgnoreRule.Parse));

    /// <summary>Reads a file of rules; one that is missing or can't be read has none.</summary>
    public static IgnoreRuleSet Load(string file)
    {
        try
        {
            // Like git, no links: one could lead anywhere.
            bool readable = new FileInfo(file) is { Exists: true, LinkTarget: null } && RegularFile.Is(file);
            return Parse(readable ? File.ReadLines(file, Encoding.UTF8) : []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new IgnoreRuleSet([]);
        }
    }

    /// <summary>What the rules say of a path relative to their folder: true to leave it out, false to take it in, null for nothing.</summary>
    public bool? Decide(ReadOnlySpan<char> path, bool isFolder)
    {
        for (int i = _rules.Length - 1; i >= 0; i--)
            if (_rules[i].IsMatch(path, isFolder)) return !_rules[i].IsNegated;
        return null;
    }
}
