using Spectre.Console;

namespace CodexAura.Host.Hosting;

/// <summary>
/// Standard output and standard error for text. Colours only on a terminal; elsewhere plain text in lines of any length, so that
/// programs can read it.
/// </summary>
internal static class Consoles
{
    private const int NoWrapping = 10_000;
    private static readonly TextWriter StandardOutput = Console.IsOutputRedirected ? Plain() : Console.Out;

    public static IAnsiConsole Output => Ansi.Output.Value;

    /// <summary>Standard output, for plain text.</summary>
    public static TextWriter Out => StandardOutput;

    /// <summary>
    /// Keeps standard output for results: what a plugin writes to <see cref="Console.Out"/> goes to standard error from here on. It
    /// would else stand in the middle of a graph, or of the messages of MCP.
    /// </summary>
    public static void KeepOutputForResults()
    {
        // Reading it makes sure that the real one was noted before it is replaced.
        _ = StandardOutput;
        Console.SetOut(new ErrorWriter());
    }

    public static IAnsiConsole Error => Ansi.Error.Value;

    public static bool OutputIsTerminal => !Console.IsOutputRedirected;

    public static bool ErrorIsTerminal => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Columns to lay text out in: those of the terminal up to 100, 80 elsewhere.</summary>
    public static int LayoutWidth => OutputIsTerminal ? Math.Clamp(Output.Profile.Width, 40, 100) : 80;

    /// <summary>What <see cref="Console.Out"/> is where it is no terminal, without what it looks at to find that out.</summary>
    private static TextWriter Plain()
    {
        var encoding = Console.OutputEncoding;
        // A mark of byte order would be part of the result.
        if (encoding.Preamble.Length > 0) return Console.Out;
        return TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 256) { AutoFlush = true });
    }

    private static IAnsiConsole Make(TextWriter writer, bool redirected)
    {
        bool plain = redirected || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            // Build servers would turn colours on for output that goes into a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (plain) console.Profile.Width = NoWrapping;
        return console;
    }

    // A class of its own, so that the library is loaded only where something of it is shown.
    private static class Ansi
    {
        public static readonly Lazy<IAnsiConsole> Output = new(() => Make(StandardOutput, Console.IsOutputRedirected));
        public static readonly Lazy<IAnsiConsole> Error = new(() => Make(Console.Error, Console.IsErrorRedirected));
    }
}
