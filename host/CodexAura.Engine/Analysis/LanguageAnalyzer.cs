using CodexAura.Sdk.Analysis;

namespace CodexAura.Engine.Analysis;

/// <summary>An analyzer that is installed, and what is known of it before it is made.</summary>
/// <param name="Language">Lower-case name of the language.</param>
/// <param name="Extensions">File name endings it reads, with the dot.</param>
/// <param name="Create">Gives the analyzer; called when there is a file for it.</param>
public sealed record LanguageAnalyzer(string Language, IReadOnlyList<string> Extensions, Func<ILanguageAnalyzer> Create)
{
    /// <summary>Id of the plugin that it comes from, or null.</summary>
    public string? Plugin { get; init; }

    /// <summary>As messages name it: <c>analyzer for ruby (plugin 'acme.ruby')</c>.</summary>
    public override string ToString() => Plugin is null ? $"analyzer for {Language}" : $"analyzer for {Language} (plugin '{Plugin}')";

    /// <summary>Whether a file is of this language.</summary>
    public bool Reads(string path)
    {
        foreach (string extension in Extensions)
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
