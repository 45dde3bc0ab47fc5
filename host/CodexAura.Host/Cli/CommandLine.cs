using System.CommandLine;
using System.CommandLine.Invocation;
using CodexAura.Host.Hosting;

namespace CodexAura.Host.Cli;

/// <summary>Parses the command line and runs what it asks for.</summary>
internal static class CommandLine
{
    // No response files: a path may start with '@'.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var root = MakeRoot(args);
        var parse = root.Parse(args, Parser);
        if (PluginCommands.NameIn(parse) is { } name)
            return await PluginCommands.RunAsync(parse, name, args, () => ReportWrongUsage(root, parse), cancellationToken);
        if (parse.Action is ParseErrorAction) return ReportWrongUsage(root, parse);
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = Consoles.Out };
        if (PluginCommands.AreListed(parse))
            return await PluginCommands.ListAsync(parse, root, () => root.Parse(args, Parser).InvokeAsync(invocation, cancellationToken), cancellationToken);
        return await parse.InvokeAsync(invocation, cancellationToken);
    }

    // In the order of the help.
    private static readonly (string Name, Func<Command> Create)[] Commands =
    [
        ("analyze", AnalyzeCommand.Create),
        ("watch", WatchCommand.Create),
        ("serve", ServeCommand.Create),
        ("list", ListCommand.Create),
        ("stats", StatsCommand.Create),
        ("show", ShowCommand.Create),
        ("export", ExportCommand.Create),
        ("delete", DeleteCommand.Create),
        ("deps", DepsCommand.Create),
        ("why", WhyCommand.Create),
        ("why-not", WhyCommand.CreateNot),
        ("diff", DiffCommand.Create),
        ("store", StoreCommand.Create),
        ("context", ContextCommand.Create),
        ("impact", ImpactCommand.Create),
        ("backtest", BacktestCommand.Create),
        ("plugins", PluginsCommand.Create),
        ("config", ConfigCommand.Create),
    ];

    /// <summary>Makes the commands; where the first word names one, only that: the options of all of them take longer than to parse a line.</summary>
    private static RootCommand MakeRoot(string[] args)
    {
        var root = new RootCommand("Codex Aura reads a repository into a graph of files, classes and functions, and answers questions about it.");
        bool isNamed = args is [var first, ..] && Array.Exists(Commands, command => command.Name == first);
        foreach (var (name, create) in Commands)
            if (!isNamed || name == args[0]) root.Add(create());
        foreach (var option in GlobalOptions.All) root.Add(option);
        return root;
    }

    private static int ReportWrongUsage(RootCommand root, ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (parse.Tokens.Count == 0)
        {
            root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = Console.Error });
            return ExitCode.WrongUsage;
        }
        foreach (var error in parse.Errors) Console.Error.WriteLine($"error: {error.Message}");
        string name = command is RootCommand ? "codex-aura" : "codex-aura " + Path(parse.CommandResult);
        Console.Error.WriteLine($"'{name} --help' shows what can be given.");
        return ExitCode.WrongUsage;
    }

    private static string Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } parent
            ? $"{Path(parent)} {result.Command.Name}"
            : result.Command.Name;
}
