using System.Numerics;
using Microsoft.Extensions.AI;

namespace CodexAura.Plugins.Context.Basic.Embeddings;

/// <summary>How alike a task and texts are, by the angle between their vectors.</summary>
/// <param name="options">The service.</param>
/// <param name="generator">Makes vectors.</param>
/// <param name="folder">Where vectors are kept, or null.</param>
internal sealed class Similarity(EmbeddingOptions options, IEmbeddingGenerator<string, Embedding<float>> generator, string? folder)
{
    private const int BatchSize = 64, LongestText = 4000;

    /// <summary>Compares a task with texts.</summary>
    /// <returns>For each text 0 to 1, the most alike being 1; or null and why there is none.</returns>
    public async Task<(double[]? Values, string? Problem)> CompareAsync(string task, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        var cache = new VectorCache(folder, options);
        try
        {
            string[] all = [Cut(task), .. texts.Select(Cut)];
            string[] unknown = [.. all.Where(t => cache.Find(t) is null).Distinct(StringComparer.Ordinal)];
            foreach (string[] batch in unknown.Chunk(BatchSize))
            {
                var vectors = await generator.GenerateAsync(batch, cancellationToken: limit.Token).ConfigureAwait(false);
                if (vectors.Count != batch.Length) return (null, $"the service gave {vectors.Count} vectors for {batch.Length} texts");
                for (int i = 0; i < batch.Length; i++) cache.Add(batch[i], vectors[i].Vector.ToArray());
            }
            float[] wanted = cache.Find(all[0])!;
            double[] values = new double[texts.Count];
            for (int i = 0; i < values.Length; i++)
            {
                float[] vector = cache.Find(all[i + 1])!;
                if (vector.Length != wanted.Length) return (null, $"the service gave vectors of {wanted.Length} and of {vector.Length} values");
                values[i] = Cosine(wanted, vector);
            }
            return (Spread(values), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, FormattableString.Invariant($"the service took more than {options.Timeout.TotalSeconds:0.###} seconds"));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever goes wrong in there, the answer without it is as good as it is without a service.
            return (null, e.Message.Split('\n')[0].Trim());
        }
        finally
        {
            cache.Save();
        }
    }

    private static string Cut(string text)
    {
        if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return text.Length == 0 ? " " : text;
    }

    private static double Cosine(float[] a, float[] b)
    {
        double product = Dot(a, b), lengths = Math.Sqrt((double)Dot(a, a) * Dot(b, b));
        return lengths > 0 && double.IsFinite(product / lengths) ? product / lengths : 0;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        float rest = Vector.Sum(sum);
        for (; i < a.Length; i++) rest += a[i] * b[i];
        return rest;
    }

    /// <summary>Models give values in a narrow band of their own: what counts is where in the band.</summary>
    private static double[] Spread(double[] values)
    {
        if (values.Length == 0) return values;
        double least = values.Min(), most = values.Max();
        return most - least < 1e-9 ? new double[values.Length] : [.. values.Select(v => (v - least) / (most - least))];
    }
}
