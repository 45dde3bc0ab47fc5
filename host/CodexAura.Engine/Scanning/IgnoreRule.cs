using System.Text;

namespace CodexAura.Engine.Scanning;

/// <summary>One line of a gitignore file. Most are plain names or endings; those are compared without the general matcher.</summary>
internal sealed class IgnoreRule
{
    private const string SpecialCharacters = "*?[\\";
    private readonly string _text;
    private readonly Kind _kind;
    private readonly bool _wholePath;
    private readonly bool _foldersOnly;

    /// <summary>How many characters of a pattern stand before the first special one: comparing them settles most cases.</summary>
    private readonly int _plainLength;

    private IgnoreRule(string text, Kind kind, bool wholePath, bool foldersOnly, bool negated)
    {
        (_text, _kind, _wholePath, _foldersOnly, IsNegated) = (text, kind, wholePath, foldersOnly, negated);
        if (kind == Kind.Pattern) _plainLength = text.AsSpan().IndexOfAny(SpecialCharacters);
    }

    private enum Kind { Literal, Ending, Pattern }

    /// <summary>Whether a match takes the path in again.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line.</summary>
    /// <returns>The rule, or null for blank lines and comments.</returns>
    public static IgnoreRule? Parse(string line)
    {
        line = TrimEnd(line);
        bool negated = line.StartsWith('!');
        if (negated) line = line[1..];
        else if (line.StartsWith('#')) return null;
        bool foldersOnly = line.EndsWith('/');
        if (foldersOnly) line = line[..^1];
        if (line.Length == 0) return null;

        bool wholePath = line.Contains('/');
        if (line[0] == '/') line = line[1..];
        if (line.Length == 0) return null;
        // "**/name" is the same as "name", and the most common pattern with a slash.
        if (line.StartsWith("**/", StringComparison.Ordinal) && !line.AsSpan(3).Contains('/'))
            (line, wholePath) = (line[3..], false);

        var (text, kind) = Classify(line, wholePath);
        return new IgnoreRule(text, kind, wholePath, foldersOnly, negated);
    }

    /// <summary>Whether the rule speaks of this path.</summary>
    /// <param name="path">Path relative to the folder of the rule's file.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool IsMatch(ReadOnlySpan<char> path, bool isFolder)
    {
        if (_foldersOnly && !isFolder) return false;
        if (!_wholePath) path = path[(path.LastIndexOf('/') + 1)..];
        return _kind switch
        {
            Kind.Literal => path.SequenceEqual(_text),
            Kind.Ending => path.EndsWith(_text, StringComparison.Ordinal),
            _ => path.StartsWith(_text.AsSpan(0, _plainLength)) && Wildmatch.IsMatch(_text, path, _plainLength),
        };
    }

    private static (string Text, Kind Kind) Classify(string line, bool wholePath)
    {
        if (!line.AsSpan().ContainsAny(SpecialCharacters)) return (line, Kind.Literal);
        if (!wholePath && line[0] == '*' && !line.AsSpan(1).ContainsAny(SpecialCharacters)) return (line[1..], Kind.Ending);
        return line.AsSpan().ContainsAny("*?[") || line.EndsWith('\\')
            ? (line, Kind.Pattern)
            : (Unescape(line), Kind.Literal);
    }

    private static string Unescape(string line)
    {
        var text = new StringBuilder(line.Length);
        for (int i = 0; i < line.Length; i++) text.Append(line[i] == '\\' ? line[++i] : line[i]);
        return text.ToString();
    }

    /// <summary>Cuts trailing spaces, but for one that a backslash keeps.</summary>
    private static string TrimEnd(string line)
    {
        line = line.TrimEnd('\r', '\n');
        int end = line.Length;
        while (end > 0 && line[end - 1] == ' ')
        {
            int slashes = 0;
            while (slashes < end - 1 && line[end - 2 - slashes] == '\\') slashes++;
            if (slashes % 2 == 1) break;
            end--;
        }
        return line[..end];
    }
}
