using System.CommandLine;
using CodexAura.Engine.Context;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Context;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura context</c></summary>
internal static class ContextCommand
{
    private const int LargestBudget = 10_000_000;
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Option<string[]> Files = new("--files") { Description = "Files to start from, separated by commas", HelpName = "PATHS" };
    private static readonly Option<string[]> Symbols = new("--symbols") { Description = "Names or ids of definitions to start from, separated by commas", HelpName = "NAMES" };
    private static readonly Option<string?> TaskOption = new("--task") { Description = "A task in plain words, such as the text of an issue; '-' reads it from standard input", HelpName = "TEXT" };
    private static readonly Option<int> Depth = SharedOptions.Number("--depth", "How many edges to follow", 2, 0, ContextPipeline.MaxDepth);
    private static readonly Option<int> MaxTokens = SharedOptions.Number("--max-tokens", "The most tokens that the text may have", 8000, 1, LargestBudget);
    private static readonly Option<string> FormatOption = Choice("--format", "How the text is written", "markdown", "xml", "json");
    private static readonly Option<string> Code = Choice("--code", "Whole code, signatures and docstrings, or names", "full", "signatures", "none");
    private static readonly Option<string?> Tokenizer = new("--tokenizer") { Description = "Tokenizer that counts (default o200k_base)", HelpName = "NAME" };
    private static readonly Option<string?> Plugin = new("--context-plugin") { Description = "Context plugin to ask; by default the one that is set ('codex-aura config'), else basic", HelpName = "NAME" };
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("context", "Say what to read for files, symbols or a task, within a budget of tokens")
        {
            Graph, Files, Symbols, TaskOption, Depth, MaxTokens, FormatOption, Code, Tokenizer, Plugin, Storage, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Files) is null && result.GetResult(Symbols) is null && result.GetResult(TaskOption) is null)
                result.AddError("Give --files, --symbols or --task: what is the context for?");
        });
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var provider = session.ContextProvider(parse.GetValue(Plugin));
        string? task = parse.GetValue(TaskOption);
        var request = new ContextRequest
        {
            Files = SharedOptions.Split(parse.GetValue(Files)),
            Symbols = SharedOptions.Split(parse.GetValue(Symbols)),
            Task = task == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : task,
            Depth = parse.GetValue(Depth),
            MaxTokens = parse.GetValue(MaxTokens),
            Format = Enum.Parse<ContextFormat>(parse.GetRequiredValue(FormatOption), ignoreCase: true),
            Code = Enum.Parse<CodeMode>(parse.GetRequiredValue(Code), ignoreCase: true),
            Tokenizer = parse.GetValue(Tokenizer),
        };
        var store = session.Store(parse.GetValue(Storage));
        var (info, graph) = await LoadedGraph.FindAsync(store, parse.GetRequiredValue(Graph), cancellationToken);
        var answer = await new ContextPipeline(provider).RunAsync(request, info, graph, store, cancellationToken);
        if (parse.GetValue(Json))
        {
            JsonOutput.Write(json => ContextJson.Write(json, answer));
            return;
        }
        foreach (string note in answer.Result.Notes) Console.Error.WriteLine(Format.Printable(note));
        Consoles.Out.Write(answer.Result.Text);
        Console.Error.WriteLine($"{Format.Count(answer.Result.Items.Count, "item", "items")}, {Format.Number(answer.Result.TotalTokens)} of {Format.Number(request.MaxTokens)} tokens");
    }

    private static Option<string> Choice(string name, string description, params string[] values) => new Option<string>(name)
    {
        Description = description,
        DefaultValueFactory = _ => values[0],
    }.AcceptOnlyFromAmong(values);
}
