using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Which files are there to try the code or to show it: what they pass into the code is no part of it.</summary>
internal static class TestFiles
{
    /// <summary>Where a file of so many is one of tests, or more, a folder named test is one of tests.</summary>
    private const int FilesPerTest = 4;

    /// <summary>For each file whether it is one.</summary>
    public static bool[] Of(FileUnit[] units)
    {
        var paths = units.Select(u => u.Path).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, (int Files, int Tests)>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var name = Path.GetFileName(unit.Path.AsSpan());
            if (name is "__init__.py") continue;
            foreach (string folder in FoldersAround(unit.Path))
            {
                var (files, tests) = counts.GetValueOrDefault(folder);
                counts[folder] = (files + 1, IsNamedTest(name) ? tests + 1 : tests);
            }
        }
        return [.. units.Select(IsTest)];

        bool IsTest(FileUnit unit) => IsTestPath(unit.Path) || (IsNamedTests(unit.Path) && Names(unit, "TestCase"u8, "unittest"u8, "pytest"u8));

        bool IsTestPath(string path)
        {
            string[] parts = path.Split('/');
            // What stands there at the top of a repository is run by those who work on it, and imported by nobody.
            if (parts is ["tools" or "scripts", _, ..]) return true;
            for (int i = 0; i < parts.Length; i++)
            {
                if (IsNamedTest(parts[i])) return true;
                if (i < parts.Length - 1 && parts[i] is "test" or "testing" && !IsForTests(string.Join('/', parts[..(i + 1)]))) return true;
                if (parts[i] is "tests" or "test-data" or "testdata" or "examples" or "example" or "docs" or "docs_src" or "doc" or "benchmarks" or "bench" or "samples" or "demos" or "demo") return true;
            }
            return false;
        }

        // A package inside of a package in which hardly any tests lie, as django/test, is what a library offers to the tests of others.
        bool IsForTests(string folder) => Folder(folder) is { Length: > 0 } around && paths.Contains(folder + "/__init__.py") && paths.Contains(around + "/__init__.py")
            && counts.GetValueOrDefault(folder) is var (files, tests) && tests * FilesPerTest < files;
    }

    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static IEnumerable<string> FoldersAround(string path)
    {
        for (string folder = Folder(path); folder.Length > 0; folder = Folder(folder)) yield return folder;
    }

    private static bool IsNamedTest(ReadOnlySpan<char> name) => name is "conftest.py" || name.StartsWith("test_") || name.EndsWith("_tests") || name.EndsWith("_test.py");

    /// <summary>Django makes a tests.py for each application; that of a library, as of Jinja, may be what templates ask.</summary>
    private static bool IsNamedTests(string path) => path is "tests.py" || path.EndsWith("/tests.py", StringComparison.Ordinal);

    private static bool Names(FileUnit unit, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        for (int i = 0; i < unit.StringCount; i++)
            if (unit.String(i) is var text && (text.SequenceEqual(first) || text.SequenceEqual(second) || text.SequenceEqual(third))) return true;
        return false;
    }
}
