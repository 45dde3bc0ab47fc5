using Microsoft.Extensions.Logging;

namespace CodexAura.Web;

internal static partial class WebLog
{
    [LoggerMessage(101, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0.0} ms, {Client}, request {RequestId}")]
    public static partial void Request(ILogger logger, string method, string path, int status, double milliseconds, string client, string requestId);

    [LoggerMessage(102, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(103, LogLevel.Error, "Plugin '{Source}' ({Code}): {Message}")]
    public static partial void ModuleLeftOut(ILogger logger, Exception? exception, string source, string code, string message);

    [LoggerMessage(105, LogLevel.Error, "The background service {Service} failed to start or stop: {Reason}")]
    public static partial void BackgroundServiceFailed(ILogger logger, Exception exception, string service, string reason);

    [LoggerMessage(106, LogLevel.Warning, "The server is open to other machines and analyses any folder: --root limits it to some")]
    public static partial void NoRoots(ILogger logger);

    [LoggerMessage(107, LogLevel.Debug, "{Count} routes of {Module} in '{Source}' are mapped")]
    public static partial void ModuleMapped(ILogger logger, int count, string module, string source);

    [LoggerMessage(108, LogLevel.Debug, "The server could not ask itself")]
    public static partial void NotWarmedUp(ILogger logger, Exception exception);
}
