using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Tests;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("parseUserId_2", "parseuserid parse user id 2")]
    [InlineData("HTTPServer", "httpserver http server")]
    [InlineData("__init__", "init")]
    [InlineData("Straße und Öl, öl", "straße und öl")]
    [InlineData("", "")]
    [InlineData("*:\"' \ud800", "")]
    public void Words_are_runs_of_letters_and_digits_and_their_humps(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Theory]
    [InlineData("parseUserId_2 HTTPServer x")]
    [InlineData("")]
    [InlineData("A AB ABc aBC __init__ get2nd")]
    [InlineData("Größe maßgeblichÜber \ud800 日本語 fooBar")]
    public void Words_are_written_as_they_are_listed(string text)
    {
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        SearchWords.Write(text, written);
        Assert.Equal(SearchWords.Of(text), System.Text.Encoding.UTF8.GetString(written.WrittenSpan).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());
    }

    [Fact]
    public void A_question_is_not_taken_apart_at_humps() => Assert.Equal(["parseuser", "x"], SearchWords.OfQuestion("parseUser x X"));

    [Theory]
    [InlineData("user", true)]
    [InlineData("use par", true)]
    [InlineData("parseu", true)]
    [InlineData("ser", false)]
    [InlineData("user none", false)]
    public void Each_word_of_a_question_begins_a_word(string question, bool found) =>
        Assert.Equal(found, SearchWords.Match(SearchWords.OfQuestion(question), SearchWords.Of("parseUser")));

    [Fact]
    public void Retention_keeps_the_newest_of_each_repository()
    {
        GraphInfo[] graphs = [.. Enumerable.Range(0, 6).Select(i => new GraphInfo($"{i}", new RepositoryInfo($"/r{i % 2}", "r", null), DateTimeOffset.UnixEpoch.AddDays(i), 0, 0))];

        Assert.Equal(["0", "1"], new SnapshotRetention(2).Surplus(graphs).Select(graph => graph.Id).Order());
        Assert.Empty(new SnapshotRetention(3).Surplus(graphs));
    }
}
