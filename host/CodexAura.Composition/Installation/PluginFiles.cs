using System.IO.Compression;

namespace CodexAura.Composition.Installation;

/// <summary>Copies the files of a plugin out of a folder or a zip file, and refuses what leads out of the place it is copied to.</summary>
internal static class PluginFiles
{
    private const long MostBytes = 2L << 30;
    private const int MostFiles = 20_000;
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegularFile = 0x8000;
    private const int UnixFolder = 0x4000;

    /// <summary>Copies a plugin.</summary>
    /// <param name="source">A folder, or a zip file.</param>
    /// <param name="target">A folder that is not there yet.</param>
    /// <exception cref="PluginInstallException">It is neither, is too large, or has files that can't be taken.</exception>
    public static void Copy(string source, string target)
    {
        if (Directory.Exists(source)) CopyFolder(source, target);
        else if (File.Exists(source)) Unzip(source, target);
        else throw Refused($"'{source}' is neither a folder nor a file. Give the folder of a plugin, or a zip file of one.");
    }

    private static void CopyFolder(string source, string target)
    {
        string root = Path.GetFullPath(source);
        if (!File.Exists(Path.Combine(root, PluginManifest.FileName)))
            throw new PluginInstallException(PluginCodes.ManifestMissing, $"'{source}' has no {PluginManifest.FileName}. Give the folder that a plugin was built or published into.");
        var files = Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false, MaxRecursionDepth = 50 });
        long size = 0;
        int count = 0;
        RefuseLinks(root, root);
        foreach (string folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories)) RefuseLinks(root, folder);
        foreach (string file in files)
        {
            RefuseLinks(root, file);
            Count(source, ref count, ref size, new FileInfo(file).Length);
            string copy = Path.Combine(target, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void RefuseLinks(string root, string path)
    {
        if (path != root && File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint))
            throw Refused($"'{path}' is a link. A plugin has to have all its files in its folder: copy what the link leads to.");
    }

    private static void Unzip(string source, string target)
    {
        try
        {
            using var zip = ZipFile.OpenRead(source);
            var files = zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(entry => (Entry: entry, Name: SafeName(source, entry))).ToArray();
            string prefix = PrefixOf(source, [.. files.Select(file => file.Name)]);
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            long size = 0;
            int count = 0;
            foreach (var (entry, name) in files)
            {
                if (!name.StartsWith(prefix, StringComparison.Ordinal)) continue;
                if (!seen.Add(name)) throw Refused($"'{source}' has '{name}' twice.");
                Count(source, ref count, ref size, 0);
                string copy = Path.Combine(target, name[prefix.Length..]);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                using var from = entry.Open();
                using var to = new FileStream(copy, FileMode.CreateNew);
                // What the directory of a zip file says of sizes need not be true.
                CopyUpTo(from, to, source, ref size);
            }
        }
        catch (InvalidDataException damaged)
        {
            throw Refused($"'{source}' is no zip file, or is damaged: {damaged.Message}", damaged);
        }
    }

    private static void CopyUpTo(Stream from, Stream to, string source, ref long size)
    {
        byte[] buffer = new byte[81920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            int none = 0;
            Count(source, ref none, ref size, read);
            to.Write(buffer, 0, read);
        }
    }

    /// <summary>The name of an entry with <c>/</c>, sure to stay inside of a folder.</summary>
    private static string SafeName(string source, ZipArchiveEntry entry)
    {
        string name = entry.FullName.Replace('\\', '/');
        int type = (entry.ExternalAttributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixRegularFile or UnixFolder)) throw Refused($"'{source}' has '{name}', which is a link or a device. A plugin is made of files alone.");
        bool isSafe = name.Length > 0 && name[0] != '/' && !name.Any(c => c < ' ' || c == ':')
            && name.Split('/').All(part => part is not ("" or "." or "..") && !part.EndsWith('.') && !part.EndsWith(' '));
        return isSafe ? name : throw Refused($"'{source}' has a file named '{name}', which leads out of the plugin's folder or is no name that every system knows.");
    }

    /// <summary>The folder in the zip file that has the manifest: its root, or the only folder at its root.</summary>
    private static string PrefixOf(string source, string[] names)
    {
        if (names.Contains(PluginManifest.FileName)) return "";
        string[] folders = [.. names.Select(name => name[..(name.IndexOf('/') + 1)]).Distinct(StringComparer.Ordinal)];
        return folders is [{ Length: > 0 } only] && names.Contains(only + PluginManifest.FileName)
            ? only
            : throw new PluginInstallException(PluginCodes.ManifestMissing, $"'{source}' has no {PluginManifest.FileName}, neither at its root nor in its only folder. 'dotnet publish -t:PackPlugin' makes such a file.");
    }

    private static void Count(string source, ref int files, ref long size, long more)
    {
        files++;
        size += more;
        if (files > MostFiles || size > MostBytes) throw Refused($"'{source}' is too large for a plugin: more than {MostFiles:N0} files or {MostBytes >> 30} GiB.");
    }

    private static PluginInstallException Refused(string message, Exception? inner = null) => new(PluginCodes.NotInstalled, message + (message.EndsWith('.') ? " Nothing was installed." : ". Nothing was installed."), inner);
}
