using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace CodexAura.Host.Settings;

/// <summary>Reads the configuration file, JSON with comments allowed.</summary>
internal static class SettingsFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">Whether it was asked for by name, and so has to be there.</param>
    /// <exception cref="SettingsException">It can't be read or is no JSON object.</exception>
    public static IConfiguration Read(string path, bool required)
    {
        var builder = new ConfigurationBuilder();
        try
        {
            // Most people have none, and then nothing of what reads it has to be loaded.
            if (required || File.Exists(path)) AddJson(builder, path);
            return builder.Build();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SettingsException($"There is no configuration file '{path}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The configuration file '{path}' can't be read: {e.Message}");
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidDataException)
        {
            var cause = e;
            while (cause is not JsonException && cause.InnerException is { } inner) cause = inner;
            string line = cause is JsonException { LineNumber: { } number } ? $":{number + 1}" : "";
            string why = cause.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
            throw new SettingsException($"{path}{line}: this is no valid configuration: {why}. It is a JSON object such as {{ \"storage\": \"litedb\" }}; 'codex-aura config' lists what may be in it.");
        }
    }

    private static void AddJson(ConfigurationBuilder builder, string path) => builder.AddJsonStream(new MemoryStream(File.ReadAllBytes(path)));
}
