using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CodexAura.Host.Settings;

/// <summary>
/// What is set, and where: an option goes before the environment, the environment before the configuration file, the file before
/// defaults. The file is <c>config.json</c> in the home folder, or the one that <c>--config</c> names.
/// </summary>
internal sealed class HostSettings
{
    /// <summary>Environment variable that names the home folder, instead of <c>~/.codex-aura</c>.</summary>
    public const string HomeVariable = "CODEX_AURA_HOME";

    private const string FileName = "config.json";
    private readonly Dictionary<string, IReadOnlyList<string>> _options = new(StringComparer.Ordinal);
    private readonly Func<string, string?> _environment;

    private HostSettings(string file, IConfiguration configuration, Func<string, string?> environment) =>
        (File, Configuration, _environment) = (file, configuration, environment);

    /// <summary>Absolute path of the configuration file, which need not be there.</summary>
    public string File { get; }

    /// <summary>All that is in the configuration file, also what the host doesn't know: plugins may have sections of their own.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>Absolute path of the user's own folder, for what is installed and set.</summary>
    public string HomeFolder => Home(_environment);

    /// <summary>Absolute path of the folder for graphs and caches: where nothing is set, the home folder.</summary>
    public string DataFolder => Get(KnownSettings.Data).Text ?? Home(_environment);

    /// <summary>Reads the configuration file.</summary>
    /// <param name="file">Its path, or null for the one in the home folder.</param>
    /// <param name="environment">Gives environment variables; null for those of the process.</param>
    /// <exception cref="SettingsException">The file can't be used.</exception>
    public static HostSettings Load(string? file = null, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        string path = Path.GetFullPath(file ?? Path.Join(Home(environment), FileName));
        return new HostSettings(path, SettingsFile.Read(path, required: file is not null), environment);
    }

    /// <summary>Notes what an option of the command line says; null or nothing for an option that was not given.</summary>
    public HostSettings With(Setting setting, params IReadOnlyList<string>? values)
    {
        if (values is { Count: > 0 }) _options[setting.Key] = [.. values.Select(value => Checked(setting, value, setting.Option!))];
        return this;
    }

    /// <summary>The value that holds, and where it comes from.</summary>
    /// <exception cref="SettingsException">What is set makes no sense.</exception>
    public SettingValue Get(Setting setting)
    {
        if (_options.TryGetValue(setting.Key, out var given)) return new SettingValue(setting, given, SettingOrigin.Option, setting.Option);
        foreach (string variable in setting.Variables)
            if (_environment(variable) is { Length: > 0 } text)
                return new SettingValue(setting, [.. Split(setting, text).Select(value => Checked(setting, value, variable))], SettingOrigin.Environment, variable);
        if (FromFile(setting) is { Count: > 0 } values) return new SettingValue(setting, values, SettingOrigin.File, File);
        return new SettingValue(setting, setting.Default is { } value ? [value] : [], SettingOrigin.Default, null);
    }

    /// <summary>A text, or a path that is then absolute.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="option">What the option of the command line says, or null.</param>
    public string Text(Setting setting, string? option = null) => option ?? Get(setting).Text ?? "";

    /// <summary>A number within the setting's limits.</summary>
    public long Number(Setting setting) => long.Parse(Text(setting), CultureInfo.InvariantCulture);

    /// <summary>Whether a flag is set.</summary>
    public bool Flag(Setting setting) => bool.TryParse(Text(setting), out bool on) && on;

    /// <summary>All values of a list.</summary>
    public IReadOnlyList<string> List(Setting setting) => Get(setting).Values;

    /// <summary>Keys in the file that the host does not know: meant for a plugin, or misspelt.</summary>
    public IEnumerable<string> UnknownKeys()
    {
        var known = KnownSettings.All.Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Leaves(Configuration).Where(key => !known.Contains(key) && !known.Contains(Parent(key))).Distinct().Order(StringComparer.Ordinal);

        static IEnumerable<string> Leaves(IConfiguration at) =>
            at.GetChildren().SelectMany(child => child.GetChildren().Any() ? Leaves(child) : [child.Path]);

        // An item of a list is the key and its number.
        static string Parent(string key) => key.LastIndexOf(':') is var colon and > 0 && int.TryParse(key.AsSpan(colon + 1), out _) ? key[..colon] : key;
    }

    private static string Home(Func<string, string?> environment) => environment(HomeVariable) is { Length: > 0 } home
        ? Path.GetFullPath(home)
        : Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".codex-aura");

    private IReadOnlyList<string> FromFile(Setting setting)
    {
        var section = Configuration.GetSection(setting.Key);
        var items = section.GetChildren().ToArray();
        bool isList = setting.Kind is SettingKind.List or SettingKind.Paths;
        if (items.Length > 0 && (!isList || items.Any(item => item.Value is null)))
            throw new SettingsException($"{File}: \"{setting.Key}\" must be {Expected(setting)}.");
        string?[] values = items.Length > 0 ? [.. items.Select(item => item.Value)] : [section.Value];
        return [.. values.OfType<string>().Where(value => value.Length > 0).Select(value => Checked(setting, FromHere(setting, value), File))];
    }

    /// <summary>What a path in the file means: a file is read from wherever the command was called.</summary>
    private string FromHere(Setting setting, string value)
    {
        if (setting.Kind is not (SettingKind.Path or SettingKind.Paths)) return value;
        if (value == "~" || value.StartsWith("~/", StringComparison.Ordinal))
            value = Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), value[1..]);
        return Path.GetFullPath(value, Path.GetDirectoryName(File)!);
    }

    private static string[] Split(Setting setting, string text) => setting.Kind switch
    {
        SettingKind.List => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        SettingKind.Paths => text.Split(Path.PathSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [text],
    };

    private static string Checked(Setting setting, string value, string where)
    {
        bool right = setting.Kind switch
        {
            SettingKind.Number => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                && number >= setting.Least && number <= setting.Most,
            SettingKind.Flag => bool.TryParse(value, out _),
            _ => setting.Words.Count == 0 || setting.Words.Contains(value),
        };
        if (!right) throw new SettingsException($"{where}: \"{setting.Key}\" must be {Expected(setting)}, not '{value}'.");
        return setting.Kind is SettingKind.Path or SettingKind.Paths ? Path.GetFullPath(value) : value;
    }

    private static string Expected(Setting setting) => setting.Kind switch
    {
        SettingKind.Number => $"a whole number between {setting.Least} and {setting.Most}",
        SettingKind.Flag => "true or false",
        SettingKind.List or SettingKind.Paths => "a list of texts",
        _ => setting.Words.Count == 0 ? "a text" : "one of " + string.Join(", ", setting.Words),
    };
}
