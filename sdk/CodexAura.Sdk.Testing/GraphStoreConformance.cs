using CodexAura.Sdk.Storage;
using CodexAura.Sdk.Testing.Stores;

namespace CodexAura.Sdk.Testing;

/// <summary>
/// The promises of <see cref="IGraphStore"/> and of what a store may do beyond it, as checks that every store has to pass. Derive
/// one class, public and with a public constructor without parameters, and run all <see cref="Checks"/> with whatever test runner.
/// What does not hold is thrown as a <see cref="ConformanceException"/>; nothing is ever skipped.
/// </summary>
/// <remarks>
/// With xUnit:
/// <code>
/// public sealed class ShelfStoreTests : GraphStoreConformance
/// {
///     protected override StoreCapabilities Capabilities => StoreCapabilities.Durable;
///     protected override IGraphStore Open(StoreLocation location) => new ShelfStore(location);
///
///     [Theory, MemberData(nameof(Cases))]
///     public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
/// }
/// </code>
/// <para>Some checks run the store in a process of its own, to kill it or to fill its disk. That process is made from the assembly
/// of the derived class, which therefore has to be the program that is run or lie beside its <c>.deps.json</c> and
/// <c>.runtimeconfig.json</c>, as the assemblies of test projects do.</para>
/// </remarks>
public abstract class GraphStoreConformance
{
    /// <summary>Names of all checks.</summary>
    public static IReadOnlyList<string> Checks => CheckList.Names;

    /// <summary>The same as rows of arguments, for the data attributes of test frameworks.</summary>
    public static IEnumerable<object[]> Cases => Checks.Select(name => new object[] { name });

    /// <summary>What the store is to promise. It must say so itself by <see cref="IStoreCapabilities"/>.</summary>
    protected abstract StoreCapabilities Capabilities { get; }

    /// <summary>Makes the store, as a newly started program does. Called often, for many folders and again for the same one.</summary>
    /// <param name="location">Where its data is, or is to be; the folder may not be there yet.</param>
    protected abstract IGraphStore Open(StoreLocation location);

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Checks"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">The store breaks a promise; the message says which and how.</exception>
    public async Task CheckAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var check = CheckList.Find(name);
        using var bench = new StoreBench(this, cancellationToken);
        try
        {
            await check(bench).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ConformanceException and not OperationCanceledException)
        {
            throw new ConformanceException($"'{name}' met an exception that the contract does not provide for: {e.GetType().Name}: {e.Message}", e);
        }
    }

    /// <summary>Runs all checks, and fails when any of them does.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">Some promises are broken; the message lists them all.</exception>
    public async Task CheckAllAsync(CancellationToken cancellationToken = default)
    {
        var broken = new List<string>();
        foreach (string name in Checks)
        {
            try
            {
                await CheckAsync(name, cancellationToken).ConfigureAwait(false);
            }
            catch (ConformanceException e)
            {
                broken.Add($"{name}: {e.Message}");
            }
        }
        if (broken.Count > 0) throw new ConformanceException($"{broken.Count} of {Checks.Count} checks failed:\n" + string.Join('\n', broken));
    }

    internal StoreCapabilities Promised => Capabilities;

    internal IGraphStore OpenStore(string folder) => Open(new StoreLocation(folder));
}

/// <summary>A store does not do what the contract says.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which promise is broken, and how that showed.</param>
    /// <param name="inner">What the store threw, if it did.</param>
    public ConformanceException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
