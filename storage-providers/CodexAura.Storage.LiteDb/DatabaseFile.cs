using System.Diagnostics;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>
/// The database file. It is open while work is done on it, for all stores of this process together, and closed when the last piece of
/// work is done: closing moves what was written from the log into the file, and lets other processes have their turn.
/// </summary>
/// <remarks>LiteDB's own locks don't keep other processes out on all systems, so a lock file beside the database does.</remarks>
internal sealed class DatabaseFile
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(60), LockInterval = TimeSpan.FromMilliseconds(20);
    private static readonly Dictionary<string, DatabaseFile> Files = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SemaphoreSlim _writer = new(1, 1);
    private LiteDatabase? _database;
    private FileStream? _lock;
    private int _users;

    private DatabaseFile(string path) => FilePath = path;

    public string FilePath { get; }

    /// <summary>The one object for a file in this process.</summary>
    public static DatabaseFile At(string folder)
    {
        string path = Path.Combine(Path.GetFullPath(folder), "graphs.litedb");
        lock (Files)
        {
            if (!Files.TryGetValue(path, out var file)) Files.Add(path, file = new DatabaseFile(path));
            return file;
        }
    }

    /// <summary>Runs work that sees one state of the collection that it looks at.</summary>
    public Task<T> ReadAsync<T>(T whenMissing, Func<LiteDatabase, T> work, CancellationToken cancellationToken) => Task.Run(() => GuardedAsync(async () =>
    {
        if (!File.Exists(FilePath)) return whenMissing;
        var database = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Transact(database, work, commit: false);
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }), cancellationToken);

    /// <summary>Runs work whose changes happen whole or not at all. Writers take turns.</summary>
    public Task<T> WriteAsync<T>(Func<LiteDatabase, T> work, CancellationToken cancellationToken) => Task.Run(() => GuardedAsync(async () =>
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            var database = await OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return Transact(database, work, commit: true);
            }
            finally
            {
                await CloseAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _writer.Release();
        }
    }), cancellationToken);

    /// <summary>
    /// LiteDB writes all changes to its log, and then from there to the file; where the room ends in between, it is hard to get out
    /// again. So it is looked for before.
    /// </summary>
    public void RequireRoom(long bytes)
    {
        const long Reserve = 2 << 20;
        if (new DriveInfo(Path.GetDirectoryName(FilePath)!).AvailableFreeSpace < bytes * 3 + Reserve) throw StoreErrors.Full(FilePath);
    }

    private static T Transact<T>(LiteDatabase database, Func<LiteDatabase, T> work, bool commit)
    {
        // A transaction belongs to its thread; nothing in here waits, so the thread stays the same.
        database.BeginTrans();
        try
        {
            var result = work(database);
            if (commit) database.Commit();
            else database.Rollback();
            return result;
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    private async Task<LiteDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_database is null)
            {
                _lock = await LockAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    // Keys are numbers and bytes; a culture must not have a say in anything.
                    _database = new LiteDatabase(new ConnectionString { Filename = FilePath, Connection = ConnectionType.Direct, Collation = Collation.Binary });
                }
                catch
                {
                    await _lock.DisposeAsync().ConfigureAwait(false);
                    throw;
                }
            }
            _users++;
            return _database;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task CloseAsync()
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (--_users > 0) return;
            _database!.Dispose();
        }
        finally
        {
            if (_users == 0)
            {
                _database = null;
                await _lock!.DisposeAsync().ConfigureAwait(false);
            }
            _gate.Release();
        }
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(LockInterval, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                return new FileStream(FilePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e.GetType() == typeof(IOException) && e.HResult is 11 or 35 or unchecked((int)0x80070020))
            {
                if (clock.Elapsed > LockTimeout) throw StoreErrors.Locked(FilePath);
            }
        }
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (StoreErrors.From(e, FilePath) is not null)
        {
            throw StoreErrors.From(e, FilePath)!;
        }
    }
}
