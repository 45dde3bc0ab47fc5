namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>The built <c>codex-aura</c> of the configuration that these tests were built in.</summary>
internal static class Executable
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Path { get; } = Environment.GetEnvironmentVariable("CODEX_AURA_TEST_EXECUTABLE") ?? System.IO.Path.Join(RepositoryRoot, "host", "CodexAura.Host", "bin", new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\')).Parent!.Name,
        "net10.0", "codex-aura" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private static string FindRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(System.IO.Path.Join(at, "CodexAura.sln"))) at = System.IO.Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException("These tests run from their build output inside the repository.");
    }
}
