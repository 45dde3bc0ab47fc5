using System.IO.Enumeration;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
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
    private string _prefix = "";

    private SourceScanner(string root, ScanOptions options)
    {
        (_root, _options) = (root, options);
        _extensions = [.. options.Extensions];
        _userRules = IgnoreRuleSet.Parse(options.Exclude);
        _part = new PartOfTree(options.Paths);
    }

    /// <summary>Scans a folder.</summary>
    /// <param name="root">Absolute path without links; see <see cref="RealPath"/>.</param>
    /// <param name="options">What to take.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static ScanResult Scan(string root, ScanOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(options);
        var scanner = new SourceScanner(root, options);
        scanner.Run(cancellationToken);
        return new ScanResult(scanner._files, scanner._diagnostics);
    }

    private void Run(CancellationToken cancellationToken)
    {
        var (scope, prefix) = RepositoryIgnores.For(_root);
        _prefix = prefix;
        _pending.Push(new Folder("", scope, TakenByUser: true));
        while (_pending.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ScanFolder(folder);
        }
        _files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        LinkedFiles.Add(_root, _links, _files, _diagnostics, TakeFile);
        _files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
    }

    private void ScanFolder(Folder folder)
    {
        if (List(folder) is not { } entries) return;
        if (!folder.TakenByUser && entries.Exists(e => DefaultExclusions.MarksEnvironment(e.Name, e.IsFolder))) return;
        var scope = entries.Exists(e => e is { Name: ".gitignore", IsFolder: false })
            ? IgnoreScope.Push(folder.Scope, IgnoreRuleSet.Load(FullPath(folder.Path + ".gitignore")), _prefix.Length + folder.Path.Length)
            : folder.Scope;

        foreach (var entry in entries)
        {
            if (!entry.IsFolder && !entry.IsSource) continue;
            string path = folder.Path + entry.Name;
            if (!_part.Includes(path, entry.IsFolder)) continue;
            bool? byUser = _userRules.Decide(path, entry.IsFolder);
            if (byUser ?? (entry.IsFolder && DefaultExclusions.IsExcluded(entry.Name)
                || IgnoreScope.IsIgnored(scope, _prefix + path, entry.IsFolder))) continue;
            if (!HasUsableName(path, entry)) continue;

            if (entry.IsLink) AddLink(path, entry);
            else if (entry.IsFolder) _pending.Push(new Folder(path + "/", scope, byUser == false));
            else if (TakeFile(path, entry.Size, entry.ModifiedTicks) is { } file) _files.Add(file);
        }
    }

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

    private void AddLink(string path, Entry entry)
    {
        if (!entry.IsFolder) _links.Add(path);
        else if (!LinkedFiles.IsInside(_root, RealPath.Of(FullPath(path))))
            Report(DiagnosticCodes.LinkNotFollowed, DiagnosticSeverity.Info, path, "The link leads to a folder outside the analysed root; it was not followed.");
    }

    private ScannedFile? TakeFile(string path, long size, long modifiedTicks)
    {
        if (size > _options.MaxFileSize)
        {
            Report(DiagnosticCodes.FileTooLarge, DiagnosticSeverity.Warning, path,
                $"The file has {size:N0} bytes, more than the limit of {_options.MaxFileSize:N0}; it was left out (--max-file-size raises the limit).");
            return null;
        }
        if (size == 0 && !RegularFile.Is(FullPath(path)))
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
    private readonly record struct Folder(string Path, IgnoreScope? Scope, bool TakenByUser);

    // A class, as the framework's generic code over classes is compiled ahead of time, and over a struct of ours it is not.
    private sealed record Entry(string Name, bool IsFolder, bool IsSource, bool IsLink, long Size, long ModifiedTicks);
}
