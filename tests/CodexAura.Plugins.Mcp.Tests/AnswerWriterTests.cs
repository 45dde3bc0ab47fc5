using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CsCheck;
using ModelContextProtocol.Protocol;

namespace CodexAura.Plugins.Mcp.Tests;

public sealed class AnswerWriterTests
{
    private static readonly GraphStamp _stamp = new("0123456789abcdef", ["a.py"], [], null);

    [Fact]
    public void Whatever_was_found_and_in_whatever_form_the_budget_holds()
    {
        var rows = Gen.Select(Gen.String[0, 200], Gen.Bool, Gen.String[0, 20]).List[0, 40];
        Gen.Select(rows, rows, Gen.String[0, 300], Gen.Int[200, 2000], Gen.Enum<AnswerForm>()).Sample((first, second, head, budget, form) =>
        {
            var answer = new Answer { Head = head };
            answer.Data["head"] = head.Length;
            foreach (var (list, name) in ((List<(string, bool, string)>, string)[])[(first, "first"), (second, "second")])
            {
                var section = answer.Add(new Section(name, "title of " + name) { More = list.Count / 3 });
                foreach (var (text, grouped, group) in list) section.Rows.Add(new Row(text, new JsonObject { ["text"] = text }, grouped ? group : null));
            }
            answer.Notes.Add("a note");
            var result = new AnswerWriter(answer, _stamp, budget, form).Write();
            string shown = ((TextContentBlock)result.Content[0]).Text;
            int tokens = Tokens.Count(shown) + (result.StructuredContent is { } data ? Tokens.Count(JsonNode.Parse(data.GetRawText())) : 0);
            Assert.True(tokens <= budget, $"{tokens} of {budget} in {form}");
            Assert.Equal(form != AnswerForm.Text, result.StructuredContent is not null);
        }, iter: 300);
    }

    [Fact]
    public void What_is_left_out_is_counted_with_how_to_get_it()
    {
        var answer = new Answer { Head = "head" };
        var section = answer.Add(new Section("rows", "rows") { Remedy = "ask again", More = 7 });
        for (int i = 0; i < 200; i++) section.Rows.Add(new Row($"row number {i}", new JsonObject { ["row"] = i }));
        var result = new AnswerWriter(answer, _stamp, 500, AnswerForm.Both).Write();
        var data = JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!;
        int shown = data["rows"]!.AsArray().Count;
        Assert.InRange(shown, 5, 199);
        Assert.Equal($"rows: {207 - shown} more: ask again", (string?)data["left_out"]![0]);
        string text = ((TextContentBlock)result.Content[0]).Text;
        Assert.Contains($"… {207 - shown} more: ask again", text, StringComparison.Ordinal);
        Assert.Contains($"row number {shown - 1}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"row number {shown}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_share_the_budget_so_that_none_is_starved()
    {
        var answer = new Answer { Head = "head" };
        foreach (string name in (string[])["long", "short"])
        {
            var section = answer.Add(new Section(name, name));
            for (int i = 0; i < (name == "long" ? 500 : 8); i++) section.Rows.Add(new Row($"{name} {i}", new JsonObject { ["row"] = i }));
        }
        var data = JsonNode.Parse(new AnswerWriter(answer, _stamp, 600, AnswerForm.Both).Write().StructuredContent!.Value.GetRawText())!;
        Assert.Equal(8, data["short"]!.AsArray().Count);
    }

    [Fact]
    public void A_graph_that_is_not_up_to_date_says_so()
    {
        var stamp = new GraphStamp(null, [], ["x.py", "y.py"], "it is still being analysed.");
        Assert.Equal("[not in git; NOT UP TO DATE: it is still being analysed. 2 files changed since the analysis: x.py, y.py]", stamp.Text);
        Assert.Equal("it is still being analysed.", (string?)stamp.Json()["warning"]);
    }
}
