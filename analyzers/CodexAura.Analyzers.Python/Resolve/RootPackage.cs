using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Where the analysed folder is itself a package, its files name it in absolute imports, but no path does: `from django.db import models` in a folder
/// that has `db/models`. The name is taken from these imports rather than from the folder, which a clone may call as it likes.
/// </summary>
internal static class RootPackage
{
    /// <summary>One module that happens to be called like one of ours says nothing.</summary>
    private const int LeastModules = 2;

    /// <summary>The dotted name under which nearly all of what is imported lies in the analysed folder; null where there is none.</summary>
    /// <param name="units">The files.</param>
    /// <param name="modelCount">How many of them are models.</param>
    /// <param name="isHere">Whether a module of a dotted name lies in the analysed folder.</param>
    public static string? Find(FileUnit[] units, int modelCount, Func<string, bool> isHere)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int f = modelCount; f < units.Length; f++)
            foreach (ref readonly var import in units[f].Imports)
                if (import.Level == 0 && import.Module >= 0) names.Add(Encoding.UTF8.GetString(units[f].String(import.Module)));
        var prefixes = new Dictionary<string, (int Here, int All)>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            int dot = name.IndexOf('.');
            if (dot < 0 || Standard.IsModule(name[..dot]) || isHere(name)) continue;
            for (; dot >= 0; dot = name.IndexOf('.', dot + 1))
            {
                var (here, all) = prefixes.GetValueOrDefault(name[..dot]);
                prefixes[name[..dot]] = (here + (isHere(name[(dot + 1)..]) ? 1 : 0), all + 1);
            }
        }
        return prefixes.Where(p => p.Value.Here >= LeastModules && p.Value.Here * 5 >= p.Value.All * 4)
            .OrderByDescending(p => p.Value.Here).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).FirstOrDefault();
    }
}
