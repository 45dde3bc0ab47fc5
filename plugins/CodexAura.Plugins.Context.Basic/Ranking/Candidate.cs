namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>A node that may go into the answer.</summary>
/// <param name="Node">Its number.</param>
/// <param name="Relevance">0 to 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Requested">Whether it was asked for by name: then even a whole file is shown where it fits.</param>
internal sealed record Candidate(int Node, double Relevance, string Reason, bool Requested);
