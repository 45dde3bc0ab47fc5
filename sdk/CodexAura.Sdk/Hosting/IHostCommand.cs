using System.Composition;

namespace CodexAura.Sdk.Hosting;

/// <summary>
/// A command of <c>codex-aura</c> that a plugin brings. Exported with <see cref="ExportHostCommandAttribute"/>; the services of the
/// host (<see cref="Services.IGraphService"/> and the like) come in through the constructor.
/// </summary>
public interface IHostCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What stands after the command's name.</param>
    /// <param name="cancellationToken">Triggered by Ctrl+C and SIGTERM.</param>
    /// <returns>The exit code of the process: 0 done, 1 the work failed, 2 wrong usage.</returns>
    /// <exception cref="Services.CodexAuraException">It failed; the host prints the message.</exception>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}

/// <summary>Exports a class as an <see cref="IHostCommand"/>. Put <c>[Shared]</c> beside it.</summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportHostCommandAttribute : ExportAttribute
{
    /// <summary>Exports a command.</summary>
    /// <param name="name">Lower-case name, such as <c>mcp</c>.</param>
    /// <param name="description">What it does, in one line of the help.</param>
    public ExportHostCommandAttribute(string name, string description) : base(typeof(IHostCommand)) => (Name, Description) = (name, description);

    /// <summary>Lower-case name.</summary>
    public string Name { get; }

    /// <summary>What it does, in one line of the help.</summary>
    public string Description { get; }
}

/// <summary>What the host knows about an exported command without making it.</summary>
public sealed class HostCommandMetadata
{
    /// <summary>Lower-case name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it does, in one line of the help.</summary>
    public string Description { get; set; } = "";
}
