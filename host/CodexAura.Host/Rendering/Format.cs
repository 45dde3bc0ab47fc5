using System.Globalization;
using System.Text;

namespace CodexAura.Host.Rendering;

/// <summary>Figures as people read them, the same in every country.</summary>
internal static class Format
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    public static string Percent(long part, long whole) =>
        whole == 0 ? "" : (100.0 * part / whole).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s",
        < 120 => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        _ => $"{(int)time.TotalMinutes} min {time.Seconds} s",
    };

    public static string Decimal(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Commit(string? sha) => sha is null ? "" : sha[..Math.Min(10, sha.Length)];

    /// <summary>A bar whose full width stands for the greatest value; anything above zero shows.</summary>
    public static string Bar(long value, long greatest, int width) =>
        greatest == 0 || value == 0 ? "" : new string('█', (int)Math.Max(1, width * value / greatest));

    /// <summary>Control characters of a source file have no business on a terminal: they could steer it.</summary>
    public static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.AsSpan().ContainsAnyInRange('\x7f', '\x9f')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (char c in text) clean.Append(char.IsControl(c) ? '\uFFFD' : c);
        return clean.ToString();
    }
}
