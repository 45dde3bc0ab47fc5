using System.Reflection;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>The library's modules that are written in Python: Library/*.py, named as they are imported.</summary>
internal static class LibrarySource
{
    /// <returns>The text of a module; null for one that there is none of.</returns>
    public static string? Find(string module)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Trial/{module}.py");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
