using System.Text.Json;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>
/// Keeps jobs in files, one each, so that they outlive the server. A file is the old state or the new one, never half of it. As long as a job is not
/// over a second file is held open for it: the system lets go of that one when the server ends, however it does.
/// </summary>
/// <param name="location">The data folder.</param>
/// <param name="logger">Told of what can't be kept: that costs memory of a job, not the job.</param>
internal sealed partial class JobStore(StoreLocation location, ILogger<JobStore> logger) : IDisposable
{
    /// <summary>Jobs that are over are forgotten when there are more than this.</summary>
    public const int MostKept = 200;

    private const string Ending = ".json";
    private const string HeldEnding = ".held";
    private readonly Dictionary<string, FileStream> _held = new(StringComparer.Ordinal);
    private readonly string _folder = Path.Join(location.Directory, "jobs");

    /// <summary>All kept jobs, oldest first. What can't be read is left out, and what another server on the same data folder is at work on.</summary>
    public IReadOnlyList<JobRecord> Load()
    {
        if (!Directory.Exists(_folder)) return [];
        var jobs = new List<JobRecord>();
        foreach (string file in Directory.EnumerateFiles(_folder, "*" + Ending).Order(StringComparer.Ordinal))
        {
            try
            {
                var job = Read(file);
                // Where another server has let go of it in this moment, only the file knows how it went.
                if (job is { IsOver: false }) job = IsHeld(job.Id) ? null : Read(file);
                if (job is not null) jobs.Add(job);
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                Unreadable(logger, e, file);
            }
        }
        return jobs;
    }

    private static JobRecord? Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), JobJson.Default.JobRecord) is { } job && job.Id == Path.GetFileNameWithoutExtension(file) ? job : null;

    /// <summary>Keeps a job as it is now.</summary>
    public void Save(JobRecord job)
    {
        string file = PathOf(job.Id), part = file + ".part";
        try
        {
            Directory.CreateDirectory(_folder);
            if (!job.IsOver) Hold(job.Id);
            File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(job, JobJson.Default.JobRecord));
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unwritable(logger, e, file);
        }
        if (!job.IsOver) return;
        lock (_held)
            if (_held.Remove(job.Id, out var held)) held.Dispose();
    }

    /// <summary>Lets go of all jobs.</summary>
    public void Dispose()
    {
        lock (_held)
        {
            foreach (var held in _held.Values) held.Dispose();
            _held.Clear();
        }
    }

    private void Hold(string id)
    {
        lock (_held)
            if (!_held.ContainsKey(id)) _held.Add(id, Open(id, FileMode.Create));
    }

    private bool IsHeld(string id)
    {
        try
        {
            using var left = Open(id, FileMode.Open);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private FileStream Open(string id, FileMode mode) =>
        new(Path.Join(_folder, id + HeldEnding), mode, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    /// <summary>Forgets a job.</summary>
    public void Delete(string id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unwritable(logger, e, PathOf(id));
        }
    }

    private string PathOf(string id) => Path.Join(_folder, id + Ending);

    [LoggerMessage(201, LogLevel.Warning, "The job in {File} can't be read and is left out")]
    private static partial void Unreadable(ILogger logger, Exception exception, string file);

    [LoggerMessage(202, LogLevel.Warning, "The job in {File} can't be kept; it is lost when the server ends")]
    private static partial void Unwritable(ILogger logger, Exception exception, string file);
}
