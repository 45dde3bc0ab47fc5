using System.Text.RegularExpressions;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>Splits a fixture into files and annotations.</summary>
internal static class FixtureParser
{
    public static Fixture Parse(string text, string comment)
    {
        if (string.IsNullOrWhiteSpace(comment))
            throw new FixtureException("FixtureOptions.Comment is empty; it says what starts a comment, such as '#' or '//'.");
        string prefix = Regex.Escape(comment);
        var heading = new Regex($@"^{prefix}-\s+(?<path>.*?)\s*$");
        var annotation = new Regex($@"^(?<marks>\s*{prefix}\s*\^+)(?:\s+(?<body>.*?))?\s*$");
        var files = new List<FixtureFile>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        // The line end after the last line is no line of its own.
        int count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        for (int i = 0; i < count; i++)
        {
            string line = lines[i];
            if (heading.Match(line) is { Success: true } start)
                files.Add(new FixtureFile(CheckPath(start.Groups["path"].Value, files, i + 1, line), line));
            else if (files.Count == 0)
            {
                if (line.Trim().Length > 0)
                    throw Mistake(i + 1, line, $"stands before the first file; start the fixture with '{comment}- path'");
            }
            else if (annotation.Match(line) is { Success: true } mark)
                files[^1].Annotations.Add(ParseAnnotation(files[^1], i + 1, line, mark));
            else
                files[^1].Lines.Add(line);
        }
        return files.Count > 0 ? new Fixture(comment, files)
            : throw new FixtureException($"The fixture has no file; start it with '{comment}- path'.");
    }

    public static FixtureException Mistake(int fixtureLine, string line, string problem) =>
        new($"Mistake in the fixture: line {fixtureLine} {problem}.\n{fixtureLine,5} | {line}");

    private static Annotation ParseAnnotation(FixtureFile file, int fixtureLine, string line, Match mark)
    {
        if (file.Lines.Count == 0)
            throw Mistake(fixtureLine, line, "has carets, but no source line above it in its file");
        if (string.IsNullOrWhiteSpace(file.Lines[^1]))
            throw Mistake(fixtureLine, line, "has carets that point to an empty line; put it directly below the line it speaks of");
        return AnnotationSyntax.Parse(fixtureLine, file.Lines.Count, line, mark.Groups["marks"].Value, mark.Groups["body"].Value);
    }

    private static string CheckPath(string path, List<FixtureFile> files, int fixtureLine, string line)
    {
        if (path.Length == 0) throw Mistake(fixtureLine, line, "names no file");
        if (path.StartsWith('/') || path.Contains('\\') || path.Split('/').Any(part => part is "" or "." or ".."))
            throw Mistake(fixtureLine, line, $"has the path '{path}'; paths are relative to the root, with '/', without '.' and '..'");
        if (files.Any(f => f.Path == path)) throw Mistake(fixtureLine, line, $"starts '{path}' a second time");
        return path;
    }
}
