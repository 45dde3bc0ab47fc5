using System.Reflection;

namespace CodexAura.Web;

/// <summary>How the server listens, whom it lets in, and what it allows.</summary>
public sealed record ServerOptions
{
    /// <summary>Where it listens unless something else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8000";

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:8000</c>; port 0 takes a free one. Default: <see cref="DefaultUrl"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Keys that open the server; without any, everybody who reaches it may use it. Default: none.</summary>
    public IReadOnlyList<ApiKey> ApiKeys { get; init; } = [];

    /// <summary>Whether it may listen elsewhere than on loopback without any key. Default: false.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Folders inside of which analysed repositories must be, as absolute paths without links; empty for no limit. Default: empty.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Origins whose web pages may call the server, such as <c>https://example.org</c>. Default: none.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>The largest request body, in bytes. Default: 1 MiB.</summary>
    public long MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>Requests for analyses that one client may make in a minute, all at once if it likes; 0 for no limit. Default: 60.</summary>
    public int AnalyzePerMinute { get; init; } = 60;

    /// <summary>Requests for context that one client may make in a minute; 0 for no limit. Default: 600.</summary>
    public int ContextPerMinute { get; init; } = 600;

    /// <summary>
    /// Requests of every other sort that one client may make in a minute; 0 for no limit. Default: 600,000, which stops a runaway
    /// loop and no honest client.
    /// </summary>
    public int RequestsPerMinute { get; init; } = 600_000;

    /// <summary>How long a stopping server waits for what is running, before it cancels it. Default: 10 s.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a module of a plugin may take to add its services, and to add its routes; after that it is left out. Default: 1 minute.</summary>
    public TimeSpan ModuleLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether log messages are JSON objects, one a line. Default: false, text for people.</summary>
    public bool JsonLog { get; init; }

    /// <summary>Whether each request is logged. Default: true.</summary>
    public bool LogRequests { get; init; } = true;

    /// <summary>Whether debugging messages are logged. Default: false.</summary>
    public bool Verbose { get; init; }

    /// <summary>Version of the product, as <c>/health</c> and the OpenAPI document tell it.</summary>
    public static string Version { get; } = typeof(ServerOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
