using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CodexAura.Composition;

/// <summary>What the files of a plugin look like from outside: names, sizes and times. No file is opened.</summary>
public static class PluginStamp
{
    private const int DeepestFolder = 16;

    private static readonly EnumerationOptions _everything = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, AttributesToSkip = 0, IgnoreInaccessible = true,
    };

    /// <summary>A short text that is another one after any file was written, added, renamed or removed.</summary>
    /// <param name="folder">A plugin's folder.</param>
    /// <returns>Null where there is no such folder.</returns>
    public static string? Of(string folder)
    {
        try
        {
            var files = new FileSystemEnumerable<(string Path, long Size, long Time)>(folder,
                (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.IsDirectory ? -1 : entry.Length, entry.IsDirectory ? 0 : entry.LastWriteTimeUtc.UtcTicks), _everything)
                .OrderBy(file => file.Path, StringComparer.Ordinal);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (path, size, time) in files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(path));
                hash.AppendData(MemoryMarshal.AsBytes((ReadOnlySpan<long>)[size, time]));
            }
            return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 12));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It is being removed, or replaced, right now.
            return null;
        }
    }
}
