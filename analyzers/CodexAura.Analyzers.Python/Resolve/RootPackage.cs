using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Where the analysed folder is itself a package, its files name it in absolute imports, but no path does: `from django.db import models` in a folder
/// that has `db/models`. The name is taken from these imports rather than from the folder, which a clone may call as it likes.
/// </summary>
/// <param name="Name">The dotted name under which nearly all of what is imported lies in the analysed folder; null where there is none.</param>
/// <param name="IsOnPath">Whether the folder's modules are imported by their own names after all: then it has an __init__, but is no package to anybody.</param>
internal sealed record RootPackage(string? Name, bool IsOnPath)
{
    /// <summary>One module that happens to be called like one of ours says nothing.</summary>
    private const int LeastModules = 2;

    /// <summary>Reads off the imports of all files what the analysed folder is.</summary>
    /// <param name="units">The files.</param>
    /// <param name="modelCount">How many of them are models.</param>
    /// <param name="isHere">Whether a module of a dotted name lies in the analysed folder.</param>
    public static RootPackage Find(FileUnit[] units, int modelCount, Func<string, bool> isHere)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int f = modelCount; f < units.Length; f++)
            foreach (ref readonly var import in units[f].Imports)
                if (import.Level == 0 && import.Module >= 0) names.Add(Encoding.UTF8.GetString(units[f].String(import.Module)));
        bool isOnPath = false;
        var prefixes = new Dictionary<string, (int Here, int All)>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            int dot = name.IndexOf('.');
            if (Standard.IsModule(dot < 0 ? name : name[..dot])) continue;
            bool isOwn = isHere(name);
            isOnPath |= isOwn;
            if (dot < 0 || isOwn) continue;
            for (; dot >= 0; dot = name.IndexOf('.', dot + 1))
            {
                var (here, all) = prefixes.GetValueOrDefault(name[..dot]);
                prefixes[name[..dot]] = (here + (isHere(name[(dot + 1)..]) ? 1 : 0), all + 1);
            }
        }
        string? found = prefixes.Where(p => p.Value.Here >= LeastModules && p.Value.Here * 5 >= p.Value.All * 4)
            .OrderByDescending(p => p.Value.Here).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).FirstOrDefault();
        return new RootPackage(found, isOnPath && found is null);
    }
}
