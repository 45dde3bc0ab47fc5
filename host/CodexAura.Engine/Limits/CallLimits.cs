using System.Globalization;

namespace CodexAura.Engine.Limits;

/// <summary>
/// How long calls to plugins may take. All are far beyond what honest work takes on a busy machine: they are there for plugins that
/// hang, so that whoever asked gets an answer and everything else goes on.
/// </summary>
/// <param name="Resolve">For an analyzer to resolve the facts of a repository. Default: 30 minutes.</param>
/// <param name="Answer">For a context provider or an impact analyzer to answer one question. Default: 5 minutes.</param>
/// <param name="Store">For one call of a store. Default: 10 minutes.</param>
/// <param name="Make">For a plugin's constructors, and for what a module does at the start. Default: 1 minute.</param>
public sealed record CallLimits(TimeSpan Resolve, TimeSpan Answer, TimeSpan Store, TimeSpan Make)
{
    /// <summary>Environment variable with the seconds that any of these calls may take, instead of the defaults.</summary>
    public const string Variable = "CODEX_AURA_CALL_TIMEOUT";

    /// <summary>What holds in this process.</summary>
    public static CallLimits Current { get; } =
        double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e6
            ? All(TimeSpan.FromSeconds(seconds))
            : new CallLimits(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

    /// <summary>The same limit for every call.</summary>
    public static CallLimits All(TimeSpan limit) => new(limit, limit, limit, limit);
}

/// <summary>A call to a plugin did not come to an end, or failed in a way that no contract foresees. The message names the plugin.</summary>
/// <param name="code"><c>plugin.too_long</c> or <c>plugin.failed</c>.</param>
/// <param name="message">What happened, where, what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class PluginCallException(string code, string message, Exception? inner = null) : CodexAuraException(code, message, FailureKind.Failed, inner)
{
    internal static PluginCallException TooLong(string who, string doing, TimeSpan limit) => new("plugin.too_long",
        $"The {who} took longer than {limit.TotalSeconds:0.#} s to {doing} and was left behind. 'codex-aura plugins disable' leaves a plugin out; {CallLimits.Variable} sets the limit, in seconds.");

    internal static PluginCallException Failed(string who, string doing, Exception thrown) => new("plugin.failed",
        $"The {who} failed to {doing}: {thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}", thrown);
}
