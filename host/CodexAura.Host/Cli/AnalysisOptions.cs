using System.CommandLine;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Scanning;

namespace CodexAura.Host.Cli;

/// <summary>What the commands that analyse have in common: which repository, which part of it, and how.</summary>
internal static class AnalysisOptions
{
    public static readonly Argument<string> Path = new("path") { Description = "Folder of the repository" };
    public static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<string[]> EdgeTypes = SharedOptions.EdgeTypes();
    private static readonly Option<string[]> Exclude = new("--exclude") { Description = "Leave out files and folders that match, as in .gitignore; '!PATTERN' takes in what would be left out; repeatable", HelpName = "GLOB" };
    private static readonly Option<string[]> Paths = new("--paths") { Description = "Only these folders and files of the repository, such as services/shop libs", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> MaxFileSize = SharedOptions.Number("--max-file-size", "Leave out files of more than N MiB", (int)(ScanOptions.DefaultMaxFileSize >> 20), 1, 1024);
    private static readonly Option<int> Threads = SharedOptions.Number("--threads", "Files read at once", Environment.ProcessorCount, 1, 1024);

    /// <summary>What is analysed, and how.</summary>
    public static IReadOnlyList<Option> Selection { get; } = [EdgeTypes, Exclude, Paths, MaxFileSize, Threads];

    public static AnalysisRequest Request(ParseResult parse) => new()
    {
        Path = parse.GetRequiredValue(Path),
        Exclude = parse.GetValue(Exclude) ?? [],
        Paths = parse.GetValue(Paths) ?? [],
        EdgeTypes = SharedOptions.Split(parse.GetValue(EdgeTypes)),
        MaxFileSize = (long)parse.GetValue(MaxFileSize) << 20,
        Threads = parse.GetValue(Threads),
    };
}
