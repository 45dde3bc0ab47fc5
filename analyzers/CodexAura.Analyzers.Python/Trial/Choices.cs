namespace CodexAura.Analyzers.Python.Trial;

/// <summary>
/// The answers to questions that only the outside could answer, in the order in which a run asks them. A run is the same as the one before up to
/// where its answers differ, so that all ways are gone by running again with the next answers until there are none.
/// </summary>
internal sealed class Choices
{
    /// <summary>Yes is said no more often than this to one place in a run, so that loops end.</summary>
    private const int MaxRepeats = 2;

    private readonly List<bool> _answers = [];
    private readonly Dictionary<(int, int), int> _yes = [];
    private int _asked;

    /// <param name="owner">Whose code asks.</param>
    /// <param name="place">Which part of the code; not its line, as a run is the same however the lines are broken.</param>
    public bool Ask(int owner, int place)
    {
        if (_yes.GetValueOrDefault((owner, place)) >= MaxRepeats) return false;
        if (_asked == _answers.Count) _answers.Add(false);
        bool answer = _answers[_asked++];
        if (answer) _yes[(owner, place)] = _yes.GetValueOrDefault((owner, place)) + 1;
        return answer;
    }

    /// <summary>Goes on to the next answers.</summary>
    /// <returns>False when all were given.</returns>
    public bool Next()
    {
        _answers.RemoveRange(_asked, _answers.Count - _asked);
        while (_answers.Count > 0 && _answers[^1]) _answers.RemoveAt(_answers.Count - 1);
        if (_answers.Count == 0) return false;
        _answers[^1] = true;
        _asked = 0;
        _yes.Clear();
        return true;
    }
}
