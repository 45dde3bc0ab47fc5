using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Mcp;

/// <summary>What the server logs; to standard error, as standard output is the protocol's.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The tool {Tool} failed unexpectedly.")]
    public static partial void ToolFailed(ILogger logger, Exception thrown, string tool);

    [LoggerMessage(2, LogLevel.Warning, "The repository could not be analysed ahead of the first call: {Message}")]
    public static partial void AheadFailed(ILogger logger, string message);
}
