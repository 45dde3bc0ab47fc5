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
    private static readonly Lazy<IReadOnlyList<FileUnit>> Frameworks = new(() => Load("Frameworks/"));

    /// <summary>Top-level packages that are modelled, each with the one that it is built on.</summary>
    private static readonly (string Name, string? On)[] Packages = [("django", null), ("fastapi", null), ("flask_sqlalchemy", "sqlalchemy"), ("rest_framework", "django"), ("sqlalchemy", null), ("sqlmodel", "sqlalchemy")];

    /// <summary>The models of the standard library; their paths are dotted module names.</summary>
    public static IReadOnlyList<FileUnit> Units => Library.Value;

    /// <summary>
    /// The models that a program needs: those of frameworks only where a file imports one of them, for they cost every start a few milliseconds, and not where the program
    /// has that package itself.
    /// </summary>
    public static IReadOnlyList<FileUnit> For(ReadOnlySpan<FileUnit> files)
    {
        HashSet<string>? needed = null;
        foreach (var (name, on) in Packages)
        {
            if (!IsImported(files, System.Text.Encoding.UTF8.GetBytes(name)) || IsThere(files, name)) continue;
            (needed ??= []).Add(name);
            if (on is not null && !IsThere(files, on)) needed.Add(on);
        }
        return needed is null ? Library.Value : [.. Library.Value, .. Frameworks.Value.Where(unit => needed.Contains(unit.Path.Split('.')[0]))];
    }

    private static bool IsImported(ReadOnlySpan<FileUnit> files, ReadOnlySpan<byte> package)
    {
        foreach (var file in files)
            foreach (ref readonly var import in file.Imports)
                if (import is { Level: 0, Module: >= 0 } && file.String(import.Module) is var module && module.StartsWith(package)
                    && (module.Length == package.Length || module[package.Length] == (byte)'.')) return true;
        return false;
    }

    private static bool IsThere(ReadOnlySpan<FileUnit> files, string package)
    {
        string file = package + "/__init__.py";
        foreach (var unit in files)
            if (unit.Path.EndsWith(file, StringComparison.Ordinal) && (unit.Path.Length == file.Length || unit.Path[^(file.Length + 1)] == '/')) return true;
        return false;
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
