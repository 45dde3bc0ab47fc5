using CodexAura.Engine.Backtesting;
using Spectre.Console;

namespace CodexAura.Host.Rendering;

/// <summary>Prints what a backtest found.</summary>
internal static class BacktestView
{
    public static void Write(IAnsiConsole console, BacktestReport report)
    {
        console.WriteLine($"{Format.Count(report.Commits, "commit", "commits")} replayed, each with the graph of its parent.");
        console.WriteLine();
        console.MarkupLine($"[bold]Predicting the rest of a commit from one of its files[/]  [grey]{Format.Count(report.Queries, "query", "queries")} from {Format.Count(report.PredictedCommits, "commit", "commits")} of two or more known files[/]");
        if (report.Queries == 0) console.WriteLine("  no such commit, so nothing to predict");
        else
        {
            var table = new TextTable(2, new("predictor"), new("answered", Right: true), new("recall@5", Right: true), new("recall@10", Right: true),
                new("recall", Right: true), new("precision@5", Right: true), new("MRR", Right: true));
            foreach (var p in report.Predictors)
                table.Row(p.Name, Format.Decimal(p.Answered), Format.Decimal(p.RecallAt5), Format.Decimal(p.RecallAt10), Format.Decimal(p.Recall), Format.Decimal(p.PrecisionAt5), Format.Decimal(p.MeanReciprocalRank));
            table.Write(console, null);
        }
        console.WriteLine();
        console.MarkupLine($"[bold]Risk, and what was fixed or reverted later[/]  [grey]{report.LaterFixed} of {Format.Count(report.RatedCommits, "commit", "commits")}[/]");
        var levels = new TextTable(2, new("risk"), new("commits", Right: true), new("fixed later", Right: true), new("share", Right: true));
        foreach (var level in report.Levels)
            levels.Row(JsonFormat.Word(level.Level), Format.Number(level.Commits), Format.Number(level.LaterFixed), Format.Percent(level.LaterFixed, level.Commits));
        if (report.Levels.Count > 0) levels.Write(console, null);
        if (report.RiskAuc is { } risk && report.LinesAuc is { } lines)
            console.WriteLine($"  AUC of the risk score {Format.Decimal(risk)}, of the number of changed lines {Format.Decimal(lines)} (0.50 is chance)");
    }

    public static void WriteJson(BacktestReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("commits", report.Commits);
        json.WriteNumber("predicted_commits", report.PredictedCommits);
        json.WriteNumber("queries", report.Queries);
        json.WriteStartArray("predictors");
        foreach (var p in report.Predictors)
        {
            json.WriteStartObject();
            json.WriteString("name", p.Name);
            json.WriteNumber("answered", Math.Round(p.Answered, 4));
            json.WriteNumber("recall_at_5", Math.Round(p.RecallAt5, 4));
            json.WriteNumber("recall_at_10", Math.Round(p.RecallAt10, 4));
            json.WriteNumber("recall", Math.Round(p.Recall, 4));
            json.WriteNumber("precision_at_5", Math.Round(p.PrecisionAt5, 4));
            json.WriteNumber("mean_reciprocal_rank", Math.Round(p.MeanReciprocalRank, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("rated_commits", report.RatedCommits);
        json.WriteNumber("later_fixed", report.LaterFixed);
        json.WriteStartArray("levels");
        foreach (var level in report.Levels)
        {
            json.WriteStartObject();
            json.WriteString("level", JsonFormat.Word(level.Level));
            json.WriteNumber("commits", level.Commits);
            json.WriteNumber("later_fixed", level.LaterFixed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteOptional(json, "risk_auc", report.RiskAuc);
        WriteOptional(json, "lines_auc", report.LinesAuc);
        json.WriteStartArray("rated");
        foreach (var commit in report.Rated)
        {
            json.WriteStartObject();
            json.WriteString("commit", commit.Hash);
            json.WriteString("level", JsonFormat.Word(commit.Risk.Level));
            json.WriteNumber("score", Math.Round(commit.Risk.Score, 4));
            json.WriteNumber("lines", commit.Lines);
            json.WriteBoolean("later_fixed", commit.LaterFixed);
            json.WriteStartObject("parts");
            foreach (var part in commit.Risk.Parts) json.WriteNumber(part.Name, part.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteOptional(System.Text.Json.Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Math.Round(number, 4));
        else json.WriteNull(name);
    }
}
