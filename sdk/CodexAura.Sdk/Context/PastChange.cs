namespace CodexAura.Sdk.Context;

/// <summary>A change that was made to the repository before the analysed commit.</summary>
/// <param name="Message">What its author said of it.</param>
/// <param name="Files">Paths of the files that it changed, relative to the root.</param>
public sealed record PastChange(string Message, IReadOnlyList<string> Files);

/// <summary>Tells how a repository came to be what it is.</summary>
public interface IChangeHistory
{
    /// <summary>The changes that led to the analysed commit, that one included, newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Nothing where there is no history to read.</returns>
    Task<IReadOnlyList<PastChange>> ReadAsync(int limit, CancellationToken cancellationToken = default);
}
