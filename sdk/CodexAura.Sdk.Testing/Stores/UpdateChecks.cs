using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Bringing graphs up to date.</summary>
internal static class UpdateChecks
{
    public static async Task ChangedFiles(StoreBench bench)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IGraphUpdate>(bench, store, StoreCapabilities.Update) is null) return;
        var beside = StoreBench.Described(TestGraphs.Large(300, 9, "/repositories/beside"));
        await bench.SaveAsync(store, beside).ConfigureAwait(false);
        var state = new EditedTree(seed: 1);
        var before = StoreBench.Described(state.Graph());
        await bench.SaveAsync(store, before).ConfigureAwait(false);
        for (int edit = 1; edit <= 24; edit++)
        {
            state.Edit();
            var after = StoreBench.Described(state.Graph(), second: edit);
            await ((IGraphUpdate)store).UpdateAsync(after.Info, after.Graph, bench.Stop).ConfigureAwait(false);
            if (edit % 8 == 0) store = bench.Reopen(store);
            await bench.ExpectAsync(store, after, $"after update {edit}").ConfigureAwait(false);
            Require.That((await store.ListAsync(after.Info.Repository.Path, bench.Stop).ConfigureAwait(false)).SequenceEqual([after.Info]), $"The description is not that of update {edit}.");
            if (store is IGraphQuery query) await QueryChecks.CompareAsync(bench, query, after.Info, after.Graph, $"after update {edit}").ConfigureAwait(false);
        }
        await bench.ExpectAsync(store, beside, "that lies beside the updated one").ConfigureAwait(false);
    }

    public static async Task NothingStored(StoreBench bench)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IGraphUpdate>(bench, store, StoreCapabilities.Update) is not { } update) return;
        var graph = StoreBench.Described(TestGraphs.Large(300, 1));
        await update.UpdateAsync(graph.Info, graph.Graph, bench.Stop).ConfigureAwait(false);
        await bench.ExpectAsync(store, graph, "updated without being there").ConfigureAwait(false);
    }

    /// <summary>A tree of files that are edited, added and removed.</summary>
    private sealed class EditedTree
    {
        private readonly Random _random;
        private readonly SortedDictionary<string, List<(string Name, string? Docstring)>> _files = new(StringComparer.Ordinal);
        private int _made, _edgeSeed;

        public EditedTree(int seed)
        {
            _random = new Random(seed);
            for (int i = 0; i < 40; i++) AddFile();
        }

        public void Edit()
        {
            for (int i = _random.Next(4); i >= 0; i--)
            {
                switch (_random.Next(6))
                {
                    case 0: AddFile(); break;
                    case 1: _files.Remove(AnyFile()); break;
                    case 2:
                        string shorter = AnyFile();
                        if (_files[shorter].Count > 0) _files[shorter].RemoveAt(_random.Next(_files[shorter].Count));
                        break;
                    case 3: _edgeSeed++; break;
                    default:
                        string edited = AnyFile();
                        _files[edited].Insert(_random.Next(_files[edited].Count + 1), Definition());
                        break;
                }
            }
        }

        public CodeGraph Graph()
        {
            var builder = new GraphBuilder();
            foreach (var (path, definitions) in _files)
            {
                int file = builder.AddFile(path, definitions.Count * 3, definitions.Count > 0 ? definitions[0].Docstring : null);
                for (int i = 0; i < definitions.Count; i++)
                    builder.AddDefinition(NodeType.Function, file, definitions[i].Name, i * 3 + 1, i * 3 + 2, 1, definitions[i].Docstring, "()");
            }
            // Mostly the same edges each time, so that an update has few of them to write.
            var random = new Random(5);
            for (int i = 0; i < builder.NodeCount * 3; i++)
                builder.AddEdge(random.Next(builder.NodeCount), random.Next(builder.NodeCount), random.Next(2) == 0 ? EdgeTypes.Calls : EdgeTypes.Imports, random.Next(1, 99), (Confidence)random.Next(3));
            var more = new Random(_edgeSeed);
            for (int i = 0; i < 20; i++) builder.AddEdge(more.Next(builder.NodeCount), more.Next(builder.NodeCount), EdgeTypes.Calls, 100, Confidence.Exact);
            builder.AddUnresolved(EdgeTypes.Calls, "external", _made);
            builder.AddDiagnostic(new Diagnostic("CA2001", DiagnosticSeverity.Warning, "", 0, $"State {_made}."));
            return builder.Build(new RepositoryInfo("/repositories/edited", "edited", null));
        }

        private void AddFile()
        {
            string path = $"src/{(char)('a' + _random.Next(26))}{_made}.py";
            _files.Add(path, [.. Enumerable.Range(0, _random.Next(12)).Select(_ => Definition())]);
        }

        private (string, string?) Definition() => ($"load_item{_made++}", _random.Next(2) == 0 ? null : $"Loads item{_made}.");

        private string AnyFile() => _files.Keys.ElementAt(_random.Next(_files.Count));
    }
}
