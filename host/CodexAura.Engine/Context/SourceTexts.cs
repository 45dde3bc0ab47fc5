using System.Collections.Concurrent;

namespace CodexAura.Engine.Context;

/// <summary>
/// Texts of files that were read before, each as long as the file has the same size and time of change: a server that is asked again and again
/// reads only what changed, and hands out the very same string, by which others know what they made of it. Safe to use from many threads.
/// </summary>
internal static class SourceTexts
{
    /// <summary>Characters that are kept at most, two bytes each.</summary>
    private const long Most = 48L * 1024 * 1024;

    /// <summary>A file that changed so lately may change again without its time showing it: clocks of file systems tick every few milliseconds, on some every two seconds.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<string, Text> Known = new(StringComparer.Ordinal);
    private static long _kept;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, which is there.</param>
    public static string Read(FileInfo file)
    {
        var (time, size) = (file.LastWriteTimeUtc, file.Length);
        if (Known.TryGetValue(file.FullName, out var known) && known.Time == time && known.Size == size) return known.Content;
        string content = File.ReadAllText(file.FullName);
        if (DateTime.UtcNow - time < Unsettled) return content;
        // More repositories than there is room for take turns.
        if (Interlocked.Read(ref _kept) + content.Length > Most)
        {
            Known.Clear();
            Interlocked.Exchange(ref _kept, 0);
        }
        Known[file.FullName] = new Text(time, size, content);
        Interlocked.Add(ref _kept, content.Length - (known?.Content.Length ?? 0));
        return content;
    }

    private sealed record Text(DateTime Time, long Size, string Content);
}
