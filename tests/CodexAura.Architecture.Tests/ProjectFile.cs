using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace CodexAura.Architecture.Tests;

/// <summary>A project as its file declares it, and what was built of it.</summary>
internal sealed class ProjectFile
{
    private readonly string _folder;
    private readonly XDocument _xml;

    public ProjectFile(string file)
    {
        _folder = System.IO.Path.GetDirectoryName(file)!;
        _xml = XDocument.Load(file);
        Path = Repository.Relative(file);
        Name = System.IO.Path.GetFileNameWithoutExtension(file);
    }

    /// <summary>Path relative to the root.</summary>
    public string Path { get; }

    public string Name { get; }

    /// <summary>The folder at the top of the repository that it is in.</summary>
    public string Area => Path[..Path.IndexOf('/')];

    /// <summary>File name of the assembly, without its ending.</summary>
    public string AssemblyName => _xml.Descendants("AssemblyName").SingleOrDefault()?.Value ?? Name;

    /// <summary>Whether a plugin.json stands beside it.</summary>
    public bool IsPlugin => File.Exists(ManifestPath);

    public string ManifestPath => System.IO.Path.Combine(_folder, "plugin.json");

    /// <summary>Folder that it was built into.</summary>
    public string OutputFolder => System.IO.Path.Combine(_folder, "bin", Repository.Configuration, _xml.Descendants("TargetFramework").SingleOrDefault()?.Value ?? "net10.0");

    public bool Imports(string file) => _xml.Descendants("Import").Any(import => ((string?)import.Attribute("Project"))?.EndsWith(file, StringComparison.Ordinal) == true);

    /// <summary>Paths of the projects that it references, relative to the root.</summary>
    public IEnumerable<string> ProjectReferences => _xml.Descendants("ProjectReference").Attributes("Include")
        .Select(include => Repository.Relative(System.IO.Path.GetFullPath(System.IO.Path.Combine(_folder, include.Value.Replace('\\', '/')))));

    /// <summary>Packages that who uses the assembly gets too: those that only help to build it are left out.</summary>
    public IEnumerable<string> PackageReferences => _xml.Descendants("PackageReference")
        .Where(package => !string.Equals((string?)package.Attribute("PrivateAssets") ?? package.Element("PrivateAssets")?.Value, "all", StringComparison.OrdinalIgnoreCase))
        .Attributes("Include").Select(include => include.Value);

    /// <summary>Names of the assemblies that the built one references, those of .NET itself left out.</summary>
    public IReadOnlyList<string> AssemblyReferences()
    {
        using var file = new PEReader(File.OpenRead(System.IO.Path.Combine(OutputFolder, AssemblyName + ".dll")));
        var metadata = file.GetMetadataReader();
        string dotnet = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => !File.Exists(System.IO.Path.Combine(dotnet, name + ".dll")))];
    }

    public override string ToString() => Path;
}
