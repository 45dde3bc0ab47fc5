using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.TreeSitter;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// Turns one file into facts, in one pass over the flattened syntax tree. Names are resolved to slots as far as the file alone
/// can tell, with local variables in static single assignment form (so that a name bound again is a new slot); what depends on
/// other files or on values becomes an instruction for the solver. One instance a thread, reused.
/// </summary>
internal sealed unsafe partial class FileExtractor : IDisposable
{
    /// <summary>Deeper nesting than any person writes; beyond it expressions count as unknown, which keeps the stack bounded.</summary>
    private const int MaxDepth = 400;

    private static readonly PythonGrammar G = PythonGrammar.Instance;
    private readonly SyntaxReader _reader = new(G.Language);
    private readonly SyntaxTable _table = new(G.Language, G.SkipTable);

    /// <summary>For annotations and the like that stand in strings.</summary>
    private readonly SyntaxTable _innerTable = new(G.Language, G.SkipTable);
    private readonly FactsWriter _facts = new();
    private readonly LineIndex _lines = new();
    private readonly List<int> _allOps = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _staticSlots = [];
    private readonly HashSet<int> _fileGlobals = [];
    private readonly HashSet<int> _fileNonlocals = [];
    private readonly Dictionary<(DefKind, string), int> _qualifiedCounts = [];
    private readonly List<string> _qualifiedNames = [];
    private readonly Dictionary<int, int> _classSlots = [];
    private readonly Stack<Scope> _freeScopes = [];
    private readonly Stack<List<int>> _freeOps = [];

    private SyntaxEntry* _e;
    private byte* _src;
    private List<int> _ops = [];
    private int _slots;
    private int _depth;
    private int _lineOverride;
    private bool _inAnnotation;
    private Scope _module = null!;
    private Scope _scope = null!;
    private FunctionState _function = null!;
    private string _path = "";

    /// <summary>Reads a file.</summary>
    public FileFacts Extract(SourceFile file, CancellationToken cancellationToken)
    {
        Reset(file.Path);
        var bytes = SourceEncoding.ToUtf8(file, _diagnostics);
        _reader.Read(bytes.Span, _table, cancellationToken);
        fixed (byte* source = bytes.Span)
        fixed (SyntaxEntry* entries = _table.Entries)
        {
            _src = source;
            _e = entries;
            _lines.Reset(bytes.Span);
            if (bytes.Length <= Trial.TrialRun.MaxFileBytes) _facts.Source = TextToRun(bytes.Span);
            ReadModule();
        }
        return new FileFacts(file.Path, _lines.Count, _facts.ToBlock(_slots, _lines.Count, _allOps), [.. _diagnostics]);
    }

    public void Dispose()
    {
        _table.Dispose();
        _innerTable.Dispose();
        _reader.Dispose();
    }

    private void Reset(string path)
    {
        _path = path;
        _facts.Reset();
        _allOps.Clear();
        _diagnostics.Clear();
        _known.Clear();
        _staticSlots.Clear();
        _composed.Clear();
        _fileGlobals.Clear();
        _fileNonlocals.Clear();
        _qualifiedCounts.Clear();
        _qualifiedNames.Clear();
        _qualifiedNames.Add("");
        _knownContainers.Clear();
        _stores.Clear();
        _ownInstances.Clear();
        _newInstances.Clear();
        _classSlots.Clear();
        _namespaces.Clear();
        (_slots, _depth, _typeOnly, _conditional, _isPostponed, _spreadsBases) = (0, 0, 0, 0, false, false);
    }

    private void ReadModule()
    {
        _facts.Defs.Add(new DefRecord
        {
            Kind = (int)DefKind.Module, Name = -1, QualifiedName = -1, Parent = -1, Owner = 0, Class = -1, LineStart = 1, LineEnd = _lines.Count,
            Docstring = -1, Signature = -1, ReturnSlot = Slots.None, YieldSlot = Slots.None, ReturnAnnotation = Slots.None, SplitType = Slots.None, ReturnIf = Slots.None, ReturnUnless = Slots.None,
        });
        CollectSharedNames();
        _module = _scope = new Scope().Start(ScopeKind.Module, null, 0);
        _function = new FunctionState(0);
        _ops = [];
        _lastOp = 0;
        Declare(_scope, 0);
        foreach (int name in _fileGlobals) _scope.Declare(name);
        Prepare(_scope, always: true);
        Def(0).Docstring = Docstring(0);
        ReadStatements(0);
        ReportErrors();
        CloseScope(_scope);
        WriteExports();
        Finish(0, _scope);
    }

