using System.Reflection;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Prompts;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Plugins.Mcp.Resources;
using CodexAura.Plugins.Mcp.Tools;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Server;

/// <summary>Puts the server together: the same for standard input and output and for HTTP.</summary>
internal sealed class AuraServer
{
    /// <summary>Given to every agent with its session: so short.</summary>
    private const string Instructions =
        "Codex Aura knows this repository as a graph of files, classes and functions: who imports, calls and extends whom, always brought up to date before an answer. "
        + "New task: get_context with the issue's text. Where is X: find_symbol. Who uses X: get_dependencies. Before changing X, and after editing: analyze_impact, which also names the tests to run. "
        + "Reading one definition: read_symbol. New repository: graph_overview. Use grep for text that is no symbol: strings, comments, configuration. "
        + "Answers keep within max_tokens, say what was left out, and mark what is [inferred] or a [guess].";

    private readonly ToolSet _textTools;
    private readonly AuraServices _services;
    private readonly ServerSettings _settings;
    private readonly Workspaces _workspaces;
    private readonly Completions _completions;
    private readonly McpServerResourceCollection _resources = [];

    public AuraServer(AuraServices services, ServerSettings settings, Workspaces workspaces)
    {
        (_services, _settings, _workspaces) = (services, settings, workspaces);
        _textTools = new ToolSet(services, settings, workspaces, AnswerForm.Text);
        _completions = new Completions(services, workspaces);
        _resources.Add(new OverviewResource(_textTools));
        _resources.Add(new FolderResource(_textTools));
        _resources.Add(new NodeResource(_textTools));
        if (!workspaces.AreMany) _ = new PackageList(workspaces, _resources, _textTools);
    }

    /// <summary>Fills in what a session is made of.</summary>
    /// <param name="options">The options of the session.</param>
    /// <param name="form">In which form its answers are; null as the server was started.</param>
    public void Configure(McpServerOptions options, AnswerForm? form = null)
    {
        options.ServerInfo = new Implementation
        {
            Name = "codex-aura",
            Title = "Codex Aura",
            Version = typeof(AuraServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            Description = "Ask the code graph of a repository instead of searching its text.",
        };
        options.ServerInstructions = Instructions;
        options.ToolCollection = [.. new ToolSet(_services, _settings, _workspaces, form ?? _settings.Form).All];
        options.ResourceCollection = _resources;
        options.PromptCollection = [.. AuraPrompt.All(_textTools)];
        options.Handlers.CompleteHandler = _completions.HandleAsync;
    }
}
