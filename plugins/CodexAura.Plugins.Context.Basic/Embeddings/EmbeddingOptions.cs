using System.Globalization;
using CodexAura.Sdk.Context;
using Microsoft.Extensions.Configuration;

namespace CodexAura.Plugins.Context.Basic.Embeddings;

/// <summary>Which service makes vectors of texts. Nothing is asked anywhere unless both an address and a model are given.</summary>
/// <param name="Endpoint">Base of an OpenAI-compatible API, such as <c>http://localhost:11434/v1</c>.</param>
/// <param name="Model">Name of the model, as the service knows it.</param>
/// <param name="Key">The service's key, or null where it wants none.</param>
/// <param name="Timeout">How long all of it may take before the answer is given without it.</param>
internal sealed record EmbeddingOptions(Uri Endpoint, string Model, string? Key, TimeSpan Timeout)
{
    public const string UrlVariable = "CODEX_AURA_EMBEDDINGS_URL", ModelVariable = "CODEX_AURA_EMBEDDINGS_MODEL",
        KeyVariable = "CODEX_AURA_EMBEDDINGS_KEY", TimeoutVariable = "CODEX_AURA_EMBEDDINGS_TIMEOUT";

    private const string Prefix = "CODEX_AURA_EMBEDDINGS_";
    private const double DefaultTimeoutSeconds = 20, LongestTimeoutSeconds = 600;

    /// <summary>What the environment says, and where it says nothing the section <c>embeddings</c> of the host's configuration.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <param name="configuration">The host's configuration, or null.</param>
    /// <returns>Null when neither address nor model is given.</returns>
    /// <exception cref="ContextException">Something is given that can't be used (<c>context.embeddings_configuration</c>).</exception>
    public static EmbeddingOptions? Read(Func<string, string?> variable, IConfiguration? configuration = null)
    {
        string? url = Given(UrlVariable), model = Given(ModelVariable);
        if (url is null && model is null) return null;
        if (url is null) throw Wrong($"{ModelVariable} is set, but {UrlVariable} is not: set both, or neither.");
        if (model is null) throw Wrong($"{UrlVariable} is set, but {ModelVariable} is not: set both, or neither.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw Wrong($"{UrlVariable} is '{url}'; it must be an address such as http://localhost:11434/v1.");
        double seconds = DefaultTimeoutSeconds;
        if (Given(TimeoutVariable) is { } text
            && (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) || seconds is <= 0 or > LongestTimeoutSeconds))
            throw Wrong($"{TimeoutVariable} is '{text}'; it must be a number of seconds above 0 and up to {LongestTimeoutSeconds}.");
        return new EmbeddingOptions(endpoint, model, Given(KeyVariable), TimeSpan.FromSeconds(seconds));

        string? Given(string name) => new[] { variable(name), configuration?["embeddings:" + name[Prefix.Length..]] }
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();
    }

    private static ContextException Wrong(string message) => new("context.embeddings_configuration", message);
}