    /// <summary>Appends a function's instructions, then those of the functions inside it, so that each function's are one range.</summary>
    private void Finish(int def, Scope scope)
    {
        int start = _allOps.Count;
        _allOps.AddRange(_ops);
        int end = _allOps.Count;
        foreach (var pending in scope.Pending) ReadFunction(pending);
        ref var record = ref Def(def);
        (record.OpStart, record.OpEnd, record.OpEndAll, record.SlotEnd) = (start, end, _allOps.Count, _slots);
    }

    private ref DefRecord Def(int index) => ref CollectionsMarshal.AsSpan(_facts.Defs)[index];

    private PyKind Kind(int node) => G.Kind(_e[node].Symbol);

    private ReadOnlySpan<byte> Text(int node) => new(_src + _e[node].Start, _e[node].End - _e[node].Start);

    private int Name(int identifier) => _facts.Strings.Intern(Text(identifier));

    private int Known(string name)
    {
        if (!_known.TryGetValue(name, out int index))
            _known.Add(name, index = _facts.Strings.Intern(System.Text.Encoding.UTF8.GetBytes(name)));
        return index;
    }

    private int Line(int node) => _lineOverride > 0 ? _lineOverride : _lines.LineOf(_e[node].Start);

    /// <summary>First child in a field, or -1.</summary>
    private int Child(int node, byte field)
    {
        for (int c = node + 1, end = _e[node].Next; c < end; c = _e[c].Next)
            if (_e[c].Field == field) return c;
        return -1;
    }

    /// <summary>First child that is neither a token nor a comment, or -1.</summary>
    private int FirstNamed(int node)
    {
        for (int c = node + 1, end = _e[node].Next; c < end; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) return c;
        return -1;
    }

    private int NewSlot() => _slots++;

    private int Unknown => _facts.Ref(RefKind.Unknown, 0);

    private int Builtin(string type) => _facts.Ref(RefKind.BuiltinInstance, Known(type));

    private void ReportErrors()
    {
        const int Most = 5;
        int shown = 0;
        for (int i = 0; i < _table.Entries.Length && shown < Most; i++)
        {
            if (!_e[i].IsError && !_e[i].IsMissing) continue;
            shown++;
            string what = _e[i].IsMissing ? "something is missing here" : "this is no valid Python 3";
            _diagnostics.Add(new Diagnostic("CA2001", DiagnosticSeverity.Warning, _path, _lines.LineOf(_e[i].Start),
                $"Syntax error: {what}; the rest of the file was read."));
            if (_e[i].IsError) i = _e[i].Next - 1;
        }
    }
}

/// <summary>What is known about the function whose body is being read.</summary>
internal sealed class FunctionState(int def)
{
    public int Def { get; } = def;
    public int FirstParamSlot { get; set; } = Slots.None;
    public int FirstParamName { get; set; } = -1;
    public List<int> ParamSlots { get; } = [];

    public int OwnInstanceReturns { get; set; }
    public int NewInstanceReturns { get; set; }

    /// <summary>For which answers, told by the flags that stand for NotImplemented, something else is returned.</summary>
    public DefFlags Answered { get; set; }
    public int OtherReturns { get; set; }

    /// <summary>Questions of isinstance: the text of the classes, their slot, and the kind of question.</summary>
    public List<(string Text, int Slot, int Kind)> ClassQuestions { get; } = [];

    /// <summary>The question by which returns are told apart, as numbered in this function.</summary>
    public int SplitQuestion { get; set; }

    /// <summary>Parameters that are returned.</summary>
    public int ReturnedParams { get; set; }

    /// <summary>A function or class that stands in its body is returned, mostly in place of the parameter whose type variable the annotation repeats: def logged(f: F) -> F.</summary>
    public bool ReturnsInner { get; set; }

    /// <summary>By slot: the parameter of which this is what is no instance of a class, and the question that asked.</summary>
    public Dictionary<int, (int Parameter, int Question)> Unlike { get; } = [];

    /// <summary>Parameters that are returned where the returns are told apart by the answer yes, and by no.</summary>
    public int ReturnedIf { get; set; }

    /// <summary>By slot: what two branches brought there, and the variable of the question about a parameter that decides between them.</summary>
    public Dictionary<int, (int Variable, int If, int Unless)> Meetings { get; } = [];
    public int ReturnedUnless { get; set; }
}
