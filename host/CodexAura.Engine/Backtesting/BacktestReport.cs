using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Backtesting;

/// <summary>What to replay.</summary>
public sealed record BacktestRequest
{
    /// <summary>A git repository, with or without a work tree.</summary>
    public required string Path { get; init; }

    /// <summary>How many commits to look at, the newest first; merges are not counted.</summary>
    public int Commits { get; init; } = 200;

    /// <summary>The newest commit to look at. Later ones still tell what was fixed.</summary>
    public string Until { get; init; } = "HEAD";

    /// <summary>Commits that change more files than this are left out of the prediction.</summary>
    public int LargestCommit { get; init; } = 20;
}

/// <summary>How well impact would have foretold a repository's history.</summary>
/// <param name="Commits">Commits that were replayed.</param>
/// <param name="PredictedCommits">Those with two or more known files, of which each was predicted from each other.</param>
/// <param name="Queries">Predictions made: one for each file of those commits.</param>
/// <param name="Predictors">The analyzer and what it is compared with.</param>
/// <param name="RatedCommits">Commits that changed known code other than tests, and so have a risk.</param>
/// <param name="LaterFixed">How many of those were fixed or reverted later.</param>
/// <param name="Levels">The commits of each risk level.</param>
/// <param name="RiskAuc">Chance that a commit that was fixed later has a higher risk than one that was not; null without both kinds.</param>
/// <param name="LinesAuc">The same for the number of changed lines, to compare with.</param>
/// <param name="Rated">The commits that have a risk, oldest first.</param>
public sealed record BacktestReport(
    int Commits, int PredictedCommits, int Queries, IReadOnlyList<PredictorFigures> Predictors,
    int RatedCommits, int LaterFixed, IReadOnlyList<LevelFigures> Levels, double? RiskAuc, double? LinesAuc,
    IReadOnlyList<CommitFigures> Rated);

/// <summary>One commit, and what became of it.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Risk">The risk it would have been given.</param>
/// <param name="Lines">Lines added and removed.</param>
/// <param name="LaterFixed">Whether it was fixed or reverted later.</param>
public sealed record CommitFigures(string Hash, RiskAssessment Risk, int Lines, bool LaterFixed);

/// <summary>How well one way of predicting did.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Answered">Share of the queries for which it named any file.</param>
/// <param name="RecallAt5">Share of the other changed files that are among its first 5, the mean over commits.</param>
/// <param name="RecallAt10">The same for 10.</param>
/// <param name="Recall">The same for all that it names.</param>
/// <param name="PrecisionAt5">Share of its first 5 that did change.</param>
/// <param name="MeanReciprocalRank">Mean of 1 / the place of the first file that did change.</param>
public sealed record PredictorFigures(
    string Name, double Answered, double RecallAt5, double RecallAt10, double Recall, double PrecisionAt5, double MeanReciprocalRank);

/// <summary>The commits of one risk level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Commits">How many there are.</param>
/// <param name="LaterFixed">How many of them were fixed or reverted later.</param>
public sealed record LevelFigures(RiskLevel Level, int Commits, int LaterFixed);
