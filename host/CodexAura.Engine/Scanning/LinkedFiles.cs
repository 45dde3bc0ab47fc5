using CodexAura.Engine.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Scanning;

/// <summary>Takes symbolic links to files, each target at most once.</summary>
internal static class LinkedFiles
{
    public static void Add(string root, List<string> links, List<ScannedFile> files, List<Diagnostic> diagnostics,
        Func<string, long, long, ScannedFile?> take)
    {
        if (links.Count == 0) return;
        links.Sort(string.CompareOrdinal);
        var taken = files.Select(f => Path.Join(root, f.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (string link in links)
        {
            string target = RealPath.Of(Path.Join(root, link));
            var file = new FileInfo(target);
            // One that is still a link after resolving leads in a circle.
            bool found = file is { Exists: true, LinkTarget: null };
            if (!found || !IsInside(root, target))
            {
                diagnostics.Add(new Diagnostic(DiagnosticCodes.LinkNotFollowed, DiagnosticSeverity.Info, link, 0, found
                    ? "The link leads to a file outside the analysed root; it was not followed."
                    : "The link leads nowhere."));
            }
            else if (taken.Add(target) && take(link, file.Length, file.LastWriteTimeUtc.Ticks) is { } scanned)
            {
                files.Add(scanned);
            }
        }
    }

    public static bool IsInside(string root, string path) =>
        path == root || path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
