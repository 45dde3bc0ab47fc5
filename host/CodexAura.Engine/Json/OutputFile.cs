using CodexAura.Engine.Scanning;

namespace CodexAura.Engine.Json;

/// <summary>
/// A file that appears whole or not at all: it is written beside its place under another name, and moved there at the end.
/// Pipes and devices, which can't be replaced, are written directly.
/// </summary>
public sealed class OutputFile : IAsyncDisposable
{
    private readonly string _target;
    private readonly string? _temporary;
    private readonly FileStream _stream;

    private OutputFile(string target, string? temporary, FileStream stream) => (_target, _temporary, _stream) = (target, temporary, stream);

    /// <summary>What is to be in the file.</summary>
    public Stream Stream => _stream;

    /// <summary>Opens a file for writing. Do it before long work, so that a bad path shows at once.</summary>
    /// <exception cref="IOException">It can't be written; the message says why.</exception>
    public static OutputFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = RealPath.Of(path);
        try
        {
            if (Directory.Exists(target)) throw new IOException("it is a folder.");
            if (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
                return new OutputFile(target, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
            if (File.Exists(target) && !RegularFile.Is(target))
                return new OutputFile(target, null, new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
            CheckWritable(target);
            string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
            return new OutputFile(target, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024));
        }
        catch (DirectoryNotFoundException)
        {
            throw new IOException($"'{path}' can't be written: there is no folder '{Path.GetDirectoryName(target)}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' can't be written: {e.Message}", e);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        if (_temporary is not null) File.Move(_temporary, _target, overwrite: true);
    }

    /// <summary>Closes it; without <see cref="CommitAsync"/> nothing remains of it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_temporary is not null) File.Delete(_temporary);
        }
    }

    /// <summary>A file that is read-only stays as it is, although its folder would let us replace it.</summary>
    private static void CheckWritable(string target)
    {
        if (!File.Exists(target)) return;
        using var probe = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }
}
