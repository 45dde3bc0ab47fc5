namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Classes that were registered with an abstract one (PEP 3119): isinstance takes their instances for instances of it, though they inherit nothing.</summary>
internal sealed partial class Solver
{
    /// <summary>What a class was registered with.</summary>
    private readonly Dictionary<int, List<int>> _registeredWith = [];

    private void Register(int def, int with)
    {
        if (!_registeredWith.TryGetValue(def, out var all)) _registeredWith.Add(def, all = []);
        if (all.Contains(with)) return;
        all.Add(with);
        ReadmitRefused();
    }

    /// <summary>Whether instances of a class are instances of another, to isinstance.</summary>
    private bool IsOf(int def, int other)
    {
        if (_classes.IsSubclass(def, other)) return true;
        if (_registeredWith.Count == 0) return false;
        foreach (int up in _classes.Mro(def))
            if (_registeredWith.TryGetValue(up, out var all) && all.Exists(with => _classes.IsSubclass(with, other))) return true;
        return false;
    }
}
