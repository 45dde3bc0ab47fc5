using System.Reflection;
using System.Text;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The names of all public methods of Python's standard library, of which the models have but a part: what an unknown object is asked for may be one of these.
/// eng/standard-methods.py writes the list.
/// </summary>
internal static class StandardMethods
{
    private static readonly Lazy<HashSet<string>> Names = new(Load);

    public static bool Contain(ReadOnlySpan<byte> name) => Names.Value.Contains(Encoding.UTF8.GetString(name));

    private static HashSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("standard-methods.txt")!;
        using var reader = new StreamReader(stream);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } name) names.Add(name);
        return names;
    }
}
