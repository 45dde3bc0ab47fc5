namespace CodexAura.Host.Settings;

/// <summary>Something that can be set: by an option of the command line, else in the environment, else in the configuration file.</summary>
/// <param name="Key">Its name in the file, lower case with underscores; <c>server:urls</c> is <c>urls</c> in the object <c>server</c>.</param>
/// <param name="Default">What holds where it is set nowhere; null for nothing.</param>
/// <param name="Description">What it is, in a few words.</param>
internal sealed record Setting(string Key, string? Default, string Description)
{
    /// <summary>Environment variables that set it, the first that is not empty counts. By default <c>CODEX_AURA_</c> and the key: <c>CODEX_AURA_SERVER_URLS</c>.</summary>
    public IReadOnlyList<string> Variables { get; init; } = ["CODEX_AURA_" + Key.Replace(':', '_').ToUpperInvariant()];

    /// <summary>The option that sets it, such as <c>--storage</c>; null where there is none.</summary>
    public string? Option { get; init; }

    /// <summary>What may be given.</summary>
    public SettingKind Kind { get; init; }

    /// <summary>The words that may be given; none where any may.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least number that makes sense. Default: 0.</summary>
    public long Least { get; init; }

    /// <summary>The greatest number that makes sense. Default: that of an int.</summary>
    public long Most { get; init; } = int.MaxValue;
}

/// <summary>What a setting's value is.</summary>
internal enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A file or folder. In the configuration file relative to that file, with <c>~</c> for the home folder.</summary>
    Path,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>Texts: a list in the file, separated by commas in the environment.</summary>
    List,

    /// <summary>Folders: a list in the file, separated as in PATH in the environment.</summary>
    Paths,

    /// <summary>A text that is not to be shown, such as a key.</summary>
    Secret,
}

/// <summary>Where a setting's value comes from.</summary>
internal enum SettingOrigin
{
    /// <summary>It is set nowhere.</summary>
    Default,

    /// <summary>The configuration file.</summary>
    File,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>An option of the command line.</summary>
    Option,
}

/// <summary>A setting's value.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Values">The value; several for lists, none where nothing is set and there is no default.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Source">The option, the variable or the file; null for a default.</param>
internal sealed record SettingValue(Setting Setting, IReadOnlyList<string> Values, SettingOrigin Origin, string? Source)
{
    /// <summary>The value, or null.</summary>
    public string? Text => Values.Count == 0 ? null : Values[0];
}

/// <summary>A setting has a value that it can't have. The message says which, where, and what it may be.</summary>
internal sealed class SettingsException(string message) : CodexAuraException("settings.invalid", message, FailureKind.Invalid);
