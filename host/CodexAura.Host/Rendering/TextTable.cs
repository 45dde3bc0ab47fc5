using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Right">Whether it is aligned to the right, as numbers are.</param>
/// <param name="Style">Markup style of its cells, or null.</param>
internal sealed record TextColumn(string Title, bool Right = false, string? Style = null);

/// <summary>
/// Rows in aligned columns without borders, never wrapped. On a terminal the last column is shortened in its middle to fit; in
/// plain text it is kept whole, so that what it says (an id, a path) can be used.
/// </summary>
internal sealed class TextTable(int indent, params TextColumn[] columns)
{
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [];

    public TextTable Row(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    public void Write(IAnsiConsole console, int? maxWidth, bool titles = true)
    {
        var widths = columns.Select((c, i) => Math.Max(titles ? c.Title.Length : 0, _rows.Select(r => r[i].Length).DefaultIfEmpty(0).Max())).ToArray();
        if (maxWidth is { } max)
            widths[^1] = Math.Min(widths[^1], Math.Max(16, max - indent - widths[..^1].Sum(w => w + Gap.Length)));
        if (titles) WriteLine(console, [.. columns.Select(c => c.Title)], widths, _ => "grey");
        foreach (string[] row in _rows) WriteLine(console, row, widths, i => columns[i].Style);
    }

    private void WriteLine(IAnsiConsole console, string[] cells, int[] widths, Func<int, string?> style)
    {
        var line = new System.Text.StringBuilder(new string(' ', indent));
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = cells[i].Length > widths[i] ? Shorten(cells[i], widths[i]) : cells[i];
            bool last = i == cells.Length - 1;
            cell = columns[i].Right ? cell.PadLeft(widths[i]) : last ? cell : cell.PadRight(widths[i]);
            if (last && cell.Length == 0) break;
            if (i > 0) line.Append(Gap);
            line.Append(style(i) is { } markup ? $"[{markup}]{Markup.Escape(cell)}[/]" : Markup.Escape(cell));
        }
        console.MarkupLine(line.ToString().TrimEnd());
    }

    /// <summary>Leaves out the middle: of an id both ends matter.</summary>
    internal static string Shorten(string text, int width)
    {
        if (text.Length <= width) return text;
        int tail = (width - 1) * 2 / 3;
        return string.Concat(text.AsSpan(0, width - 1 - tail), "…", text.AsSpan(text.Length - tail));
    }
}
