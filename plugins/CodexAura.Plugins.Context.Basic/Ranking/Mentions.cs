using CodexAura.Plugins.Context.Basic.Tasks;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>What a task names outright: definitions, files, modules, places in a stack trace.</summary>
internal sealed class Mentions
{
    private const double FrameDecay = 0.7;
    private readonly CodeGraph _graph;
    private readonly NameIndex _index;
    private readonly FileRole[] _roles;
    private readonly Lazy<HashSet<string>> _packages;

    private Mentions(CodeGraph graph, NameIndex index, FileRole[] roles)
    {
        (_graph, _index, _roles) = (graph, index, roles);
        _packages = new Lazy<HashSet<string>>(FindPackages);
        (Names, Frames, Paths) = (new double[graph.NodeCount], new double[graph.NodeCount], new double[graph.NodeCount]);
        (Modules, Imported) = (new double[graph.NodeCount], new double[graph.NodeCount]);
    }

    /// <summary>How strongly each definition is named.</summary>
    public double[] Names { get; }

    /// <summary>How near to the end of a stack trace each definition or file stands.</summary>
    public double[] Frames { get; }

    /// <summary>Files named by path.</summary>
    public double[] Paths { get; }

    /// <summary>Files and definitions that are imported or named by module.</summary>
    public double[] Modules { get; }

    /// <summary>Definitions that the task's code imports and uses.</summary>
    public double[] Imported { get; }

    public static Mentions Find(CodeGraph graph, NameIndex index, FileRole[] roles, TaskQuery query)
    {
        var mentions = new Mentions(graph, index, roles);
        foreach (var (name, weight) in query.Names.OrderBy(n => n.Key, StringComparer.Ordinal)) mentions.AddName(name, weight);
        foreach (var (module, weight) in query.Modules.OrderBy(n => n.Key, StringComparer.Ordinal)) mentions.AddModule(module, weight);
        foreach (string path in query.Paths.Order(StringComparer.Ordinal)) mentions.AddPath(path);
        mentions.AddFrames(query.Frames);
        var imported = new ImportedNames(graph, index);
        foreach (var (name, weight) in query.Imported.OrderBy(n => n.Key, StringComparer.Ordinal))
            if (imported.Resolve(name) is >= 0 and var node) mentions.Imported[node] = Math.Max(mentions.Imported[node], weight);
        return mentions;
    }

    private void AddName(string name, double weight)
    {
        var found = _index.DefinitionsOfDotted(name, out bool qualified);
        // Tests define again what they test; only where nothing else has the name are they meant.
        var meant = found.Where(i => _roles[_graph.Node(i).FileIndex] == FileRole.Source).ToList();
        if (meant.Count == 0) meant = [.. found];
        if (!qualified && meant.Count > 1 && Fitting(meant, name) is { Count: > 0 } fitting) meant = fitting;
        double share = weight * (qualified ? 1.3 : 1) / Math.Pow(meant.Count, 0.75);
        foreach (int node in meant) Names[node] += share * (_graph.Node(node).Type == NodeType.Class ? 1.1 : 1);
    }

    /// <summary>With something before the dot a member is meant, else what can be had without it.</summary>
    private List<int> Fitting(List<int> definitions, string name)
    {
        bool member = name.Contains('.');
        return [.. definitions.Where(i => (_graph.Node(i).Parent is >= 0 and var parent && _graph.Node(parent).Type == NodeType.Class) == member)];
    }

    private void AddModule(string module, double weight)
    {
        var files = _index.Modules(module, out string rest);
        foreach (int file in files.Count > 3 ? [] : files)
        {
            bool package = _graph.Node(file).Name.StartsWith("__init__.", StringComparison.Ordinal);
            Modules[file] = Math.Max(Modules[file], weight * (package ? 0.3 : 1) / files.Count * (rest.Length == 0 ? 1 : 0.8));
        }
    }

    private void AddPath(string path)
    {
        var files = _index.Files(path);
        foreach (int file in files)
        {
            double weight = (_index.IsSpecific(path, file) ? 1.0 : 0.5) / files.Count;
            Paths[file] = Math.Max(Paths[file], weight);
        }
    }

    private void AddFrames(List<TaskFrame> frames)
    {
        double weight = 1;
        for (int i = frames.Count - 1; i >= 0; i--)
        {
            var frame = frames[i];
            var files = _index.Files(frame.Path).Where(f => _index.IsSpecific(frame.Path, f)).ToList();
            if (files.Count == 0) files = Moved(frame);
            if (files.Count is 0 or > 3) continue;
            foreach (int file in files)
            {
                int node = NodeOf(file, frame);
                Frames[node] = Math.Max(Frames[node], weight / files.Count);
            }
            weight *= FrameDecay;
        }
    }

    /// <summary>Names of the repository's packages: folders at its root, or in a folder for sources there.</summary>
    private HashSet<string> FindPackages()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (int file in _graph.Files)
        {
            string[] parts = _graph.Node(file).QualifiedName.Split('/');
            int at = parts[0] is "src" or "lib" ? 1 : 0;
            if (_roles[file] == FileRole.Source && parts.Length > at + 1) names.Add(parts[at]);
        }
        return names;
    }

    /// <summary>The files with the function of a frame whose own file is not there: it may have been renamed since. Frames of other packages are none of ours.</summary>
    private List<int> Moved(TaskFrame frame)
    {
        if (frame.Function.Length < 3 || !frame.Path.Split('/').Any(_packages.Value.Contains)) return [];
        return [.. _index.Definitions(frame.Function).Select(i => _graph.Node(i).FileIndex).Where(f => _roles[f] == FileRole.Source).Distinct()];
    }

    /// <summary>The definition of a frame: by line where the name agrees, for lines move between versions, else by name.</summary>
    private int NodeOf(int file, TaskFrame frame)
    {
        var (start, end) = _graph.NodesOfFile(file);
        int best = file;
        for (int i = start + 1; i < end; i++)
        {
            var node = _graph.Node(i);
            if (node.Type == NodeType.Class || (frame.Function.Length > 0 && node.Name != frame.Function)) continue;
            bool holds = frame.Line >= node.LineStart && frame.Line <= node.LineEnd;
            if (holds || (best == file && frame.Function.Length > 0)) best = i;
        }
        return best;
    }
}
