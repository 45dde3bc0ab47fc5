using System.Globalization;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>What the suite has another process do with the store.</summary>
internal static class StoreProcessWork
{
    public static async Task RunAsync(GraphStoreConformance suite, string work, string folder, string[] arguments)
    {
        var store = suite.OpenStore(folder);
        switch (work)
        {
            case "list":
                foreach (var info in await store.ListAsync().ConfigureAwait(false))
                {
                    var graph = await store.LoadAsync(info.Id).ConfigureAwait(false) ?? throw new ConformanceException("A graph that is listed can't be loaded.");
                    Console.WriteLine(Line(info, graph));
                }
                break;
            case "save":
                var (nodes, seed) = (Number(arguments[0]), Number(arguments[1]));
                var made = StoreBench.Described(TestGraphs.Large(nodes, seed, arguments[2]), seed);
                Console.WriteLine("ready");
                Console.ReadLine();
                await store.SaveAsync(made.Info, made.Graph).ConfigureAwait(false);
                break;
            case "fill":
                await FullDiskChecks.FillAsync(store, () => suite.OpenStore(folder)).ConfigureAwait(false);
                break;
        }
        if (store is IDisposable disposable) disposable.Dispose();
        Console.WriteLine("done");
    }

    /// <summary>What is said about a graph, on one line whatever is in its names.</summary>
    public static string Line(GraphInfo info, CodeGraph graph) => $"{GraphText.Quote($"{info}")} {Hash(GraphText.Of(graph))}";

    private static string Hash(string text) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.Unicode.GetBytes(text)));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
