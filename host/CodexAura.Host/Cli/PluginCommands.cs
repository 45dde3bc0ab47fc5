using System.CommandLine;
using System.CommandLine.Help;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Sdk.Hosting;

namespace CodexAura.Host.Cli;

/// <summary>
/// The commands that plugins bring. Plugins are looked at only where a command is none of the host's own, and for the list in the
/// help: everything else would pay for it.
/// </summary>
internal static class PluginCommands
{
    /// <summary>The name of the command where it is none of the host's own, or null.</summary>
    public static string? NameIn(ParseResult parse) =>
        parse.CommandResult.Command is RootCommand && parse.UnmatchedTokens is [var name, ..] && !name.StartsWith('-') ? name : null;

    /// <summary>Whether the help of the program itself is asked for, which lists the commands.</summary>
    public static bool AreListed(ParseResult parse) => parse.CommandResult.Command is RootCommand && parse.Action is HelpAction;

    /// <summary>Runs the command of a plugin.</summary>
    /// <param name="parse">What was parsed; its global options count.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="arguments">The whole command line.</param>
    /// <param name="unknown">What to do where no plugin has it.</param>
    /// <param name="cancellationToken">Triggered by Ctrl+C.</param>
    public static Task<int> RunAsync(ParseResult parse, string name, string[] arguments, Func<int> unknown, CancellationToken cancellationToken) =>
        CommandRunner.RunAsync(parse, async (session, token) =>
        {
            var command = session.Plugins.GetExports<IHostCommand, HostCommandMetadata>().FirstOrDefault(c => c.Metadata.Name == name);
            if (command is null) return unknown();
            var rest = Rest(name, arguments);
            // Help is a result. Otherwise a command opens standard output itself, and what others write does not get into it.
            if (rest.Any(a => a is "--help" or "-h" or "-?" or "--version")) Console.SetOut(Consoles.Out);
            // It may run for long, as a server does.
            session.WatchPlugins(name);
            return await command.Value.RunAsync(rest, token);
        }, cancellationToken);

    /// <summary>Adds the commands of plugins to the list in the help.</summary>
    public static Task<int> ListAsync(ParseResult parse, RootCommand root, Func<Task<int>> help, CancellationToken cancellationToken) =>
        CommandRunner.RunAsync(parse, (session, _) =>
        {
            foreach (var command in session.Plugins.GetExports<IHostCommand, HostCommandMetadata>().OrderBy(c => c.Metadata.Name, StringComparer.Ordinal))
                root.Add(new Command(command.Metadata.Name, command.Metadata.Description));
            return help();
        }, cancellationToken);

    /// <summary>What stands after the name, without the options that every command has: these are the host's.</summary>
    private static List<string> Rest(string name, string[] arguments)
    {
        var rest = new List<string>();
        for (int i = 0, from = IndexOf(name, arguments) + 1; i < arguments.Length; i++)
        {
            var option = GlobalOptions.All.FirstOrDefault(o => arguments[i] == o.Name || arguments[i].StartsWith(o.Name + "=", StringComparison.Ordinal));
            if (option is null && i >= from) rest.Add(arguments[i]);
            else if (option is not null && option != GlobalOptions.Verbose && arguments[i] == option.Name) i++;
        }
        return rest;
    }

    /// <summary>Where the name stands; an option before it may have the same word as its value.</summary>
    private static int IndexOf(string name, string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == name) return i;
            if (GlobalOptions.All.Any(o => o != GlobalOptions.Verbose && o.Name == arguments[i])) i++;
        }
        return -1;
    }
}
