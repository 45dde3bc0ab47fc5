using CodexAura.Composition;
using CodexAura.Sdk.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Web.Modules;

/// <summary>What a plugin's module registers.</summary>
internal static class ModuleServices
{
    /// <summary>
    /// Lets a module register its services, beside those that are there already, and gives those that it added. It works on a copy: one
    /// that throws half way has added nothing.
    /// </summary>
    /// <exception cref="ModuleException">It throws, or does not come to an end.</exception>
    public static IReadOnlyList<ServiceDescriptor> Of(IHostModule module, IEnumerable<ServiceDescriptor> there, TimeSpan limit)
    {
        IServiceCollection copy = new ServiceCollection();
        foreach (var service in there) copy.Add(service);
        var known = copy.ToHashSet(ReferenceEqualityComparer.Instance);
        try
        {
            InTime(() => module.ConfigureServices(copy), "ConfigureServices", limit);
        }
        catch (Exception thrown)
        {
            throw new ModuleException($"The services of {module.GetType().FullName} are left out: {thrown.Message}", thrown);
        }
        return [.. copy.Where(service => !known.Contains(service))];
    }

    /// <summary>Calls a module, and leaves it behind where it takes too long.</summary>
    public static void InTime(Action call, string what, TimeSpan limit)
    {
        var done = Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!((IAsyncResult)done).AsyncWaitHandle.WaitOne(limit)) throw new TimeoutException($"{what} took longer than {limit.TotalSeconds:0.#} s and was left behind. Files, locks and the network are for later, when a request comes.");
        done.GetAwaiter().GetResult();
    }
}
