using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using SQLitePCL;

namespace CodexAura.Storage.Sqlite;

/// <summary>
/// The database file: runs work on it in one transaction, waits for other processes, and tells people what went wrong.
/// </summary>
/// <remarks>
/// A connection is opened for each piece of work and closed after it. Opening costs about a millisecond, and closing the last
/// one moves what was written from the log into the file itself.
/// </remarks>
internal sealed partial class StoreFile
{
    private const int FreePagesWorthReclaiming = 256;
    private readonly SqliteStoreOptions _options;
    private readonly ILogger _logger;
    private readonly Lazy<ResiliencePipeline<Connection?>> _whileBusy;
    private readonly SemaphoreSlim _writer = new(1, 1);

    public StoreFile(string directory, SqliteStoreOptions options, ILogger logger)
    {
        (_options, _logger) = (options, logger);
        FilePath = Path.Combine(Path.GetFullPath(directory), "graphs.db");
        _whileBusy = new Lazy<ResiliencePipeline<Connection?>>(WaitWhileBusy);
    }

    /// <summary>Full path of the database.</summary>
    public string FilePath { get; }

    /// <summary>Runs work that sees one state of the database, whatever is written meanwhile.</summary>
    public Task<T> ReadAsync<T>(T whenMissing, Func<Connection, CancellationToken, T> work, CancellationToken cancellationToken) =>
        Task.Run(() => GuardedAsync(async () =>
        {
            using var connection = await ConnectAsync(() => StoreOpening.Read(FilePath), cancellationToken);
            if (connection is null) return whenMissing;
            using (connection.InterruptOn(cancellationToken)) return work(connection, cancellationToken);
        }, cancellationToken), cancellationToken);

    /// <summary>Opens the database for reading over a longer time; what is read is of one state. Null when there is none.</summary>
    public Task<Connection?> OpenAsync(CancellationToken cancellationToken) =>
        Task.Run(() => GuardedAsync(() => ConnectAsync(() => StoreOpening.Read(FilePath), cancellationToken).AsTask(), cancellationToken), cancellationToken);

    /// <summary>Runs a piece of such reading.</summary>
    public Task<T> StepAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Run(() => GuardedAsync(() => Task.FromResult(work()), cancellationToken), cancellationToken);

    /// <summary>Runs work whose changes happen whole or not at all. Writers of one process take turns.</summary>
    public Task<T> WriteAsync<T>(Func<Connection, CancellationToken, T> work, CancellationToken cancellationToken) =>
        Task.Run(() => GuardedAsync(async () =>
        {
            await _writer.WaitAsync(cancellationToken);
            try
            {
                MakeFolder();
                using var connection = await ConnectAsync(() => StoreOpening.Write(FilePath, _options), cancellationToken);
                var result = Transact(connection!, work, cancellationToken);
                Reclaim(connection!);
                return result;
            }
            finally
            {
                _writer.Release();
            }
        }, cancellationToken), cancellationToken);

    private static T Transact<T>(Connection connection, Func<Connection, CancellationToken, T> work, CancellationToken cancellationToken)
    {
        try
        {
            T result;
            using (connection.InterruptOn(cancellationToken)) result = work(connection, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            connection.Execute("COMMIT");
            return result;
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    private ValueTask<Connection?> ConnectAsync(Func<Connection?> open, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Nearly always nobody else is there. What waits is made when it is needed: that costs more than all else in opening.
            return ValueTask.FromResult(open());
        }
        catch (SqliteFailure failure) when (failure.Code == raw.SQLITE_BUSY)
        {
            return _whileBusy.Value.ExecuteAsync(static (open, _) => ValueTask.FromResult(open()), open, cancellationToken);
        }
    }

    private ResiliencePipeline<Connection?> WaitWhileBusy() => new ResiliencePipelineBuilder<Connection?>()
        .AddTimeout(_options.LockTimeout)
        .AddRetry(new RetryStrategyOptions<Connection?>
        {
            ShouldHandle = new PredicateBuilder<Connection?>().Handle<SqliteFailure>(f => f.Code == raw.SQLITE_BUSY),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(5),
            MaxDelay = TimeSpan.FromMilliseconds(100),
            UseJitter = true,
            OnRetry = retry =>
            {
                if (retry.AttemptNumber == 5) Waiting(_logger, FilePath);
                return default;
            },
        })
        .Build();

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (SqliteFailure failure) when (cancellationToken.IsCancellationRequested && failure.Code is raw.SQLITE_INTERRUPT or raw.SQLITE_BUSY)
        {
            throw new OperationCanceledException(failure.Message, failure, cancellationToken);
        }
        catch (SqliteFailure failure)
        {
            throw StoreErrors.From(failure, FilePath);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw StoreErrors.Locked(FilePath, timeout);
        }
        catch (InvalidDataException damage)
        {
            throw StoreErrors.Corrupt(FilePath, damage.Message, damage);
        }
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.CannotMakeFolder(FilePath, e);
        }
    }

    /// <summary>Gives the space of what was deleted back to the disk. What could not be given back now is used or given back later.</summary>
    private void Reclaim(Connection connection)
    {
        try
        {
            if (connection.Number("PRAGMA freelist_count") >= FreePagesWorthReclaiming) connection.Execute("PRAGMA incremental_vacuum");
        }
        catch (SqliteFailure failure)
        {
            NotReclaimed(_logger, FilePath, failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "Waiting for another process to be done with '{Path}'.")]
    private static partial void Waiting(ILogger logger, string path);

    [LoggerMessage(LogLevel.Debug, "The space of what was deleted from '{Path}' could not be given back to the disk yet.")]
    private static partial void NotReclaimed(ILogger logger, string path, Exception cause);
}
