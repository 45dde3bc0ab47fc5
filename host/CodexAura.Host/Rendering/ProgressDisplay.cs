using System.Diagnostics;
using CodexAura.Engine.Analysis;
using CodexAura.Host.Hosting;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Shows how far an analysis is, on standard error: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public static Task<T> RunAsync<T>(bool quiet, Func<IProgress<AnalysisProgress>?, Task<T>> work)
    {
        if (quiet) return work(null);
        return Consoles.ErrorIsTerminal ? WithBarAsync(work) : work(new Lines());
    }

    private static Task<T> WithBarAsync<T>(Func<IProgress<AnalysisProgress>?, Task<T>> work) =>
        Consoles.Error.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("starting", maxValue: 1))));

    private static string Describe(AnalysisProgress progress) => progress.Phase switch
    {
        AnalysisPhase.Scan => "looking for files",
        AnalysisPhase.Extract when progress.Total > 0 => $"reading {Format.Count(progress.Total, "file", "files")}",
        AnalysisPhase.Extract => "reading files",
        AnalysisPhase.Resolve => "resolving references",
        _ => "storing the graph",
    };

    private sealed class Bar(ProgressTask task) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value)
        {
            // A file more changes nothing to be seen in a bar of forty characters.
            if (value.Done % 16 != 0 && value.Done != value.Total) return;
            task.IsIndeterminate = value.Total == 0;
            task.Description = Describe(value).PadRight(20);
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }

    private sealed class Lines : IProgress<AnalysisProgress>
    {
        private long _last = Stopwatch.GetTimestamp();

        public void Report(AnalysisProgress value)
        {
            long last = Volatile.Read(ref _last);
            if (Stopwatch.GetElapsedTime(last) < BetweenLines) return;
            if (Interlocked.CompareExchange(ref _last, Stopwatch.GetTimestamp(), last) != last) return;
            string count = value.Total > 0 ? $" ({Format.Percent(value.Done, value.Total)})" : "";
            Console.Error.WriteLine($"{Describe(value)}{count}");
        }
    }
}
