using CodexAura.Web.Modules;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace CodexAura.Web.OpenApi;

/// <summary>
/// Tells the API explorer, which remembers what it found, to look again when a module was added. There are no controllers here, so
/// nothing else would.
/// </summary>
internal sealed class ModuleVersions(ModuleEndpoints modules) : IActionDescriptorCollectionProvider
{
    private volatile ActionDescriptorCollection _current = new([], 0);

    public ActionDescriptorCollection ActionDescriptors
    {
        get
        {
            int version = modules.Version;
            if (_current.Version != version) _current = new ActionDescriptorCollection([], version);
            return _current;
        }
    }
}
