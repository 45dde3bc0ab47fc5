using System.Text;
using System.Text.Json;

namespace CodexAura.Web.Tests.Support;

/// <summary>A folder for one test: data of a server and repositories to analyse.</summary>
internal sealed class Workspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("codex-aura-web-").FullName;

    public string Data => Path.Join(Folder, "data");

    public string In(params string[] parts) => Path.Join([Folder, .. parts]);

    public string Write(string path, string content)
    {
        string file = In(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>A copy of the sample repository, outside of any git work tree.</summary>
    public string Shop(string name = "shop")
    {
        string from = Path.Join(RepositoryRoot, "samples", "shop");
        foreach (string file in Directory.EnumerateFiles(from, "*.py", SearchOption.AllDirectories))
        {
            string to = In(name, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return In(name);
    }

    public static string RepositoryRoot { get; } = FindRoot();

    public static StringContent Body(object value) => new(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json");

    public static StringContent RawBody(string text, string type = "application/json") => new(text, Encoding.UTF8, type);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system's temporary folder is cleared by others.
        }
    }

    private static string FindRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Join(at, "CodexAura.sln"))) at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException("These tests run from their build output inside the repository.");
    }
}
