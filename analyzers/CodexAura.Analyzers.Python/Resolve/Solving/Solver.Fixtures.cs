using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// pytest's fixtures: a parameter of a test or fixture that nothing calls is given what the fixture of that name gives, the nearest
/// one: of the class, of the file, of the conftest.py files from the file's folder upwards.
/// </summary>
internal sealed partial class Solver
{
    private readonly List<(int User, int Fixture)> _fixtureUses = [];

    /// <summary>Tests and fixtures, and the fixtures that are run for them.</summary>
    public IReadOnlyList<(int User, int Fixture)> FixtureUses => _fixtureUses;

    private void LinkFixtures()
    {
        var fixtures = new Dictionary<int, List<int>>();
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var defs = _program.Units[f].Defs;
            for (int d = 1; d < defs.Length; d++)
            {
                if (((DefFlags)defs[d].Flags & DefFlags.Fixture) == 0) continue;
                int name = _program.Name(f, defs[d].Name);
                if (!fixtures.TryGetValue(name, out var list)) fixtures.Add(name, list = []);
                list.Add(_program.DefBase[f] + d);
            }
        }
        if (fixtures.Count == 0) return;
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var unit = _program.Units[f];
            for (int d = 1; d < unit.DefCount; d++)
            {
                ref readonly var def = ref unit.Defs[d];
                bool isFixture = ((DefFlags)def.Flags & DefFlags.Fixture) != 0;
                if (def.Kind != (int)DefKind.Function || def.ParamCount == 0 || (!isFixture && !IsTest(f, def))) continue;
                int user = _program.DefBase[f] + d;
                foreach (ref readonly var parameter in unit.Params.Slice(def.ParamStart, def.ParamCount))
                    if (fixtures.TryGetValue(_program.Name(f, parameter.Name), out var candidates) && Nearest(f, user, candidates) is >= 0 and var fixture)
                    {
                        _fixtureUses.Add((user, fixture));
                        GiveFixture(fixture, Map(f, parameter.Slot));
                    }
            }
        }
    }

    private bool IsTest(int file, in DefRecord def) =>
        _program.NameBytes(_program.Name(file, def.Name)).StartsWith("test"u8);

    private int Nearest(int file, int user, List<int> candidates)
    {
        int best = -1, bestRank = -1;
        string path = _program.Units[file].Path;
        foreach (int fixture in candidates)
        {
            if (fixture == user) continue;
            int home = _program.FileOfDef[fixture], rank = -1;
            string at = _program.Units[home].Path;
            int slash = at.LastIndexOf('/') + 1;
            if (home == file)
            {
                int own = _program.Def(user).Class, of = _program.Def(fixture).Class;
                rank = of < 0 ? 100_000 : of == own ? 200_000 : -1;
            }
            else if (at.AsSpan(slash) is "conftest.py" && path.StartsWith(at[..slash], StringComparison.Ordinal)) rank = slash;
            if (rank > bestRank) (best, bestRank) = (fixture, rank);
        }
        return best;
    }

    /// <summary>What a fixture returns, or yields.</summary>
    private void GiveFixture(int fixture, int slot)
    {
        int file = _program.FileOfDef[fixture];
        ref readonly var def = ref _program.Def(fixture);
        bool yields = ((DefFlags)def.Flags & DefFlags.Generator) != 0;
        if (!yields) PassWhole(def, fixture, file, slot);
        else if (def.YieldSlot != Slots.None) _slots.AddEdge(Map(file, def.YieldSlot), slot);
        if (!yields && def.ReturnAnnotation != Slots.None) _slots.AddEdge(Map(file, def.ReturnAnnotation), slot);
    }
}
