using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

internal enum ScopeKind
{
    Module,
    Function,
    Class,

    /// <summary>A comprehension: its own names, but read in line with the code around it.</summary>
    Comprehension,
}

/// <summary>
/// A scope while its body is read: which names it binds, and which slot each stands for at this point of the text. Branches
/// record what they change in <see cref="Log"/>, so that a join costs as much as was changed, not as much as there are names.
/// </summary>
/// <remarks>A scope is used again for another function once its own and those inside it were read: memory that is fresh costs more than all else here.</remarks>
internal sealed class Scope
{
    public const int Unbound = Slots.None;

    public ScopeKind Kind { get; private set; }
    public Scope? Parent { get; private set; }
    public int Def { get; private set; }

    /// <summary>The syntax node of the module or function.</summary>
    public int Node { get; private set; }

    /// <summary>Begins, as if it were new.</summary>
    public Scope Start(ScopeKind kind, Scope? parent, int def, int node = 0, bool dead = false)
    {
        (Kind, Parent, Def, Node, Dead) = (kind, parent, def, node, dead);
        (Captured, Globals, Nonlocals) = (null, null, null);
        (Calls, Epoch, SharedBase, HasNested, Decisions) = (0, 0, Unbound, false, 0);
        Variables.Clear();
        Names.Clear();
        Bindings.Clear();
        Attributes.Clear();
        StoredAttributes.Clear();
        Visible.Clear();
        SharedWrites.Clear();
        BoundOtherwise.Clear();
        Defined.Clear();
        Log.Clear();
        Tries.Clear();
        Loops.Clear();
        Pending.Clear();
        (Env, CallsAtBinding, EpochAtBinding) = ([], [], []);
        return this;
    }

    /// <summary>Names that functions inside mention; null until asked.</summary>
    public HashSet<int>? Captured { get; set; }

    /// <summary>Name (file string) to variable number.</summary>
    public Dictionary<int, int> Variables { get; } = [];
    public List<int> Names { get; } = [];

    /// <summary>Places where names are bound, ascending: which variables a loop changes is a range of this list.</summary>
    public List<(int Position, int Variable)> Bindings { get; } = [];

    /// <summary>(slot of the object, name) to a variable of its own, numbered after the names; see FileExtractor.Attributes.</summary>
    public Dictionary<(int Object, int Name), int> Attributes { get; } = [];

    /// <summary>Slots that are known of attributes because they were stored there.</summary>
    public HashSet<int> StoredAttributes { get; } = [];

    /// <summary>The variable of an attribute, made where there is none yet.</summary>
    public int Attribute(int @object, int name)
    {
        if (Attributes.TryGetValue((@object, name), out int variable)) return variable;
        variable = Names.Count + Attributes.Count;
        if (variable >= Env.Length)
        {
            int length = Env.Length;
            var env = Env;
            Array.Resize(ref env, Math.Max(variable + 1, length + 8));
            Env = env;
            Array.Fill(Env, Unbound, length, Env.Length - length);
        }
        Attributes.Add((@object, name), variable);
        return variable;
    }

    /// <summary>Names declared global or nonlocal here.</summary>
    public HashSet<int>? Globals { get; set; }
    public HashSet<int>? Nonlocals { get; set; }

    /// <summary>The slot of each variable now.</summary>
    public int[] Env { get; set; } = [];

    /// <summary>Slots each variable had that other scopes may have seen.</summary>
    public List<(int Variable, int Slot)> Visible { get; } = [];

    /// <summary>Number of calls read so far, and at each variable's last binding: a value that no call could see is not visible.</summary>
    public int Calls { get; set; }
    public int[] CallsAtBinding { get; set; } = [];

    /// <summary>Goes up wherever other code may have run or control comes from elsewhere; and its value at each variable's last binding.</summary>
    public int Epoch { get; set; }
    public int[] EpochAtBinding { get; set; } = [];

    /// <summary>Variables written by other scopes through global or nonlocal: read through the shared slot unless just bound.</summary>
    public HashSet<int> SharedWrites { get; } = [];

    /// <summary>Variables bound by anything but a definition or an import.</summary>
    public HashSet<int> BoundOtherwise { get; } = [];

    /// <summary>Variables bound by a def or class statement.</summary>
    public HashSet<int> Defined { get; } = [];

    /// <summary>First of the slots through which other scopes see the variables; Unbound when no other scope can.</summary>
    public int SharedBase { get; set; } = Unbound;

    /// <summary>(variable, former slot), newest last.</summary>
    public List<(int Variable, int Slot)> Log { get; } = [];
    public List<TryFrame> Tries { get; } = [];
    public List<LoopFrame> Loops { get; } = [];

    /// <summary>Functions or lambdas stand inside, which may see the variables.</summary>
    public bool HasNested { get; set; }

    /// <summary>Decision points so far, for McCabe's complexity.</summary>
    public int Decisions { get; set; }

    /// <summary>Nothing after this point is reached.</summary>
    public bool Dead { get; set; }
    public List<PendingFunction> Pending { get; } = [];

    /// <summary>Tables that one huge function filled would have to be cleared for each small one.</summary>
    public bool IsSmall => Names.Count + Attributes.Count < 256;

    public int Shared(int variable) => SharedBase + variable;

    public int Declare(int name)
    {
        if (!Variables.TryGetValue(name, out int variable))
        {
            variable = Variables.Count;
            Variables.Add(name, variable);
            Names.Add(name);
        }
        return variable;
    }
}

/// <summary>While a try body is read: where its bindings are gathered for the handlers.</summary>
internal sealed record TryFrame(Dictionary<int, int> HandlerSlots);

/// <summary>While a loop is read.</summary>
internal sealed class LoopFrame
{
    /// <summary>For each variable bound in the loop, the slot in which values of the turns meet, and the one of those at a break.</summary>
    public List<(int Variable, int Meet, int Exit)> Slots { get; } = [];

    /// <summary>Length of the scope's log where the loop starts.</summary>
    public required int Mark { get; init; }

    /// <summary>Its condition is always true: only break leads out.</summary>
    public bool Endless { get; set; }

    /// <summary>A break of it is reached.</summary>
    public bool Broken { get; set; }
}

/// <summary>A function whose body is read after the scope around it.</summary>
internal readonly record struct PendingFunction(int Def, int Node, Scope Scope);
