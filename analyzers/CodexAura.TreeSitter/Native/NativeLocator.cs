using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace CodexAura.TreeSitter.Native;

// The runtime's own search knows the host's folders, not those of an assembly that a plugin's load context
// loaded. This one starts beside the assembly, wherever that came from.
internal static class NativeLocator
{
    public static nint Load(string libraryName) => Load(libraryName, SearchDirectories());

    /// <param name="libraryName">A name without prefix and extension, or the full path of a file.</param>
    /// <param name="directories">Where to look, in order.</param>
    public static nint Load(string libraryName, IReadOnlyList<string> directories)
    {
        var failures = new StringBuilder();
        foreach (string path in Candidates(libraryName, directories))
        {
            if (!File.Exists(path))
            {
                failures.Append("\n  ").Append(path).Append(": not there");
                continue;
            }
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
            {
                failures.Append("\n  ").Append(path).Append(": ").Append(exception.Message.ReplaceLineEndings(" "));
            }
        }
        throw new DllNotFoundException(
            $"The native library '{libraryName}' could not be loaded on {Rids()[0]}. Looked for:{failures}\n"
            + "Build the project that ships it on this kind of machine, or copy the library to one of these places.");
    }

    private static IEnumerable<string> Candidates(string libraryName, IReadOnlyList<string> directories)
    {
        if (Path.IsPathFullyQualified(libraryName))
        {
            return [libraryName];
        }
        string fileName = FileName(libraryName);
        return directories.Select(directory => Path.Combine(directory, fileName));
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty location is left out; the application's folder remains.")]
    private static List<string> SearchDirectories()
    {
        var directories = new List<string>();
        string? beside = Path.GetDirectoryName(typeof(NativeLocator).Assembly.Location);
        foreach (string root in new[] { beside, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar) }.Where(root => !string.IsNullOrEmpty(root)).Distinct()!)
        {
            directories.AddRange(Rids().Select(rid => Path.Combine(root, "runtimes", rid, "native")));
            directories.Add(Path.Combine(root, "native"));
            directories.Add(root);
        }
        return directories;
    }

    // The runtime may be built for a distribution (debian.12-x64); the libraries are named for the platform.
    private static string[] Rids()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        if (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
        {
            system = "linux-musl";
        }
        string portable = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return [.. new[] { portable, RuntimeInformation.RuntimeIdentifier }.Distinct()];
    }

    private static string FileName(string libraryName) =>
        OperatingSystem.IsWindows() ? $"{libraryName}.dll"
        : OperatingSystem.IsMacOS() ? $"lib{libraryName}.dylib"
        : $"lib{libraryName}.so";
}
