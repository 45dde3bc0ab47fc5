using System.Globalization;
using System.Text.RegularExpressions;

namespace CodexAura.Engine.Git;

/// <summary>What a diff says of one file.</summary>
/// <param name="OldPath">Path before; null for a new file.</param>
/// <param name="NewPath">Path after; null for a removed file.</param>
/// <param name="Hunks">Changed places, from top to bottom; none for a binary file.</param>
public sealed record FileDiff(string? OldPath, string? NewPath, IReadOnlyList<DiffHunk> Hunks)
{
    /// <summary>The path by which people know the file.</summary>
    public string Path => NewPath ?? OldPath!;

    /// <summary>Lines added and removed.</summary>
    public int ChangedLines => Hunks.Sum(h => h.Added.Count + h.Removed.Count);
}

/// <summary>One changed place. A start of a side without lines is the line after which they would be.</summary>
/// <param name="OldStart">First line before, 1-based.</param>
/// <param name="NewStart">First line after, 1-based.</param>
/// <param name="Removed">Lines that are gone.</param>
/// <param name="Added">Lines that are new.</param>
public sealed record DiffHunk(int OldStart, int NewStart, IReadOnlyList<string> Removed, IReadOnlyList<string> Added);

/// <summary>Reads the output of <c>git diff --unified=0</c>.</summary>
public static partial class DiffParser
{
    /// <summary>The options that make git write what this reads, whatever is configured.</summary>
    public static readonly string[] Options = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "--relative", "--ignore-submodules"];

    /// <summary>Reads a diff of any number of files.</summary>
    public static IReadOnlyList<FileDiff> Parse(string diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var files = new List<FileDiff>();
        string? oldPath = null, newPath = null;
        List<DiffHunk> hunks = [];
        bool open = false;
        string[] lines = diff.Split('\n');
        for (int i = 0; i < lines.Length;)
        {
            string line = lines[i++];
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            {
                Close();
                (oldPath, newPath) = PathsOfHeader(line["diff --git ".Length..]);
                open = true;
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal)) oldPath = PathOf(line[4..]);
            else if (line.StartsWith("+++ ", StringComparison.Ordinal)) newPath = PathOf(line[4..]);
            else if (line.StartsWith("new file mode", StringComparison.Ordinal)) oldPath = null;
            else if (line.StartsWith("deleted file mode", StringComparison.Ordinal)) newPath = null;
            else if (HunkHeader().Match(line) is { Success: true } match) hunks.Add(ReadHunk(lines, ref i, match));
        }
        Close();
        return files;

        void Close()
        {
            if (open && (oldPath ?? newPath) is not null) files.Add(new FileDiff(oldPath, newPath, hunks));
            hunks = [];
            open = false;
        }
    }

    private static DiffHunk ReadHunk(string[] lines, ref int at, Match header)
    {
        int removed = Count(header.Groups[2]), added = Count(header.Groups[4]);
        var (gone, come) = (new List<string>(removed), new List<string>(added));
        for (; at < lines.Length && (gone.Count < removed || come.Count < added); at++)
        {
            if (lines[at].StartsWith('-')) gone.Add(lines[at][1..]);
            else if (lines[at].StartsWith('+')) come.Add(lines[at][1..]);
        }
        return new DiffHunk(Number(header.Groups[1]), Number(header.Groups[3]), gone, come);
    }

    private static int Count(Group group) => group.Success ? Number(group) : 1;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Without changed lines (binary files, modes) only the header names the file: <c>a/x b/x</c>, both of one length.</summary>
    private static (string? Old, string? New) PathsOfHeader(string header)
    {
        int half = header.Length / 2;
        return header.Length % 2 == 1 && header[half] == ' ' ? (PathOf(header[..half]), PathOf(header[(half + 1)..])) : (null, null);
    }

    private static string? PathOf(string text)
    {
        text = text.TrimEnd('\t', '\r');
        if (text == "/dev/null") return null;
        if (text.Length > 1 && text[0] == '"') text = Unquote(text[1..^1]);
        return text.Length > 2 && text[1] == '/' ? text[2..] : text;
    }

    /// <summary>git quotes paths with control characters, quotes and backslashes the way C does.</summary>
    private static string Unquote(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                clean.Append(text[i]);
                continue;
            }
            char c = text[++i];
            if (c is >= '0' and <= '3' && i + 2 < text.Length)
            {
                clean.Append((char)Convert.ToInt32(text.Substring(i, 3), 8));
                i += 2;
            }
            else clean.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => c });
        }
        return clean.ToString();
    }

    [GeneratedRegex(@"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")]
    private static partial Regex HunkHeader();
}
