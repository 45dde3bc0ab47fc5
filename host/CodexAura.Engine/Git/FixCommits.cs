using System.Text.RegularExpressions;

namespace CodexAura.Engine.Git;

/// <summary>Tells commits that fix something by their messages.</summary>
public static partial class FixCommits
{
    /// <summary>Whether a message says that something was wrong. Typing mistakes, documentation and style are no faults of the program.</summary>
    public static bool IsFix(GitCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        string subject = commit.Message.Split('\n', 2)[0];
        return Fix().IsMatch(subject) && !NoFault().IsMatch(subject);
    }

    [GeneratedRegex(@"\b(fix(e[sd]|ing)?|bug(fix)?|regression|revert(s|ed)?|crash(es|ed)?|broken|incorrect(ly)?|wrong(ly)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fix();

    [GeneratedRegex(@"\b(typos?|docs?|docstrings?|documentation|spelling|changelog|readme|lint(ing)?|flake8|mypy|pyright|typing|type hints?|format(ting)?|ci|pre-commit|links?|tests?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoFault();
}
