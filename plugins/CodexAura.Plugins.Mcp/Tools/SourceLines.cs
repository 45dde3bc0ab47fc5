using CodexAura.Sdk.Context;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>The lines of files, each file read and split once for a call.</summary>
internal sealed class SourceLines(ISourceReader sources)
{
    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);

    /// <returns>The lines; empty when the file is gone.</returns>
    public string[] Of(string path)
    {
        if (!_files.TryGetValue(path, out string[]? lines))
            _files.Add(path, lines = sources.Read(path)?.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n') ?? []);
        return lines;
    }

    /// <summary>One line, without the space around it; empty when there is none.</summary>
    public string Line(string path, int number)
    {
        string[] lines = Of(path);
        return number >= 1 && number <= lines.Length ? NodeLines.Code(lines[number - 1]) : "";
    }
}
