using System.CommandLine;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Scanning;
using CodexAura.Host.Hosting;
using CodexAura.Host.Settings;
using CodexAura.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace CodexAura.Host.Cli;

/// <summary>Runs the server. Apart from the command, so that the web server's assemblies are loaded only where one runs.</summary>
internal static class ServerRun
{
    /// <summary>What the running server is called in lists.</summary>
    public const string Command = "serve";

    public static async Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var settings = Override(session.Settings, parse);
        var options = Options(parse, settings);
        session.Policy = Policy(settings, options);
        var app = WebServer.Build(options, new WebComposition(session, settings.List(KnownSettings.Watch)));
        try
        {
            await ServeAsync(app, cancellationToken);
        }
        finally
        {
            // The services of plugins end with it. One that hangs must not keep the process from ending.
            var end = Task.Run(async () => await app.DisposeAsync(), CancellationToken.None);
            if (await Task.WhenAny(end, Task.Delay(CallLimits.Current.Make, CancellationToken.None)) == end) await end;
            else Console.Error.WriteLine($"warning: Services of the server took longer than {CallLimits.Current.Make.TotalSeconds:0.#} s to end, and were left behind.");
        }
        return ExitCode.Done;
    }

    private static async Task ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What has started already, such as the queue of analyses, ends before its services go.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
        Consoles.Out.WriteLine($"Codex Aura listens on {string.Join(" and ", app.Urls)}");
        Consoles.Out.Flush();
        await app.WaitForShutdownAsync(cancellationToken);
    }

    public static void PrintNewApiKey()
    {
        string key = ApiKey.Generate();
        Consoles.Out.WriteLine($"key   {key}");
        Consoles.Out.WriteLine($"hash  {ApiKey.Parse(key).Hash}");
    }

    /// <summary>Options of the command line go before all other settings.</summary>
    private static HostSettings Override(HostSettings settings, ParseResult parse)
    {
        settings.With(KnownSettings.Urls, (parse.GetValue(ServeOptions.Urls) ?? []).SelectMany(value => Split(value, ';')).ToArray())
            .With(KnownSettings.Roots, parse.GetValue(ServeOptions.Root))
            .With(KnownSettings.CorsOrigins, parse.GetValue(ServeOptions.CorsOrigins))
            .With(KnownSettings.Watch, parse.GetValue(ServeOptions.Watch));
        if (parse.GetValue(ServeOptions.AllowAnonymous)) settings.With(KnownSettings.AllowAnonymous, "true");
        if (parse.GetValue(ServeOptions.Log) is { } log) settings.With(KnownSettings.Log, log);
        if (parse.GetValue(ServeOptions.ApiKeys) is { Length: > 0 } keys) settings.With(KnownSettings.ApiKey, string.Join(',', keys));
        if (parse.GetValue(ServeOptions.Storage) is { Length: > 0 } storage) settings.With(KnownSettings.Storage, storage);
        foreach (var (option, setting) in ServeOptions.Numbers)
            if (parse.GetValue(option) is { } number) settings.With(setting, number);
        return settings;
    }

    private static AnalysisPolicy Policy(HostSettings settings, ServerOptions options) => new()
    {
        Roots = options.Roots,
        MaxFiles = settings.Number(KnownSettings.MaxFiles) is > 0 and var files ? (int)files : null,
        MaxBytes = settings.Number(KnownSettings.MaxMegabytes) is > 0 and var megabytes ? megabytes * 1_000_000 : null,
        MaxDuration = settings.Number(KnownSettings.MaxMinutes) is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : null,
        MaxRunning = (int)settings.Number(KnownSettings.MaxAnalyses),
        MaxWaiting = (int)settings.Number(KnownSettings.MaxQueued),
        KeptGraphs = (int)settings.Number(KnownSettings.KeepGraphs),
    };

    private static ServerOptions Options(ParseResult parse, HostSettings settings)
    {
        string log = settings.Text(KnownSettings.Log);
        return new ServerOptions
        {
            Urls = settings.List(KnownSettings.Urls),
            ApiKeys = [.. Split(settings.Text(KnownSettings.ApiKey), ',').Select(Key)],
            AllowAnonymous = settings.Flag(KnownSettings.AllowAnonymous),
            Roots = [.. settings.List(KnownSettings.Roots).Select(Root)],
            CorsOrigins = settings.List(KnownSettings.CorsOrigins),
            MaxRequestBytes = settings.Number(KnownSettings.MaxRequestKilobytes) * 1024,
            AnalyzePerMinute = (int)settings.Number(KnownSettings.AnalyzeRate),
            ContextPerMinute = (int)settings.Number(KnownSettings.ContextRate),
            RequestsPerMinute = (int)settings.Number(KnownSettings.RequestRate),
            ShutdownTimeout = TimeSpan.FromSeconds(settings.Number(KnownSettings.ShutdownSeconds)),
            ModuleLimit = CallLimits.Current.Make,
            JsonLog = log == "json",
            LogRequests = log != "none",
            Verbose = parse.GetValue(GlobalOptions.Verbose),
        };
    }

    private static ApiKey Key(string text)
    {
        try
        {
            return ApiKey.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static string Root(string folder) => Directory.Exists(folder)
        ? RealPath.Of(folder)
        : throw new UsageException($"There is no folder '{folder}' to limit analyses to.");

    private static string[] Split(string values, char separator) =>
        values.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
