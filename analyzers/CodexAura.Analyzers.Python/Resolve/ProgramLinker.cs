using System.Globalization;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Trial;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>From the facts of all files to the nodes and edges of the graph.</summary>
internal sealed class ProgramLinker
{
    private readonly IReadOnlyList<FileFacts> _files;
    private readonly GraphBuilder _graph;
    private readonly long _allowance;
    private readonly CancellationToken _cancel;
    private readonly bool _isRun;

    /// <param name="files">The facts, in order of paths.</param>
    /// <param name="graph">Gets the nodes and edges.</param>
    /// <param name="allowance">Steps of work until the solver cuts; 0 for what suits the size of the program.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="isRun">A small program is run too.</param>
    public ProgramLinker(IReadOnlyList<FileFacts> files, GraphBuilder graph, long allowance, CancellationToken cancel, bool isRun = true) =>
        (_files, _graph, _allowance, _cancel, _isRun) = (files, graph, allowance, cancel, isRun);

    /// <summary>Does it.</summary>
    /// <param name="trail">Gets why each value is where it is; null for nobody.</param>
    /// <returns>What explanations are read off; who needs it no more releases the solver.</returns>
    public LinkedProgram Run(Provenance? trail)
    {
        var program = new Program(_files);
        var handles = AddNodes(program);
        var imports = new ImportEdges(program, _graph, handles);
        imports.Add();
        var solver = new Solver(program, _allowance, trail, _cancel);
        solver.Solve();
        AddExtends(solver, handles);
        var trial = _isRun ? TrialRun.Of(program, _cancel) : new TrialOutcome(null, "running it was not asked for");
        var calls = new CallEdges(solver, trial.Result, _graph, handles);
        calls.Add();
        if (solver.Cuts > 0) AddCut(solver);
        foreach (var file in _files)
            foreach (var diagnostic in file.Diagnostics) _graph.AddDiagnostic(diagnostic);
        return new LinkedProgram(program, solver, imports, calls, trial);
    }

    private void AddCut(Solver solver)
    {
        string cut = solver.IsStopped
            ? string.Create(CultureInfo.InvariantCulture, $"ended after {solver.Work:N0} steps, so that calls are missing: the stats count them under 'work limit'")
            : $"followed at most {solver.ValueLimit} values of a variable from some point on, so that calls may be missing: the stats count them under 'too many possible values'";
        _graph.AddDiagnostic(new Diagnostic("CA2003", DiagnosticSeverity.Warning, ".", 0,
            $"The program is too entangled to be resolved in full. The search for what is called {cut}. Analyse a part of it, or leave generated files out with --exclude."));
    }

    /// <summary>Adds files, classes and functions.</summary>
    /// <returns>The graph's handle of each definition; -1 for lambdas.</returns>
    private int[] AddNodes(Program program)
    {
        var handles = new int[program.DefCount];
        for (int f = program.ModelCount; f < program.Units.Length; f++)
            AddNodes(program.Units[f], _graph, handles.AsSpan(program.DefBase[f], program.Units[f].DefCount));
        return handles;
    }

    /// <summary>Adds a file and what it defines.</summary>
    /// <param name="unit">Its facts.</param>
    /// <param name="graph">Gets the nodes.</param>
    /// <param name="handles">Gets the graph's handle of each definition; -1 for lambdas.</param>
    internal static void AddNodes(FileUnit unit, GraphBuilder graph, Span<int> handles)
    {
        var defs = unit.Defs;
        for (int d = 0; d < defs.Length; d++)
        {
            ref readonly var def = ref defs[d];
            string? docstring = def.Docstring < 0 ? null : unit.Text(def.Docstring);
            handles[d] = (DefKind)def.Kind switch
            {
                DefKind.Module => graph.AddFile(unit.Path, unit.LineCount, docstring),
                // Lambdas, and classes that a call of namedtuple or type makes.
                _ when def.Name < 0 => -1,
                var kind => graph.AddDefinition(kind == DefKind.Class ? NodeType.Class : NodeType.Function, Parent(unit, handles, def.Parent),
                    unit.Text(def.QualifiedName), def.LineStart, def.LineEnd, def.Complexity, docstring,
                    def.Signature < 0 ? null : unit.Text(def.Signature)),
            };
        }
    }

    /// <summary>Definitions under one name in one file: one of them is there, depending on a condition.</summary>
    private static bool IsSameName(Program program, int def, int other) =>
        program.FileOfDef[def] == program.FileOfDef[other] && program.Def(def).Parent == program.Def(other).Parent && program.Def(def).Name == program.Def(other).Name;

    private static int Parent(FileUnit unit, ReadOnlySpan<int> handles, int def)
    {
        // A definition inside a lambda belongs to what is around the lambda.
        while (handles[def] < 0) def = unit.Defs[def].Parent;
        return handles[def];
    }

    /// <summary>The class whose name a class bears that was made of it by a call; any other is itself.</summary>
    private static int Named(Solver solver, int type)
    {
        var made = solver.Classes[type];
        return ((DefFlags)solver.Program.Def(type).Flags & DefFlags.MadeAnew) != 0 && made.Bases is [var named, ..] ? named : type;
    }

    /// <summary>A base that may be any of more other classes than this is not told.</summary>
    private const int MaxGuessedBases = 7;

    private void AddExtends(Solver solver, int[] handles)
    {
        var program = solver.Program;
        foreach (var info in solver.Classes.All)
        {
            if (info.IsModel || handles[info.Def] < 0) continue;
            ref readonly var def = ref program.Def(info.Def);
            for (int i = 0; i < info.Bases.Count; i++)
            {
                int @base = Named(solver, info.Bases[i]);
                if (program.IsModelDef(@base) || handles[@base] < 0) continue;
                int others = 0;
                for (int j = 0; j < info.Bases.Count; j++)
                    others += j != i && info.BasePositions[j] == info.BasePositions[i] && !program.IsModelDef(info.Bases[j]) && !IsSameName(program, @base, info.Bases[j]) ? 1 : 0;
                // A class made for each of several bases is a class of each only while the program runs; one of many is no guess worth telling.
                if (others > MaxGuessedBases) continue;
                _graph.AddEdge(handles[info.Def], handles[@base], EdgeTypes.Extends, def.LineStart, others > 0 ? Confidence.Heuristic : Confidence.Exact);
            }
        }
    }
}

/// <summary>A program that was resolved.</summary>
internal sealed record LinkedProgram(Program Program, Solver Solver, ImportEdges Imports, CallEdges Calls, TrialOutcome Trial);
