using CodexAura.Analyzers.Python.Extract;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.TreeSitter;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>What happened while a program ran.</summary>
internal sealed class TrialResult
{
    /// <summary>Caller and callee, with the line of the first call.</summary>
    public Dictionary<(int Caller, int Callee), int> Calls { get; } = [];

    /// <summary>Definitions whose code ran, files included.</summary>
    public HashSet<int> Ran { get; } = [];

    /// <summary>Functions whose def statement ran.</summary>
    public HashSet<int> Made { get; } = [];

    /// <summary>File and line of lambdas that ran.</summary>
    public HashSet<(int File, int Line)> RanLambdas { get; } = [];

    /// <summary>File and line of lambdas that something still holds at the end, so that they may be called later.</summary>
    public HashSet<(int File, int Line)> HeldLambdas { get; } = [];
}

/// <summary>How running a program went.</summary>
/// <param name="Result">What happened; null where it was not run to its end.</param>
/// <param name="Obstacle">Why it was not; for developers.</param>
internal sealed record TrialOutcome(TrialResult? Result, string? Obstacle);

/// <summary>
/// Runs small programs: each file as a script, one after the other, with nothing shared between them; where a branch hangs on something unknown, again with
/// the other answer (symbolic execution by replay, without a solver: both ways count as possible). Whether a program is small is a matter of its text
/// alone, so that the graph hangs on nothing else.
/// </summary>
internal static class TrialRun
{
    /// <summary>Larger files are never run, so that only of small ones the text is kept with the facts.</summary>
    public const int MaxFileBytes = 8192;

    private const int MaxFiles = 16;

    /// <summary>Of the instructions of all files together, in words: some three hundred lines. An edit that only moves lines changes nothing in it.</summary>
    private const int MaxLength = 3000;

    /// <summary>Steps of work for all runs together: some tens of milliseconds.</summary>
    private const int MaxSteps = 100_000;

    /// <summary>Runs of one file, each with other answers to what nobody knows.</summary>
    private const int MaxRuns = 40;

    private const int StackBytes = 64 << 20;

    /// <summary>Runs a program, if it is small and asks nothing of the outside.</summary>
    public static TrialOutcome Of(Resolve.Program program, CancellationToken cancel)
    {
        int first = program.ModelCount, count = program.Units.Length - first;
        if (count is 0 or > MaxFiles) return TooLarge;
        int length = 0;
        for (int f = first; f < program.Units.Length; f++)
        {
            length += program.Units[f].OpLength;
            if (length > MaxLength || program.Units[f].Source.IsEmpty && program.Units[f].LineCount > 0) return TooLarge;
        }
        TrialOutcome outcome = TooLarge;
        // The interpreter's own calls nest as those of the program do: the stack has room for that on every machine.
        var thread = new Thread(() => outcome = Run(program, cancel), StackBytes);
        thread.Start();
        thread.Join();
        return outcome;
    }

    private static TrialOutcome TooLarge { get; } = new(null, "the program is no small one");

    private static TrialOutcome Run(Resolve.Program program, CancellationToken cancel)
    {
        var grammar = PythonGrammar.Instance;
        using var reader = new SyntaxReader(grammar.Language);
        using var table = new SyntaxTable(grammar.Language, grammar.SkipTable);
        var trees = new Dictionary<int, SourceTree>();
        for (int f = program.ModelCount; f < program.Units.Length; f++)
        {
            byte[] source = program.Units[f].Source.ToArray();
            reader.Read(source, table, CancellationToken.None);
            trees[f] = new SourceTree(source, table.Entries);
            if (trees[f].HasError || Resolve.ModuleTable.IsStub(program.Units[f].Path)) return new TrialOutcome(null, $"{program.Units[f].Path} can't be run");
        }
        SourceTree Parse(string text, bool isLibrary)
        {
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
            reader.Read(bytes, table, CancellationToken.None);
            return new SourceTree(bytes, table.Entries) { IsLibrary = isLibrary };
        }
        var library = new Dictionary<string, SourceTree?>();
        SourceTree? Library(string module)
        {
            if (!library.TryGetValue(module, out var tree)) library.Add(module, tree = LibrarySource.Find(module) is { } text ? Parse(text, isLibrary: true) : null);
            return tree;
        }

        var result = new TrialResult();
        var definitions = new DefinitionMap(program);
        int steps = MaxSteps;
        try
        {
            for (int f = program.ModelCount; f < program.Units.Length; f++)
            {
                var choices = new Choices();
                int runs = 0;
                do
                {
                    if (++runs > MaxRuns || cancel.IsCancellationRequested) return new TrialOutcome(null, "there are many ways through the program");
                    var interpreter = new Interpreter(program, trees, definitions, result, choices, steps)
                    {
                        Parse = text => Parse(text, isLibrary: false),
                        Library = Library,
                    };
                    interpreter.Run(f);
                    steps = interpreter.StepsLeft;
                }
                while (choices.Next());
            }
        }
        // What a program hands to functions of the library can be anything; where they can't take it the run is as lost as where they are unknown.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new TrialOutcome(null, e is TrialStopped ? e.Message : e.ToString());
        }
        return new TrialOutcome(result, null);
    }
}

/// <summary>Finds the definition of the program that a statement makes.</summary>
internal sealed class DefinitionMap
{
    private readonly Resolve.Program _program;
    private readonly Dictionary<(int File, DefKind Kind, int Line, string Name), int> _byPlace = [];

    public DefinitionMap(Resolve.Program program)
    {
        _program = program;
        for (int f = program.ModelCount; f < program.Units.Length; f++)
            for (int d = 1; d < program.Units[f].DefCount; d++)
            {
                ref readonly var def = ref program.Units[f].Defs[d];
                if (def.Name >= 0) _byPlace.TryAdd((f, (DefKind)def.Kind, def.LineStart, program.NameText(program.Name(f, def.Name))), program.DefBase[f] + d);
            }
    }

    public int Find(int file, DefKind kind, int line, string name) => _byPlace.GetValueOrDefault((file, kind, line, name), -1);
}
