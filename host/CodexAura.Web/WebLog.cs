using Microsoft.Extensions.Logging;

namespace CodexAura.Web;

internal static partial class WebLog
{
    [LoggerMessage(101, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0.0} ms, {Client}, request {RequestId}")]
    public static partial void Request(ILogger logger, string method, string path, int status, double milliseconds, string client, string requestId);

    [LoggerMessage(102, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(103, LogLevel.Error, "The routes of {Module} in '{Source}' can't be mapped and are left out: {Reason}")]
    public static partial void ModuleFailed(ILogger logger, Exception exception, string source, string module, string reason);

    [LoggerMessage(104, LogLevel.Error, "The routes of {Module} in '{Source}' are left out: {Clash} is there already")]
    public static partial void ModuleClashes(ILogger logger, string source, string module, string clash);

    [LoggerMessage(105, LogLevel.Error, "The host module of '{Source}' could not add its services and is left out: {Reason}")]
    public static partial void HostModuleFailed(ILogger logger, Exception exception, string source, string reason);

    [LoggerMessage(106, LogLevel.Warning, "The server is open to other machines and analyses any folder: --root limits it to some")]
    public static partial void NoRoots(ILogger logger);

    [LoggerMessage(107, LogLevel.Debug, "{Count} routes of {Module} in '{Source}' are mapped")]
    public static partial void ModuleMapped(ILogger logger, int count, string module, string source);
}
