using System.Composition.Hosting;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CodexAura.Composition;

/// <summary>Says in words what an exception from loading, composing or making parts means.</summary>
internal static class LoadFailure
{
    public static PluginProblem Describe(Exception thrown, string folder)
    {
        var cause = thrown;
        while (cause is TargetInvocationException or TypeInitializationException && cause.InnerException is { } inner) cause = inner;
        return cause switch
        {
            ReflectionTypeLoadException types => new(PluginCodes.LoadFailed,
                $"{Missing(types.LoaderExceptions.FirstOrDefault(e => e is not null) ?? types)}. {Advice(folder)}"),
            ModuleException module => module.Problem,
            MadeTooLongException { Limit: var limit } => new(PluginCodes.MadeTooLong,
                $"Making an export took longer than {limit.TotalSeconds:0.#} s; its constructor hangs. Constructors are to note what they get, and leave work for later."),
            // TypeLoadException is the base class of these two.
            DllNotFoundException native => new(PluginCodes.LoadFailed, $"{MissingNative(native)}{Place(cause)}. {NativeAdvice(folder)}"),
            EntryPointNotFoundException entry => new(PluginCodes.LoadFailed, $"{OneLine(entry.Message).TrimEnd('.')}{Place(cause)}: the native library is of another version. {NativeAdvice(folder)}"),
            FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException =>
                new(PluginCodes.LoadFailed, $"{Missing(cause)}. {Advice(folder)}"),
            BadImageFormatException => new(PluginCodes.NotAnAssembly, $"{Missing(cause)}. {Advice(folder)}"),
            CompositionFailedException => new(PluginCodes.ImportUnsatisfied,
                $"{Innermost(cause.Message)}. Parts may import what the plugin itself exports and what the host offers."),
            _ => new(PluginCodes.ConstructorThrew, $"Making an export failed with {cause.GetType().Name}: {OneLine(cause.Message)}{Place(cause)}"),
        };
    }

    private static string Missing(Exception cause) => cause switch
    {
        FileNotFoundException { FileName: { } file } => $"The assembly '{file.Split(',')[0]}' was not found",
        FileLoadException { FileName: { } file } => $"The assembly '{file}' can't be loaded: {OneLine(cause.Message).TrimEnd('.')}",
        _ => OneLine(cause.Message).TrimEnd('.'),
    };

    // The runtime's message goes on for pages: every name that was tried in every folder, and what the loader said each time.
    private static string MissingNative(DllNotFoundException cause) => cause.Message.Split('\'') is [_, var library, ..]
        ? $"The native library '{library}', or another one that it needs, was not found"
        : OneLine(cause.Message).TrimEnd('.');

    private static string NativeAdvice(string folder) =>
        $"It has to be in {Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")}: publish the plugin again for this platform, with its native libraries.";

    private static string Advice(string folder) => $"Everything the plugin needs must be in {folder}: publish the plugin again, with its dependencies.";

    // MEF tells the way from the missing import up to our own request; the plugin's part of it ends before the list of exports.
    private static string Innermost(string message) => string.Join(", ", OneLine(message).TrimEnd('.').Split(" -> ")
        .TakeWhile(step => !step.Contains("[]'", StringComparison.Ordinal) && !step.Contains("initial request", StringComparison.Ordinal)));

    private static string Place(Exception cause) => cause.TargetSite is { DeclaringType: { } type } ? $" (in {type.FullName})" : "";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
