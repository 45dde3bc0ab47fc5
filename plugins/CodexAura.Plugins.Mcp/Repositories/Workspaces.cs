using System.Collections.Concurrent;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Repositories;

/// <summary>The repositories that a server answers about.</summary>
internal sealed class Workspaces : IDisposable
{
    private readonly ConcurrentDictionary<string, Workspace> _workspaces = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly AuraServices _services;
    private readonly ServerSettings _settings;
    private readonly Func<CancellationToken, Task<string>>? _home;

    /// <param name="services">What the host offers.</param>
    /// <param name="settings">How the server was started.</param>
    /// <param name="home">Gives the path of the one repository of this server; null for a server of many, where calls name theirs.</param>
    public Workspaces(AuraServices services, ServerSettings settings, Func<CancellationToken, Task<string>>? home) =>
        (_services, _settings, _home) = (services, settings, home);

    /// <summary>Whether calls may name a repository.</summary>
    public bool AreMany => _home is null;

    /// <summary>Called when a graph changed.</summary>
    public event Action<CodeGraph>? Changed;

    /// <summary>Finds the repository that a call is about.</summary>
    /// <param name="reference">Path of a repository or id of a graph; null for the only one there is.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Workspace> FindAsync(string? reference, CancellationToken cancellationToken)
    {
        string path = _home is not null
            ? await _home(cancellationToken).ConfigureAwait(false)
            : await PathOfAsync(reference, cancellationToken).ConfigureAwait(false);
        return _workspaces.GetOrAdd(path, Make);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private Workspace Make(string path)
    {
        var workspace = new Workspace(_services, _settings, path, _stop.Token);
        workspace.Changed += graph => Changed?.Invoke(graph);
        return workspace;
    }

    private async Task<string> PathOfAsync(string? reference, CancellationToken cancellationToken)
    {
        if (reference is null)
        {
            var graphs = await _services.Graphs.ListAsync(null, _settings.Storage, cancellationToken).ConfigureAwait(false);
            string[] paths = [.. graphs.Select(g => g.Repository.Path).Distinct(StringComparer.Ordinal)];
            return paths switch
            {
                [var only] => only,
                [] => throw new ToolException("No repository is analysed yet: give 'repository', the path of one."),
                _ => throw new ToolException("There are several repositories: give 'repository', one of " + string.Join(", ", paths.Take(10)) + "."),
            };
        }
        try
        {
            return (await _services.Graphs.FindAsync(reference, _settings.Storage, cancellationToken).ConfigureAwait(false)).Repository.Path;
        }
        catch (GraphSelectionException) when (Path.IsPathFullyQualified(reference) && Directory.Exists(reference))
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(reference));
        }
    }
}
