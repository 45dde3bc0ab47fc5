using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>
/// A process of its own that uses the store: this assembly, run with the dependencies of the assembly that the suite is in, as
/// <c>dotnet exec --depsfile --runtimeconfig</c> does.
/// </summary>
internal sealed class StoreProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private StoreProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts it.</summary>
    /// <param name="suite">Whose store.</param>
    /// <param name="wrapper">A program and arguments that are to run it; empty for none.</param>
    /// <param name="arguments">What it is to do.</param>
    public static StoreProcess Start(GraphStoreConformance suite, string[] wrapper, params string[] arguments)
    {
        var type = suite.GetType();
        string assembly = type.Assembly.Location;
        string without = assembly.Length == 0 ? "" : assembly[..^Path.GetExtension(assembly).Length];
        foreach (string needed in (string[])[assembly, without + ".deps.json", without + ".runtimeconfig.json"])
            Require.That(File.Exists(needed), $"'{needed}' is missing. The suite runs the store in a process of its own, which needs the assembly of '{type}' with its .deps.json and .runtimeconfig.json.");
        Require.That(type.IsVisible && type.GetConstructor(Type.EmptyTypes) is not null, $"'{type}' has to be public with a public constructor without parameters: another process makes it too.");
        string[] command =
        [
            .. wrapper, DotNet(), "exec", "--depsfile", without + ".deps.json", "--runtimeconfig", without + ".runtimeconfig.json",
            typeof(StoreProcess).Assembly.Location, assembly, type.FullName!, .. arguments,
        ];
        return new StoreProcess(Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    public async Task<string?> LineAsync(CancellationToken stop) => await _process.StandardOutput.ReadLineAsync(stop).ConfigureAwait(false);

    /// <summary>Expects it to say this next.</summary>
    public async Task ExpectAsync(string line, CancellationToken stop)
    {
        string? said = await LineAsync(stop).ConfigureAwait(false);
        if (said == line) return;
        throw new ConformanceException(said ?? $"The other process ended without saying '{line}': {await _errors.ConfigureAwait(false)}");
    }

    /// <summary>Lets one that waits go on.</summary>
    public void GoOn() => _process.StandardInput.WriteLine();

    /// <summary>Ends it on the spot, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Holds all its threads where they are, until the result is disposed.</summary>
    public IDisposable Hold() => new ProcessHold(_process.Id);

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments.Length < 4)
        {
            Console.Error.WriteLine("This is a library: derive a class from GraphStoreConformance and run it with a test runner.");
            return 2;
        }
        try
        {
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                Path.Combine(Path.GetDirectoryName(arguments[0])!, name.Name + ".dll") is var beside && File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
            var type = AssemblyLoadContext.Default.LoadFromAssemblyPath(arguments[0]).GetType(arguments[1], throwOnError: true)!;
            var suite = (GraphStoreConformance)Activator.CreateInstance(type)!;
            await StoreProcessWork.RunAsync(suite, arguments[2], arguments[3], arguments[4..]).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is ConformanceException or GraphStoreException)
        {
            Console.WriteLine(e.Message.ReplaceLineEndings(" "));
            return 1;
        }
        catch (TargetInvocationException e)
        {
            Console.Error.WriteLine(e.InnerException);
            return 1;
        }
    }

    /// <summary>The <c>dotnet</c> of the runtime that runs this; it need not be on PATH.</summary>
    private static string DotNet()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
    }
}
