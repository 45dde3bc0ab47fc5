using System.IO.Enumeration;
using System.Text;
using CodexAura.Engine.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Scanning;

/// <summary>
/// Finds the files to analyse: those with the right endings that neither the repository (.gitignore at every level,
/// .git/info/exclude) nor the defaults nor the user leave out.
/// </summary>
/// <remarks>
/// Folder links are never followed, like in git: what they lead to inside the root is found under its own name, and what lies
/// outside is not of this repository. So there can be no loops. A file link is taken when its target is inside the root and is
/// not taken already.
/// </remarks>
public sealed class SourceScanner
{
    private static readonly EnumerationOptions ListEverything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private readonly string _root;
    private readonly ScanOptions _options;
    private readonly string[] _extensions;
    private readonly IgnoreRuleSet _userRules;
    private readonly PartOfTree _part;
    private readonly List<ScannedFile> _files = [];
    private readonly List<string> _links = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Stack<Folder> _pending = new();
    private int _listed;
    private readonly IgnoreScope? _scope;
    private readonly string _prefix;
    private readonly FolderMemory _memory;

    private SourceScanner(string root, ScanOptions options, ReadOnlyMemory<byte> known, TimeProvider time)
    {
        (_root, _options) = (root, options);
        _extensions = [.. options.Extensions];
        _userRules = IgnoreRuleSet.Parse(options.Exclude);
        _part = new PartOfTree(options.Paths);
        (_scope, _prefix) = RepositoryIgnores.For(root);
        var key = new Fingerprint().AddCode(typeof(SourceScanner)).Add(root).Add(_prefix).Add(_extensions).Add(options.Exclude).Add(options.Paths);
        _memory = new FolderMemory(root, key.Value, known, time);
    }

    /// <summary>Scans a folder.</summary>
    /// <param name="root">Absolute path without links; see <see cref="RealPath"/>.</param>
    /// <param name="options">What to take.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static ScanResult Scan(string root, ScanOptions options, CancellationToken cancellationToken = default) =>
        Scan(root, options, default, TimeProvider.System, cancellationToken);

