using CodexAura.Plugins.Impact.Basic.Graphs;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>The words in the names of all tests of a graph, numbered, in compressed rows.</summary>
internal sealed class TestWords
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _rows = [];
    private readonly List<int> _offset = [0];
    private readonly List<(int Word, double Weight)> _words = [];

    public TestWords(GraphIndex index)
    {
        for (int node = 0; node < index.Graph.NodeCount; node++)
        {
            if (!index.IsTest(node)) continue;
            _rows.Add(node, _rows.Count);
            foreach (var (word, weight) in NameWords.Of(index.Graph.Node(node)))
            {
                if (!_numbers.TryGetValue(word, out int number)) _numbers.Add(word, number = _numbers.Count);
                _words.Add((number, weight));
            }
            _offset.Add(_words.Count);
        }
    }

    /// <summary>Number of different words.</summary>
    public int Count => _numbers.Count;

    /// <summary>Number of a word, or -1 when no test has it.</summary>
    public int Find(string word) => _numbers.GetValueOrDefault(word, -1);

    /// <summary>The words of a test.</summary>
    public ReadOnlySpan<(int Word, double Weight)> Of(int test)
    {
        int row = _rows[test];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words)[_offset[row].._offset[row + 1]];
    }
}
