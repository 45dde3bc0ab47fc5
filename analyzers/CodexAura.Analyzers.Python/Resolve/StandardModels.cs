using System.Reflection;
using CodexAura.Analyzers.Python.Extract;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What the standard library does with the program's own functions and objects, as Python files that are read like any other
/// and run anew at each call: data, not code. See Models/README.md.
/// </summary>
internal static class StandardModels
{
    private const string Prefix = "Models/";
    private static readonly Lazy<IReadOnlyList<FileUnit>> Loaded = new(Load);

    /// <summary>The models; their paths are dotted module names.</summary>
    public static IReadOnlyList<FileUnit> Units => Loaded.Value;

    private static List<FileUnit> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var extractor = new FileExtractor();
        var units = new List<FileUnit>();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            string module = Path.GetFileNameWithoutExtension(name[Prefix.Length..]);
            var facts = extractor.Extract(new SourceFile(module, memory.ToArray()), CancellationToken.None);
            if (facts.Diagnostics.Count > 0) throw new InvalidDataException($"The model {name} has an error: {facts.Diagnostics[0].Message} (line {facts.Diagnostics[0].Line})");
            units.Add(new FileUnit(module, facts.Body));
        }
        return units;
    }
}