    /// <summary>Scans a folder, and lists only those folders in it that changed since a scan before.</summary>
    /// <param name="root">Absolute path without links; see <see cref="RealPath"/>.</param>
    /// <param name="options">What to take.</param>
    /// <param name="known">The <see cref="ScanResult.Folders"/> of a scan before, of whatever tree and options; empty for none.</param>
    /// <param name="time">Tells which folders changed just now.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static ScanResult Scan(string root, ScanOptions options, ReadOnlyMemory<byte> known, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var scanner = new SourceScanner(root, options, known, time);
        using (scanner._memory)
        {
            scanner.Run(cancellationToken);
            return new ScanResult(scanner._files, scanner._diagnostics, scanner._memory.ToBytes()) { FoldersListed = scanner._listed };
        }
    }

    private void Run(CancellationToken cancellationToken)
    {
        _pending.Push(new Folder("", _scope, TakenByUser: true, _memory.Root, 0));
        while (_pending.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _memory.Enter(folder.Path);
            if (!TakeKnown(folder)) TakeListed(folder);
        }
        _files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        LinkedFiles.Add(_root, _links, _files, _diagnostics, (path, size, modifiedTicks) => TakeFile(path, size, modifiedTicks, isRegular: false));
        _files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        // The order in which folders list their entries is no property of the tree.
        _diagnostics.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path) is var order and not 0 ? order : string.CompareOrdinal(a.Code, b.Code));
    }

    /// <summary>Takes what was taken of a folder before, where nothing in it came or went since.</summary>
    private bool TakeKnown(Folder folder)
    {
        if (!_memory.TryRecall(folder.Record, out var record) || folder.TakenByUser != ((record.Flags & FolderRecord.TakenByUser) != 0)) return false;
        var scope = (record.Flags & FolderRecord.HasRules) != 0 ? PushRules(folder) : folder.Scope;
        if (IgnoreScope.ContentOf(scope) != record.Scope) return false;

        (int files, int diagnostics, int pending, int moved) = (_files.Count, _diagnostics.Count, _pending.Count, _memory.Next - record.Start);
        for (int count = record.Count(); count > 0; count--)
        {
            int slot = record.Position + moved;
            string name = Encoding.UTF8.GetString(record.Folder(out int below, out bool isTakenByUser));
            _pending.Push(new Folder(folder.Path + name + "/", scope, isTakenByUser, below, slot));
        }
        for (int count = record.Count(); count > 0; count--)
        {
            var name = record.Name();
            if (!_memory.TryReadFile(name, out var status))
            {
                // Gone meanwhile, or something was mounted over it.
                _files.RemoveRange(files, _files.Count - files);
                _diagnostics.RemoveRange(diagnostics, _diagnostics.Count - diagnostics);
                while (_pending.Count > pending) _pending.Pop();
                return false;
            }
            if (TakeFile(folder.Path + Encoding.UTF8.GetString(name), status.Size, status.ModifiedTicks, isRegular: true) is { } file) _files.Add(file);
        }
        for (int count = record.Count(); count > 0; count--) _links.Add(folder.Path + Encoding.UTF8.GetString(record.Name()));
        for (int count = record.Count(); count > 0; count--) ReportFolderLink(folder.Path + Encoding.UTF8.GetString(record.Name()));
        _memory.Keep(record, folder.Slot);
        return true;
    }

    private void TakeListed(Folder folder)
    {
        _listed++;
        if (List(folder) is not { } entries) return;
        var listing = new FolderListing { Flags = folder.TakenByUser ? FolderRecord.TakenByUser : (byte)0 };
        var scope = folder.Scope;
        if (folder.TakenByUser || !entries.Exists(e => DefaultExclusions.MarksEnvironment(e.Name, e.IsFolder)))
        {
            if (entries.Exists(e => e is { Name: ".gitignore", IsFolder: false }))
            {
                listing.Flags |= FolderRecord.HasRules;
                scope = PushRules(folder);
            }
            foreach (var entry in entries)
                if (entry.IsFolder || entry.IsSource) Sort(entry, folder, scope, listing);
        }
        var records = listing.Folders.Count == 0 ? null : _memory.FoldersOf(folder.Record);
        int[] slots = _memory.Learn(folder.Slot, listing, IgnoreScope.ContentOf(scope));
        for (int i = 0; i < slots.Length; i++)
        {
            var (name, isTakenByUser) = listing.Folders[i];
            _pending.Push(new Folder(folder.Path + name + "/", scope, isTakenByUser, records?.GetValueOrDefault(name) ?? 0, slots[i]));
        }
    }

    /// <summary>Takes an entry, or leaves it out.</summary>
    private void Sort(Entry entry, Folder folder, IgnoreScope? scope, FolderListing listing)
    {
        string path = folder.Path + entry.Name;
        if (!_part.Includes(path, entry.IsFolder)) return;
        bool? byUser = _userRules.Decide(path, entry.IsFolder);
        if (byUser ?? (entry.IsFolder && DefaultExclusions.IsExcluded(entry.Name)
            || IgnoreScope.IsIgnored(scope, _prefix + path, entry.IsFolder))) return;
        if (entry.Name.Contains('\uFFFD')) listing.IsWhole = false;
        if (!HasUsableName(path, entry)) return;

        if (entry is { IsLink: true, IsFolder: true })
        {
            listing.FolderLinks.Add(entry.Name);
            ReportFolderLink(path);
        }
        else if (entry.IsLink)
        {
            listing.FileLinks.Add(entry.Name);
            _links.Add(path);
        }
        else if (entry.IsFolder) listing.Folders.Add(new ListedFolder(entry.Name, byUser == false));
        else
        {
            listing.Files.Add(entry.Name);
            if (TakeFile(path, entry.Size, entry.ModifiedTicks, isRegular: false) is { } file) _files.Add(file);
        }
    }

    private IgnoreScope? PushRules(Folder folder) =>
        IgnoreScope.Push(folder.Scope, IgnoreRuleSet.Load(FullPath(folder.Path + ".gitignore")), _prefix.Length + folder.Path.Length);

    private List<Entry>? List(Folder folder)
    {
        string full = FullPath(folder.Path);
        try
        {
            return [.. new FileSystemEnumerable<Entry>(full, Read, ListEverything)];
        }
        catch (DirectoryNotFoundException) when (folder.Path.Length > 0)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && folder.Path.Length > 0)
        {
            Report(DiagnosticCodes.FolderUnreadable, DiagnosticSeverity.Error, folder.Path.TrimEnd('/'),
                $"The folder can't be read, nothing in it was analysed: {e.Message}");
            return null;
        }
    }

    /// <summary>Asks the file system for sizes and times of source files only; the rest costs no call.</summary>
    private Entry Read(ref FileSystemEntry entry)
    {
        bool isFolder = entry.IsDirectory;
        bool isSource = !isFolder && IsSource(entry.FileName);
        if (!isFolder && !isSource) return new Entry(entry.FileName is ".gitignore" or "pyvenv.cfg" ? entry.FileName.ToString() : "", false, false, false, 0, 0);
        bool isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        return isFolder
            ? new Entry(entry.FileName.ToString(), true, false, isLink, 0, 0)
            : new Entry(entry.FileName.ToString(), false, true, isLink, entry.Length, entry.LastWriteTimeUtc.UtcTicks);
    }

    private bool IsSource(ReadOnlySpan<char> name)
    {
        foreach (string extension in _extensions)
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private void ReportFolderLink(string path)
    {
        if (!LinkedFiles.IsInside(_root, RealPath.Of(FullPath(path))))
            Report(DiagnosticCodes.LinkNotFollowed, DiagnosticSeverity.Info, path, "The link leads to a folder outside the analysed root; it was not followed.");
    }

    private ScannedFile? TakeFile(string path, long size, long modifiedTicks, bool isRegular)
    {
        if (size > _options.MaxFileSize)
        {
            Report(DiagnosticCodes.FileTooLarge, DiagnosticSeverity.Warning, path,
                $"The file has {size:N0} bytes, more than the limit of {_options.MaxFileSize:N0}; it was left out (--max-file-size raises the limit).");
            return null;
        }
        if (size == 0 && !isRegular && !RegularFile.Is(FullPath(path)))
        {
            Report(DiagnosticCodes.NotARegularFile, DiagnosticSeverity.Info, path, "A pipe, socket or device, not a file; it was left out.");
            return null;
        }
        return new ScannedFile(path, size, modifiedTicks);
    }

    /// <summary>A name that is not UTF-8 comes with replacement characters, and then no longer leads to the file.</summary>
    private bool HasUsableName(string path, Entry entry)
    {
        if (!entry.Name.Contains('\uFFFD') || Path.Exists(FullPath(path))) return true;
        Report(DiagnosticCodes.NameNotUtf8, DiagnosticSeverity.Warning, path, "The name is not valid UTF-8; it was left out. Rename it to have it analysed.");
        return false;
    }

    private string FullPath(string path) => Path.Join(_root, path);

    private void Report(string code, DiagnosticSeverity severity, string path, string message) =>
        _diagnostics.Add(new Diagnostic(code, severity, path, 0, message));

    /// <param name="Path">Relative path with a slash at the end, or empty for the root.</param>
    /// <param name="Scope">The gitignore rules that hold in it.</param>
    /// <param name="TakenByUser">Whether the user named it, so that the defaults don't apply to it.</param>
    /// <param name="Record">Where memory has what was taken of it, or 0.</param>
    /// <param name="Slot">Where memory is to note the place of its new record.</param>
    private readonly record struct Folder(string Path, IgnoreScope? Scope, bool TakenByUser, int Record, int Slot);

    // A class, as the framework's generic code over classes is compiled ahead of time, and over a struct of ours it is not.
    private sealed record Entry(string Name, bool IsFolder, bool IsSource, bool IsLink, long Size, long ModifiedTicks);
}
