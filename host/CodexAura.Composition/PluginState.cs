namespace CodexAura.Composition;

/// <summary>How far a plugin got.</summary>
public enum PluginState
{
    /// <summary>Its manifest was read; nothing was loaded yet.</summary>
    Discovered,

    /// <summary>It is meant for another version of the SDK; nothing of it was loaded.</summary>
    Incompatible,

    /// <summary>It can't be read, loaded or created.</summary>
    Failed,

    /// <summary>Its exports are there to be used.</summary>
    Active,

    /// <summary>It was left out on purpose.</summary>
    Disabled,
}
