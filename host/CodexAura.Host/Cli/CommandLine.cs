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
        var root = MakeRoot();
        var parse = root.Parse(args, Parser);
        if (PluginCommands.NameIn(parse) is { } name)
            return await PluginCommands.RunAsync(parse, name, args, () => ReportWrongUsage(root, parse), cancellationToken);
        if (parse.Action is ParseErrorAction) return ReportWrongUsage(root, parse);
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = Consoles.Out };
        if (PluginCommands.AreListed(parse))
            return await PluginCommands.ListAsync(parse, root, () => root.Parse(args, Parser).InvokeAsync(invocation, cancellationToken), cancellationToken);
        return await parse.InvokeAsync(invocation, cancellationToken);
    }

    private static RootCommand MakeRoot()
    {
        var root = new RootCommand("Codex Aura reads a repository into a graph of files, classes and functions, and answers questions about it.")
        {
            AnalyzeCommand.Create(),
            WatchCommand.Create(),
            ServeCommand.Create(),
            ListCommand.Create(),
            StatsCommand.Create(),
            ShowCommand.Create(),
            ExportCommand.Create(),
            DeleteCommand.Create(),
            DepsCommand.Create(),
            WhyCommand.Create(),
            WhyCommand.CreateNot(),
            DiffCommand.Create(),
            StoreCommand.Create(),
            ContextCommand.Create(),
            ImpactCommand.Create(),
            BacktestCommand.Create(),
            PluginsCommand.Create(),
            ConfigCommand.Create(),
        };
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
