using CodexAura.Host.Hosting;
using CodexAura.Host.Settings;

namespace CodexAura.Web.Tests.Support;

/// <summary>Makes sessions of the host that nothing of the machine's user gets into.</summary>
internal static class Sessions
{
    public static HostSession Create(string data, IReadOnlyList<string> plugins) =>
        HostSession.Create(HostSettings.Load(environment: name => name == HostSettings.HomeVariable ? data : null), plugins, verbose: false);
}
