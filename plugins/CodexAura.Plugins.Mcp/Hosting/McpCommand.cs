using System.CommandLine;
using System.CommandLine.Invocation;
using System.Composition;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Hosting;
using CodexAura.Sdk.Services;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Mcp.Hosting;

/// <summary><c>codex-aura mcp</c>: the server on standard input and output.</summary>
[ExportHostCommand("mcp", "Model Context Protocol server on standard input and output, for coding agents"), Shared]
[method: ImportingConstructor]
public sealed class McpCommand(IAnalysisService analysis, IGraphService graphs, IContextService context, IImpactService impact, TimeProvider time, ILoggerFactory loggers)
    : IHostCommand
{
    private const int WrongUsage = 2;

    /// <inheritdoc/>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var path = new Argument<string?>("path") { Description = "The repository; by default the one around the current folder", Arity = ArgumentArity.ZeroOrOne };
        var storage = new Option<string?>("--storage") { Description = "Name of the store; by default CODEX_AURA_STORAGE, else sqlite", HelpName = "NAME" };
        var maxTokens = new Option<int>("--max-tokens") { Description = "The most tokens of an answer, where a call does not say", HelpName = "N", DefaultValueFactory = _ => new ServerSettings().MaxTokens };
        var answers = new Option<string>("--answers")
        {
            Description = "text: for models; structured: for programs; both: both, within one budget", DefaultValueFactory = _ => "both",
        }.AcceptOnlyFromAmong("both", "text", "structured");
        var exclude = new Option<string[]>("--exclude") { Description = "Leave files out, in the syntax of .gitignore; may be repeated", HelpName = "GLOB" };
        // An unknown option would be taken for a path.
        path.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value.StartsWith('-')) result.AddError($"There is no option '{result.Tokens[0].Value}'.");
        });
        maxTokens.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && value is < 200 or > 100_000)
                result.AddError("--max-tokens must be between 200 and 100000.");
        });
        // The program's own name stands before the command's in what is printed.
        var command = new Command("mcp", "Model Context Protocol server on standard input and output, for coding agents") { path, storage, maxTokens, answers, exclude };
        command.SetAction((parse, token) => ServeAsync(parse.GetValue(path), new ServerSettings
        {
            Storage = parse.GetValue(storage),
            MaxTokens = parse.GetValue(maxTokens),
            Form = Enum.Parse<AnswerForm>(parse.GetRequiredValue(answers), ignoreCase: true),
            Exclude = parse.GetValue(exclude) ?? [],
        }, token));
        var parse = new RootCommand { command }.Parse(["mcp", .. arguments], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction)
        {
            foreach (var error in parse.Errors) await Console.Error.WriteLineAsync($"error: {error.Message}").ConfigureAwait(false);
            await Console.Error.WriteLineAsync("'codex-aura mcp --help' shows what can be given.").ConfigureAwait(false);
            return WrongUsage;
        }
        return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken).ConfigureAwait(false);
    }

    private Task<int> ServeAsync(string? path, ServerSettings settings, CancellationToken cancellationToken) =>
        StdioServer.RunAsync(path, new AuraServices(analysis, graphs, context, impact, time, loggers), settings, cancellationToken);
}
