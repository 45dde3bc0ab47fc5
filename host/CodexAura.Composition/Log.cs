using Microsoft.Extensions.Logging;

namespace CodexAura.Composition;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Plugin '{Id}' is {State} ({Code}): {Reason}")]
    public static partial void PluginStopped(ILogger logger, string id, PluginState state, string code, string reason);

    [LoggerMessage(2, LogLevel.Debug, "Plugin '{Id}' {Version} is active, loaded from {Folder} in {Milliseconds:0.0} ms")]
    public static partial void PluginActive(ILogger logger, string id, string version, string folder, double milliseconds);

    [LoggerMessage(3, LogLevel.Debug, "Plugin '{Id}' is left out ({Code}): {Reason}")]
    public static partial void PluginDisabled(ILogger logger, string id, string code, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Plugin '{Id}' threw while it was disposed")]
    public static partial void DisposeFailed(ILogger logger, Exception exception, string id);

    [LoggerMessage(5, LogLevel.Warning, "Plugin '{Id}' ({Code}): {Message}")]
    public static partial void PluginWarning(ILogger logger, string id, string code, string message);
}
