using System.Reflection;
using CodexAura.Analyzers.Python.Extract;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What the standard library, and a few frameworks, do with the program's own functions and objects, as Python files that are read like any other
/// and run anew at each call: data, not code. See Models/README.md.
/// </summary>
internal static class StandardModels
{
    private static readonly Lazy<IReadOnlyList<FileUnit>> Library = new(() => Load("Models/"));
    private static readonly Lazy<IReadOnlyList<FileUnit>> All = new(() => [.. Library.Value, .. Load("Frameworks/")]);

    /// <summary>The models of the standard library; their paths are dotted module names.</summary>
    public static IReadOnlyList<FileUnit> Units => Library.Value;

    /// <summary>The models that a program needs: those of frameworks only where a file imports one of them, for they cost every start a few milliseconds.</summary>
    public static IReadOnlyList<FileUnit> For(ReadOnlySpan<FileUnit> files)
    {
        foreach (var file in files)
            foreach (ref readonly var import in file.Imports)
                if (import is { Level: 0, Module: >= 0 } && IsFramework(file.String(import.Module))) return All.Value;
        return Library.Value;
    }

    private static bool IsFramework(ReadOnlySpan<byte> module)
    {
        int dot = module.IndexOf((byte)'.');
        var name = dot < 0 ? module : module[..dot];
        return name.SequenceEqual("django"u8) || name.SequenceEqual("fastapi"u8) || name.SequenceEqual("flask_sqlalchemy"u8) || name.SequenceEqual("sqlalchemy"u8) || name.SequenceEqual("sqlmodel"u8);
    }

    private static List<FileUnit> Load(string prefix)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var extractor = new FileExtractor();
        var units = new List<FileUnit>();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            string module = Path.GetFileNameWithoutExtension(name[prefix.Length..]);
            var facts = extractor.Extract(new SourceFile(module, memory.ToArray()), CancellationToken.None);
            if (facts.Diagnostics.Count > 0) throw new InvalidDataException($"The model {name} has an error: {facts.Diagnostics[0].Message} (line {facts.Diagnostics[0].Line})");
            units.Add(new FileUnit(module, facts.Body));
        }
        return units;
    }
}
