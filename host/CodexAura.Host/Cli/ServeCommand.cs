using System.CommandLine;
using CodexAura.Host.Hosting;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura serve</c></summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Start the API server, until stopped");
        foreach (var option in ServeOptions.All) command.Add(option);
        command.SetBody(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        if (!parse.GetValue(ServeOptions.NewApiKey)) return ServerRun.RunAsync(parse, session, cancellationToken);
        ServerRun.PrintNewApiKey();
        return Task.FromResult(ExitCode.Done);
    }
}
