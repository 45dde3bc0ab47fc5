namespace CodexAura.Sdk.Graph;

/// <summary>
/// The textual identity of a node: <c>{path}::file</c>, <c>{path}::class::{qualified name}</c> or <c>{path}::function::{qualified name}</c>.
/// Ids are made when asked for; inside a <see cref="CodeGraph"/> nodes are integers.
/// </summary>
public static class NodeId
{
    private const string Separator = "::";

    /// <summary>How the ids of files end.</summary>
    internal const string FileSuffix = "::file";

    /// <summary>The lower-case word for a node type, as it stands in ids and JSON.</summary>
    public static string TypeName(NodeType type) => type switch
    {
        NodeType.File => "file",
        NodeType.Class => "class",
        _ => "function",
    };

    /// <summary>Composes the id of a node.</summary>
    /// <param name="type">The node's type.</param>
    /// <param name="path">Path relative to the root, with <c>/</c>.</param>
    /// <param name="qualifiedName">Dotted name inside the file; ignored for files.</param>
    public static string Format(NodeType type, string path, string qualifiedName) => type == NodeType.File
        ? path + FileSuffix
        : string.Concat(path, type == NodeType.Class ? "::class::" : "::function::", qualifiedName);

    /// <summary>
    /// Takes an id apart. Paths may themselves contain <c>::</c>: the last separators that make sense count, so
    /// <c>a.py::function::file</c> is a function called <c>file</c> rather than a file of an odd name.
    /// </summary>
    /// <returns>False when the text is no node id.</returns>
    public static bool TryParse(string id, out NodeType type, out string path, out string qualifiedName)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (TryParseDefinition(id, out type, out path, out qualifiedName)) return true;
        (type, path, qualifiedName) = (NodeType.File, "", "");
        if (!id.EndsWith(FileSuffix, StringComparison.Ordinal) || id.Length == FileSuffix.Length) return false;
        path = id[..^FileSuffix.Length];
        return true;
    }

    /// <summary>The short name of a node: the file's name for files, else the last part of the qualified name.</summary>
    /// <param name="type">The node's type.</param>
    /// <param name="qualifiedName">Dotted name inside the file; the path for files.</param>
    public static string Name(NodeType type, string qualifiedName)
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        return type == NodeType.File ? qualifiedName[(qualifiedName.LastIndexOf('/') + 1)..] : SimpleName(qualifiedName);
    }

    /// <summary>The last part of a qualified name, without the <c>#2</c> of a second definition: <c>Helper.run#2</c> is <c>run</c>.</summary>
    public static string SimpleName(string qualifiedName)
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        int from = qualifiedName.LastIndexOf('.') + 1;
        int hash = qualifiedName.IndexOf('#', from);
        return hash < 0 ? qualifiedName[from..] : qualifiedName[from..hash];
    }

    private static bool TryParseDefinition(string id, out NodeType type, out string path, out string qualifiedName)
    {
        (type, path, qualifiedName) = (NodeType.File, "", "");
        int name = id.LastIndexOf(Separator, StringComparison.Ordinal);
        int kind = name <= 0 ? -1 : id.LastIndexOf(Separator, name - 1, StringComparison.Ordinal);
        if (kind <= 0 || name + Separator.Length >= id.Length) return false;

        var word = id.AsSpan(kind + Separator.Length, name - kind - Separator.Length);
        if (word.SequenceEqual("class")) type = NodeType.Class;
        else if (word.SequenceEqual("function")) type = NodeType.Function;
        else return false;

        (path, qualifiedName) = (id[..kind], id[(name + Separator.Length)..]);
        return true;
    }
}
