namespace CodexAura.Composition;

/// <summary>Something to tell about a plugin.</summary>
/// <param name="Code">One of <see cref="PluginCodes"/>.</param>
/// <param name="Message">What happened, where, and what to do.</param>
public sealed record PluginProblem(string Code, string Message);

/// <summary>An export of a plugin could not be made. The message is for a person.</summary>
public sealed class PluginException : Exception
{
    internal PluginException(string pluginId, PluginProblem problem, Exception? inner)
        : base($"Plugin '{pluginId}': {problem.Message}", inner) => (PluginId, Code) = (pluginId, problem.Code);

    /// <summary>Id of the plugin.</summary>
    public string PluginId { get; }

    /// <summary>One of <see cref="PluginCodes"/>.</summary>
    public string Code { get; }
}

/// <summary>What a module of a plugin adds to the server is left out. The message is for a person.</summary>
/// <param name="message">What happened, where, what to do.</param>
/// <param name="inner">The cause; null for none.</param>
public sealed class ModuleException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to tell about the plugin.</summary>
    public PluginProblem Problem => new(PluginCodes.ModuleLeftOut, Message);
}

/// <summary>A constructor did not come to an end.</summary>
internal sealed class MadeTooLongException(TimeSpan limit) : TimeoutException
{
    public TimeSpan Limit => limit;
}
