namespace CodexAura.Sdk.Json;

/// <summary>Who last changed the lines of a node.</summary>
/// <param name="Commit">The newest commit among those that wrote its lines.</param>
/// <param name="Author">Name of that commit's author.</param>
/// <param name="Time">When it was written, in UTC.</param>
public sealed record NodeBlame(string Commit, string Author, DateTimeOffset Time);
