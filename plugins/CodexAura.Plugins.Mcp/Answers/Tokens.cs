using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.ML.Tokenizers;

namespace CodexAura.Plugins.Mcp.Answers;

/// <summary>Counts tokens with o200k_base: what an answer costs the model that reads it.</summary>
internal static class Tokens
{
    /// <summary>As text, and not as the signals that they are, these take up to so many tokens more.</summary>
    private const int SpecialTokenAsText = 8;

    private static readonly string[] _specialTokens = ["<|endoftext|>", "<|endofprompt|>"];

    // What clients show a model is the JSON as they print it, without the escapes of the wire.
    private static readonly JsonSerializerOptions _asShown = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<TiktokenTokenizer> _tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>Reads the vocabulary ahead of the first count, which would wait some tenths of a second for it.</summary>
    public static void WarmUp() => Task.Run(() => _tokenizer.Value);

    public static int Count(string text)
    {
        int count = _tokenizer.Value.CountTokens(text);
        foreach (string special in _specialTokens)
            for (int at = text.IndexOf(special, StringComparison.Ordinal); at >= 0; at = text.IndexOf(special, at + 1, StringComparison.Ordinal))
                count += SpecialTokenAsText;
        return count;
    }

    public static int Count(JsonNode? node) => node is null ? 0 : Count(node.ToJsonString(_asShown));

    /// <summary>The beginning of a text that has at most so many tokens.</summary>
    public static string Cut(string text, int tokens)
    {
        if (tokens <= 0) return "";
        int end = _tokenizer.Value.GetIndexByTokenCount(text, tokens, out _, out _);
        return end >= text.Length ? text : text[..end];
    }
}
