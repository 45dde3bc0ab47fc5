using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Scanning;

/// <summary>
/// The gitignore rules that hold in one folder: its own, then those of the folders above it. A deeper file overrides the ones
/// above it.
/// </summary>
/// <param name="Rules">Rules of this level.</param>
/// <param name="BaseLength">Length of the folder's path, with its slash, in the paths that are asked about.</param>
/// <param name="Above">The level above, or null.</param>
internal sealed record IgnoreScope(IgnoreRuleSet Rules, int BaseLength, IgnoreScope? Above)
{
    /// <summary>Stands for all rules of it.</summary>
    public Digest Content { get; } = new Fingerprint().Add((long)Rules.Content.High).Add((long)Rules.Content.Low).Add(BaseLength)
        .Add((long)ContentOf(Above).High).Add((long)ContentOf(Above).Low).Value;

    public static Digest ContentOf(IgnoreScope? scope) => scope?.Content ?? default;

    /// <summary>A scope with one more level, or the same when the level has no rules.</summary>
    public static IgnoreScope? Push(IgnoreScope? above, IgnoreRuleSet rules, int baseLength) =>
        rules.IsEmpty ? above : new IgnoreScope(rules, baseLength, above);

    public static bool IsIgnored(IgnoreScope? scope, ReadOnlySpan<char> path, bool isFolder)
    {
        for (; scope is not null; scope = scope.Above)
            if (scope.Rules.Decide(path[scope.BaseLength..], isFolder) is { } ignored) return ignored;
        return false;
    }
}
