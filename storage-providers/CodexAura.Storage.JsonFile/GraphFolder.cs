using System.Globalization;
using System.Text;
using CodexAura.Sdk.Storage;

namespace CodexAura.Storage.JsonFile;

/// <summary>The folder with one file for each graph. A file appears whole or not at all.</summary>
internal sealed class GraphFolder(string folder)
{
    private const string Extension = ".json", Unfinished = ".tmp";
    private const int Buffer = 128 * 1024;

    /// <summary>Ids of all graphs.</summary>
    public IEnumerable<string> Ids()
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(file => Id(Path.GetFileNameWithoutExtension(file))).OfType<string>()]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    /// <summary>Reads the file of a graph; the default when there is none.</summary>
    public async Task<T?> ReadAsync<T>(string id, Func<Stream, Task<T>> read) where T : class
    {
        string path = FileOf(id);
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using (stream.ConfigureAwait(false)) return await read(stream).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (InvalidDataException e)
        {
            throw new GraphStoreException("store.corrupt", $"The graph in '{path}' can't be read. {e.Message} Nothing was changed. Remove the file and analyse again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    /// <summary>Writes the file of a graph beside its place, and moves it there when all of it is on the disk.</summary>
    public async Task WriteAsync(string id, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        string path = FileOf(id), temporary = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            Directory.CreateDirectory(folder);
            RemoveUnfinished();
            try
            {
                var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);
                await using (stream.ConfigureAwait(false))
                {
                    await write(stream).ConfigureAwait(false);
                    stream.Flush(flushToDisk: true);
                }
                cancellationToken.ThrowIfCancellationRequested();
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    /// <returns>False when there was none.</returns>
    public bool Delete(string id)
    {
        string path = FileOf(id);
        try
        {
            if (!File.Exists(path)) return false;
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    /// <summary>Removes what processes left that were cut off. Those that still write have their files locked, but for the first moment.</summary>
    private void RemoveUnfinished()
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            try
            {
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) < TimeSpan.FromMinutes(1)) continue;
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody is at it.
            }
        }
    }

    private string FileOf(string id) => Path.Combine(folder, FileName(id) + Extension);

    /// <summary>Ids are hexadecimal; whatever else is asked for must neither leave the folder nor fall together with another id.</summary>
    private static string FileName(string id)
    {
        var name = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(id))
        {
            if (char.IsAsciiDigit((char)b) || char.IsAsciiLetterLower((char)b) || b is (byte)'-' or (byte)'_') name.Append((char)b);
            else name.Append(CultureInfo.InvariantCulture, $"%{b:x2}");
        }
        return name.ToString();
    }

    private static string? Id(string fileName)
    {
        string id = Uri.UnescapeDataString(fileName);
        return FileName(id) == fileName ? id : null;
    }

    private GraphStoreException Failure(Exception e)
    {
        // ENOSPC and EDQUOT, and what Windows calls them.
        bool isFull = e is IOException && (uint)e.HResult is 28 or 122 or 0x80070070 or 0x80070027;
        if (isFull) return new GraphStoreException("store.full", $"The disk is full: the graph could not be written to '{folder}'. What was there before is still there. Make room and try again.", e);
        return e is UnauthorizedAccessException
            ? new GraphStoreException("store.readonly", $"The graphs in '{folder}' can't be used: {e.Message} Change the permissions of the folder, or use another data folder.", e)
            : new GraphStoreException("store.io", $"The graphs in '{folder}' can't be used: {e.Message} Check the disk it is on.", e);
    }
}
