using System.Text.Json;

namespace CodexAura.Composition.Installation;

/// <summary>Which plugins a user has switched off: a small file in the user's folder.</summary>
/// <param name="file">The file; it need not be there.</param>
public sealed class PluginSwitches(string file)
{
    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Ids that are switched off, in order.</summary>
    /// <exception cref="PluginInstallException">The file can't be read.</exception>
    public IReadOnlyList<string> Disabled()
    {
        try
        {
            if (!File.Exists(file)) return [];
            var content = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllBytes(file), _options);
            return content?.GetValueOrDefault("disabled") ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PluginInstallException(PluginCodes.SwitchesUnreadable, $"'{file}' can't be read, it says which plugins are switched off: {e.Message} Correct it, or remove it to switch all on.", e);
        }
    }

    /// <summary>Switches a plugin off or on.</summary>
    /// <returns>False when it was so already.</returns>
    /// <exception cref="PluginInstallException">The file can't be read or written.</exception>
    public bool Set(string id, bool disabled)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var now = Disabled();
        if (now.Contains(id, StringComparer.OrdinalIgnoreCase) == disabled) return false;
        string[] then = [.. now.Where(other => !other.Equals(id, StringComparison.OrdinalIgnoreCase)).Concat(disabled ? [id] : []).Order(StringComparer.OrdinalIgnoreCase)];
        string partial = $"{file}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(partial, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string[]> { ["disabled"] = then }, _options));
            File.Move(partial, file, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(partial);
            throw new PluginInstallException(PluginCodes.SwitchesUnreadable, $"'{file}' can't be written, nothing was changed: {e.Message}", e);
        }
    }
}
