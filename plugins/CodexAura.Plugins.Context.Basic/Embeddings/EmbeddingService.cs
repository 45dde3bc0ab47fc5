using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CodexAura.Plugins.Context.Basic.Embeddings;

/// <summary>Makes the client of an OpenAI-compatible service. Apart from the rest, so that its libraries are only loaded where they are used.</summary>
internal static class EmbeddingService
{
    private const int Retries = 1;

    public static IEmbeddingGenerator<string, Embedding<float>> Create(EmbeddingOptions options)
    {
        var client = new OpenAIClient(new ApiKeyCredential(options.Key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            NetworkTimeout = options.Timeout,
            RetryPolicy = new ClientRetryPolicy(Retries),
        });
        return client.GetEmbeddingClient(options.Model).AsIEmbeddingGenerator();
    }
}
