using System.Text;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>
/// A file of fixtures in Fixtures/: "## title" starts one. A fixture of one file may leave the "#- path" line out and is then
/// main.py.
/// </summary>
internal static class FixtureFile
{
    private const string TitleMark = "## ", PathMark = "#- ";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.py").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>The fixtures of a file by title, in order.</summary>
    public static IReadOnlyList<(string Title, string Text)> Read(string name)
    {
        List<(string Title, StringBuilder Text)> fixtures = [];
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(Folder, name + ".py")))
        {
            number++;
            if (line.StartsWith(TitleMark, StringComparison.Ordinal))
            {
                string title = line[TitleMark.Length..].Trim();
                if (fixtures.Exists(f => f.Title == title))
                    throw new InvalidDataException($"{name}.py:{number}: there is a fixture '{title}' already; titles are unique in a file.");
                fixtures.Add((title, new StringBuilder()));
            }
            else if (fixtures.Count > 0) fixtures[^1].Text.Append(line).Append('\n');
            else if (line.Length > 0) throw new InvalidDataException($"{name}.py:{number}: stands before the first '{TitleMark}title'.");
        }
        return [.. fixtures.Select(f => (f.Title, WithPath(f.Text.ToString())))];
    }

    private static string WithPath(string text) =>
        text.TrimStart('\n').StartsWith(PathMark, StringComparison.Ordinal) ? text.TrimStart('\n') : $"{PathMark}main.py\n{text}";
}
