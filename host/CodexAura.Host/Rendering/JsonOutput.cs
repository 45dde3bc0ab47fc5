using System.Text.Json;

namespace CodexAura.Host.Rendering;

/// <summary>Prints JSON on standard output.</summary>
internal static class JsonOutput
{
    public static void Write(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, JsonFormat.Indented)) write(json);
        output.Write("\n"u8);
    }
}
