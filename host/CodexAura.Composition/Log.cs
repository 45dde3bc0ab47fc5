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

    [LoggerMessage(7, LogLevel.Warning, "Plugin '{Id}' took longer than {Seconds} s to end, and was left behind")]
    public static partial void DisposeTookTooLong(ILogger logger, string id, double seconds);

    [LoggerMessage(6, LogLevel.Information, "Plugin '{Id}' {Version} arrived in {Folder} and is used from now on")]
    public static partial void PluginArrived(ILogger logger, string id, string version, string folder);

    [LoggerMessage(7, LogLevel.Warning, "Plugin '{Id}': restart needed (AURA1010). {Reason}")]
    public static partial void RestartNeeded(ILogger logger, string id, string reason);

    [LoggerMessage(8, LogLevel.Error, "Looking for new plugins failed; it is tried again")]
    public static partial void LookFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "Plugin '{Id}' ({Code}): {Message}")]
    public static partial void PluginWarning(ILogger logger, string id, string code, string message);
}
