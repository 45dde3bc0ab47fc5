namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Which files are tests, by where test runners look for them.</summary>
internal static class TestPaths
{
    private static readonly string[] _folders = ["test", "tests", "testing", "spec", "__tests__"];

    public static bool IsTest(string path)
    {
        string[] parts = path.Split('/');
        string name = Path.GetFileNameWithoutExtension(parts[^1]);
        return name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test", StringComparison.Ordinal) || name is "conftest" or "tests"
            || parts.SkipLast(1).Any(folder => _folders.Contains(folder, StringComparer.OrdinalIgnoreCase));
    }
}
