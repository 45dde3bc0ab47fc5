using System.CommandLine;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Host.Settings;
using CodexAura.Sdk.Context;
using Spectre.Console;

namespace CodexAura.Host.Cli;

/// <summary>Runs the body of a command: makes its session, and turns what goes wrong into a message and an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>Gives a command its body.</summary>
    /// <param name="command">The command.</param>
    /// <param name="body">What it does; done when it returns.</param>
    public static void SetBody(this Command command, Func<ParseResult, HostSession, CancellationToken, Task> body) =>
        command.SetAction((parse, cancellationToken) => RunAsync(parse, async (session, token) =>
        {
            await body(parse, session, token);
            return ExitCode.Done;
        }, cancellationToken));

    /// <summary>Gives a command its body.</summary>
    /// <param name="command">The command.</param>
    /// <param name="body">What it does, with its exit code.</param>
    public static void SetBody(this Command command, Func<ParseResult, HostSession, CancellationToken, Task<int>> body) =>
        command.SetAction((parse, cancellationToken) => RunAsync(parse, (session, token) => body(parse, session, token), cancellationToken));

    /// <summary>Runs a body that is no command's of the host.</summary>
    public static async Task<int> RunAsync(ParseResult parse, Func<HostSession, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        bool verbose = parse.GetValue(GlobalOptions.Verbose);
        try
        {
            var settings = HostSettings.Load(parse.GetValue(GlobalOptions.Config));
            if (parse.GetValue(GlobalOptions.Data) is { Length: > 0 } data) settings.With(KnownSettings.Data, data);
            using var session = HostSession.Create(settings, parse.GetValue(GlobalOptions.Plugins) ?? [], verbose);
            return await body(session, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped; nothing was stored.");
            return ExitCode.Cancelled;
        }
        catch (IOException e) when (IsClosedPipe(e))
        {
            // Whoever read our output has seen enough, like 'head'.
            return ExitCode.Done;
        }
        catch (Exception e)
        {
            return Report(e, verbose);
        }
    }

    private static int Report(Exception thrown, bool verbose)
    {
        bool expected = thrown is CodexAuraException or PluginException or IOException or UnauthorizedAccessException;
        var console = Consoles.Error;
        console.Markup("[red]error:[/] ");
        console.WriteLine(expected ? thrown.Message : $"Something unexpected went wrong: {thrown.GetType().Name}: {thrown.Message}");
        if (verbose) console.WriteLine(thrown.ToString());
        else if (!expected) console.WriteLine("Run it again with --verbose to see where, and please report it.");
        return thrown is UsageException or SettingsException or ContextException or CodexAuraException { Code: "edge_type.unknown" or "server.options" } ? ExitCode.WrongUsage : ExitCode.Failed;
    }

    /// <summary>EPIPE: the reader of our standard output is gone.</summary>
    private static bool IsClosedPipe(IOException e) => !OperatingSystem.IsWindows() && e.HResult == 32;
}
