using System.Text;
using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Scanning;

/// <summary>The rules of one gitignore file, or of one other list in the same syntax. The last one that matches decides.</summary>
internal sealed class IgnoreRuleSet
{
    private readonly IgnoreRule[] _rules;

    private IgnoreRuleSet(IEnumerable<IgnoreRule?> rules, Digest content = default) => (_rules, Content) = ([.. rules.OfType<IgnoreRule>()], content);

    /// <summary>Whether there is no rule in it.</summary>
    public bool IsEmpty => _rules.Length == 0;

    /// <summary>Stands for the text of the file, whatever its times say.</summary>
    public Digest Content { get; }

    public static IgnoreRuleSet Parse(IEnumerable<string> lines) => new(lines.Select(IgnoreRule.Parse));

    /// <summary>Reads a file of rules; one that is missing or can't be read has none.</summary>
    public static IgnoreRuleSet Load(string file)
    {
        try
        {
            // Like git, no links: one could lead anywhere.
            bool readable = new FileInfo(file) is { Exists: true, LinkTarget: null } && RegularFile.Is(file);
            if (!readable) return new IgnoreRuleSet([]);
            byte[] content = File.ReadAllBytes(file);
            return new IgnoreRuleSet(Lines(content).Select(IgnoreRule.Parse), Digest.Of(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new IgnoreRuleSet([]);
        }
    }

    private static IEnumerable<string> Lines(byte[] content)
    {
        using var text = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        while (text.ReadLine() is { } line) yield return line;
    }

    /// <summary>What the rules say of a path relative to their folder: true to leave it out, false to take it in, null for nothing.</summary>
    public bool? Decide(ReadOnlySpan<char> path, bool isFolder)
    {
        for (int i = _rules.Length - 1; i >= 0; i--)
            if (_rules[i].IsMatch(path, isFolder)) return !_rules[i].IsNegated;
        return null;
    }
}
