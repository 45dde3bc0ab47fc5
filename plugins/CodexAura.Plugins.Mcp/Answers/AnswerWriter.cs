using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace CodexAura.Plugins.Mcp.Answers;

/// <summary>
/// Fits an answer into a budget of tokens and writes it. Rows are measured one by one to choose what to show; then the whole is
/// measured as it stands and shortened until it fits, so that the budget holds whatever the tokenizer makes of the seams.
/// </summary>
/// <param name="answer">What was found.</param>
/// <param name="stamp">Of which state of the repository it is.</param>
/// <param name="budget">The most tokens of text and data together.</param>
/// <param name="form">Which of the two are given.</param>
internal sealed class AnswerWriter(Answer answer, GraphStamp stamp, int budget, AnswerForm form)
{
    private readonly int[] _shown = new int[answer.Sections.Count];
    private int _notes = answer.Notes.Count;

    public CallToolResult Write()
    {
        Choose();
        string text = Text();
        var data = Data();
        for (int over; (over = Cost(text, data) - budget) > 0;)
        {
            if (!Shorten(over)) break;
            (text, data) = (Text(), Data());
        }
        if (Cost(text, data) > budget) (text, data) = Remainder();
        return Result(text, data);
    }

    /// <summary>Gives rows to the section that has least of its share, until the next row of none of them fits.</summary>
    private void Choose()
    {
        int used = Cost(Text(), Data());
        var spent = new double[_shown.Length];
        var open = Enumerable.Range(0, _shown.Length).Where(i => answer.Sections[i].Rows.Count > 0).ToList();
        while (open.Count > 0)
        {
            int next = open.MinBy(i => spent[i] / answer.Sections[i].Weight);
            var section = answer.Sections[next];
            int cost = CostOf(section, _shown[next]);
            if (used + cost > budget)
            {
                open.Remove(next);
                continue;
            }
            used += cost;
            spent[next] += cost;
            if (++_shown[next] == section.Rows.Count) open.Remove(next);
        }
    }

    private int CostOf(Section section, int row)
    {
        var r = section.Rows[row];
        int cost = 0;
        if (form != AnswerForm.Structured)
        {
            bool newGroup = r.Group is not null && (row == 0 || section.Rows[row - 1].Group != r.Group);
            cost += Tokens.Count(newGroup ? r.Group + "\n" + r.Text + "\n" : r.Text + "\n");
        }
        if (form != AnswerForm.Text) cost += Tokens.Count(r.Json) + 1;
        return cost;
    }

    /// <summary>Takes away the last rows, of the section that has most of its share; when no row is left, notes.</summary>
    private bool Shorten(int over)
    {
        for (int saved = 0; saved < over;)
        {
            int longest = Enumerable.Range(0, _shown.Length).Where(i => _shown[i] > 0).OrderByDescending(i => _shown[i] / answer.Sections[i].Weight).FirstOrDefault(-1);
            if (longest >= 0) saved += CostOf(answer.Sections[longest], --_shown[longest]);
            else if (_notes > 0) saved += Tokens.Count(answer.Notes[--_notes]);
            else return saved > 0;
        }
        return true;
    }

    private string Text()
    {
        if (form == AnswerForm.Structured) return answer.Head.Split('\n')[0] + " (see the structured content)";
        var text = new StringBuilder(answer.Head.TrimEnd('\n'));
        for (int s = 0; s < _shown.Length; s++)
        {
            var section = answer.Sections[s];
            if (section.Rows.Count + section.More == 0 && section.Title.Length == 0) continue;
            if (text.Length > 0) text.Append('\n');
            if (section.Title.Length > 0) text.Append('\n').Append(section.Title);
            string? group = null;
            for (int r = 0; r < _shown[s]; r++)
            {
                var row = section.Rows[r];
                if (row.Group is not null && row.Group != group) text.Append('\n').Append(group = row.Group);
                text.Append('\n').Append(row.Text);
            }
            if (LeftOut(s) is { } leftOut) text.Append("\n… ").Append(leftOut);
        }
        if (_notes > 0) text.Append("\n\n").AppendJoin('\n', answer.Notes.Take(_notes));
        return text.Append("\n\n").Append(stamp.Text).ToString().TrimStart('\n');
    }

    private JsonObject Data()
    {
        if (form == AnswerForm.Text) return [];
        var data = (JsonObject)answer.Data.DeepClone();
        var leftOut = new JsonArray();
        for (int s = 0; s < _shown.Length; s++)
        {
            var section = answer.Sections[s];
            data[section.Name] = section.Join(section.Rows.Take(_shown[s]).Select(row => row.Json).Where(json => json is not null));
            if (LeftOut(s) is { } words) leftOut.Add($"{section.Name}: {words}");
        }
        if (leftOut.Count > 0) data["left_out"] = leftOut;
        if (_notes > 0) data["notes"] = new JsonArray([.. answer.Notes.Take(_notes).Select(n => (JsonNode)n)]);
        data["graph"] = stamp.Json();
        return data;
    }

    private string? LeftOut(int s)
    {
        var section = answer.Sections[s];
        int count = section.Rows.Count - _shown[s] + section.More;
        return count == 0 ? null : section.Words(_shown[s], count);
    }

    /// <summary>What is left where not even the frame fits: its beginning.</summary>
    private (string Text, JsonObject Data) Remainder()
    {
        var data = form == AnswerForm.Text ? [] : new JsonObject { ["graph"] = stamp.Json(), ["left_out"] = new JsonArray("all: raise max_tokens") };
        foreach (var section in answer.Sections)
            if (form != AnswerForm.Text) data[section.Name] = section.Join([]);
        return (Tokens.Cut(answer.Head, Math.Max(1, budget - Tokens.Count(data) - 8)) + "\n… raise max_tokens", data);
    }

    private int Cost(string text, JsonObject data) => Tokens.Count(text) + (form == AnswerForm.Text ? 0 : Tokens.Count(data));

    private CallToolResult Result(string text, JsonObject data) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = form == AnswerForm.Text ? null : JsonSerializer.SerializeToElement(data),
    };
}
