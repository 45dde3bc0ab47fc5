using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using Spectre.Console;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins remove</c></summary>
internal static class PluginsRemoveCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "Id of an installed plugin" };

    public static Command Create()
    {
        var command = new Command("remove", "Remove a plugin that was installed") { Id };
        command.SetBody(RunAsync);
        return command;
    }

    private static Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        string id = parse.GetRequiredValue(Id);
        if (!session.Installer.Remove(id)) throw new UsageException(Missing(session, id));
        Consoles.Output.WriteLine(Format.Printable($"Removed {id}."));
        return Task.CompletedTask;
    }

    private static string Missing(HostSession session, string id)
    {
        string[] installed = [.. session.Installer.All().Select(p => p.Id)];
        string which = installed.Length == 0 ? "none is" : string.Join(", ", installed) + (installed.Length == 1 ? " is" : " are");
        return $"No plugin '{id}' is installed in '{session.Installer.Folder}'; {which}. Plugins of other folders are removed there; 'codex-aura plugins disable {id}' leaves one out.";
    }
}
