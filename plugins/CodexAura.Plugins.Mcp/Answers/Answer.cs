using System.Text.Json.Nodes;

namespace CodexAura.Plugins.Mcp.Answers;

/// <summary>What a tool found, as text and as data side by side, before it is fitted into the budget.</summary>
internal sealed class Answer
{
    /// <summary>The first lines of the text: what the answer is about.</summary>
    public string Head { get; set; } = "";

    /// <summary>The same as data.</summary>
    public JsonObject Data { get; } = [];

    /// <summary>Lists of rows, which are shortened to fit.</summary>
    public List<Section> Sections { get; } = [];

    /// <summary>What a reader should know besides: lines after the sections, in text and data.</summary>
    public List<string> Notes { get; } = [];

    public Section Add(Section section)
    {
        Sections.Add(section);
        return section;
    }
}

/// <summary>One list of an answer, the most important row first.</summary>
/// <param name="Name">Name in the data.</param>
/// <param name="Title">Line above the rows; empty for none.</param>
internal record Section(string Name, string Title)
{
    public List<Row> Rows { get; } = [];

    /// <summary>How much of the budget it should have where several compete.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Rows there are beyond those in <see cref="Rows"/>.</summary>
    public int More { get; set; }

    /// <summary>How to get what is left out, such as "narrow with path".</summary>
    public string Remedy { get; init; } = "raise max_tokens";

    /// <summary>Makes one node of the data of the shown rows.</summary>
    public virtual JsonNode Join(IEnumerable<JsonNode?> rows) => new JsonArray([.. rows.Select(row => row?.DeepClone())]);

    /// <summary>Says what is left out.</summary>
    public virtual string Words(int shown, int leftOut) => $"{leftOut} more: {Remedy}";
}

/// <summary>One row: a line (or a few) of text, and the same as data.</summary>
/// <param name="Text">The text.</param>
/// <param name="Json">The data; null where the text alone has it.</param>
/// <param name="Group">Line that stands above all rows of the same group, such as a path; null for none.</param>
internal sealed record Row(string Text, JsonNode? Json, string? Group = null);

/// <summary>In which forms an answer is given.</summary>
internal enum AnswerForm
{
    /// <summary>Text for models and data for programs. Both together keep within the budget: some clients show a model both.</summary>
    Both,

    /// <summary>Text only: the whole budget for it.</summary>
    Text,

    /// <summary>Data, with one line of text.</summary>
    Structured,
}
