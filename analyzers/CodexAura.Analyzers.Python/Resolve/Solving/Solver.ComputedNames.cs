using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Attributes under a name that nobody knows, but that one variable holds where they are written and where they are read:
/// setattr(self, name, f(self)), then return getattr(self, name). Decorators that keep a result, lazy attributes and descriptors are
/// written so. To the solver it is an attribute of its own.
/// </summary>
internal sealed partial class Solver
{
    private sealed class NamedBy
    {
        public List<Follower> Uses { get; } = [];
        public bool IsWritten { get; set; }
        public bool IsRead { get; set; }
    }

    /// <summary>Uses by the slot of the variable that holds the name.</summary>
    private readonly Dictionary<int, NamedBy> _namedBy = [];

    /// <param name="site">The arguments of getattr or setattr.</param>
    /// <param name="at">The place of the name among them.</param>
    /// <param name="op">The call.</param>
    /// <param name="activation">Its activation.</param>
    /// <param name="owner">The slot of the object.</param>
    /// <param name="result">Where what is read goes, or -1.</param>
    /// <param name="value">The slot of what is written, or -1.</param>
    private void PairNames(CallSite site, int at, int op, int activation, int owner, int result, int value)
    {
        var (_, operand, mapped) = site[at];
        // A name that is written down is looked up as such.
        if (mapped || operand < 0 || (result < 0 && value < 0)) return;
        int name = Map(activation, operand);
        if (!_namedBy.TryGetValue(name, out var uses)) _namedBy.Add(name, uses = new NamedBy());
        bool wasPaired = uses.IsWritten && uses.IsRead;
        var use = new Follower(FollowKind.Paired, result, owner, op, activation, value);
        uses.Uses.Add(use);
        if (value >= 0) uses.IsWritten = true;
        else uses.IsRead = true;
        if (!uses.IsWritten || !uses.IsRead) return;
        int own = _program.Name($"(named by {name})");
        foreach (var paired in wasPaired ? [use] : uses.Uses)
        {
            _followers.Add(paired with { Other = own });
            Listen(paired.Other, WatchKind.DynamicName, paired.Op, paired.Activation, _followers.Count - 1);
        }
    }
}
