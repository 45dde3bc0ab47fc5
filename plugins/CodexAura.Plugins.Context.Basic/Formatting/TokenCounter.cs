using System.Collections.Concurrent;
using CodexAura.Sdk.Context;
using Microsoft.ML.Tokenizers;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>Counts tokens as a model does.</summary>
internal sealed class TokenCounter
{
    public const string Default = "o200k_base";

    /// <summary>As text, and not as the signal that they are, these take up to so many tokens more.</summary>
    private const int SpecialTokenAsText = 8;

    private static readonly string[] _specialTokens = ["<|endoftext|>", "<|endofprompt|>"];
    private static readonly ConcurrentDictionary<string, Lazy<TokenCounter>> _counters = new(StringComparer.Ordinal);
    private readonly TiktokenTokenizer _tokenizer;

    private TokenCounter(string encoding) => _tokenizer = TiktokenTokenizer.CreateForEncoding(encoding);

    /// <summary>Names of the tokenizers there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [Default, "cl100k_base"];

    public static TokenCounter Get(string? name)
    {
        name ??= Default;
        if (!Names.Contains(name))
            throw new ContextException("context.unknown_tokenizer", $"There is no tokenizer '{name}'; choose one of {string.Join(", ", Names)}.");
        return _counters.GetOrAdd(name, n => new Lazy<TokenCounter>(() => new TokenCounter(n))).Value;
    }

    /// <summary>Tokens of a text, never fewer than any reader of it counts.</summary>
    public int Count(string text)
    {
        int count = _tokenizer.CountTokens(text);
        foreach (string special in _specialTokens)
            for (int at = text.IndexOf(special, StringComparison.Ordinal); at >= 0; at = text.IndexOf(special, at + 1, StringComparison.Ordinal))
                count += SpecialTokenAsText;
        return count;
    }
}
