namespace CodexAura.Composition;

/// <summary>Stable codes of what is wrong with a plugin. <c>docs/diagnostics.md</c> says for each what to do.</summary>
public static class PluginCodes
{
    /// <summary>The folder has no plugin.json.</summary>
    public const string ManifestMissing = "AURA1001";

    /// <summary>plugin.json is not JSON, or can't be read.</summary>
    public const string ManifestMalformed = "AURA1002";

    /// <summary>A property of plugin.json is missing or has a value that can't be used.</summary>
    public const string ManifestInvalid = "AURA1003";

    /// <summary>A plugin with the same id was found earlier.</summary>
    public const string DuplicateId = "AURA1004";

    /// <summary>The assembly that plugin.json names is not in the folder.</summary>
    public const string AssemblyMissing = "AURA1005";

    /// <summary>A folder that was named as a place of plugins is missing or can't be read.</summary>
    public const string FolderUnreadable = "AURA1006";

    /// <summary>The plugin is switched off.</summary>
    public const string SwitchedOff = "AURA1007";

    /// <summary>A plugin can't be installed or removed: it is no plugin, has files that can't be taken, or its place can't be written.</summary>
    public const string NotInstalled = "AURA1008";

    /// <summary>The file that says which plugins are switched off can't be read or written.</summary>
    public const string SwitchesUnreadable = "AURA1009";

    /// <summary>The folder was changed, replaced or removed while the plugin is in use; that takes effect when the host is started again.</summary>
    public const string RestartNeeded = "AURA1010";

    /// <summary>The manifest's SDK range leaves out the SDK of this host.</summary>
    public const string SdkOutOfRange = "AURA1101";

    /// <summary>The folder has a CodexAura.Sdk.dll of another major version.</summary>
    public const string ForeignSdk = "AURA1102";

    /// <summary>The assembly was built against a shared assembly that is newer than the host's.</summary>
    public const string SharedAssemblyTooOld = "AURA1103";

    /// <summary>Warning: the folder has a CodexAura.Sdk.dll of its own, which is not used.</summary>
    public const string PrivateSdk = "AURA1104";

    /// <summary>The file is not a .NET assembly.</summary>
    public const string NotAnAssembly = "AURA1201";

    /// <summary>An assembly or type that the plugin needs can't be loaded.</summary>
    public const string LoadFailed = "AURA1202";

    /// <summary>The assembly exports nothing.</summary>
    public const string NoExports = "AURA1203";

    /// <summary>Warning: plugin.json names a kind that the assembly doesn't export.</summary>
    public const string KindNotExported = "AURA1204";

    /// <summary>Warning: the assembly exports a kind that plugin.json doesn't name, which is therefore never used.</summary>
    public const string KindNotNamed = "AURA1205";

    /// <summary>A part imports something that neither the host nor the plugin has, or is declared in a way that MEF can't use.</summary>
    public const string ImportUnsatisfied = "AURA1301";

    /// <summary>The constructor of a part threw.</summary>
    public const string ConstructorThrew = "AURA1302";

    /// <summary>Making the parts took too long; they are left behind.</summary>
    public const string MadeTooLong = "AURA1303";

    /// <summary>The services or routes that a module adds to the server are left out: it threw, hung, or wants what is taken.</summary>
    public const string ModuleLeftOut = "AURA1304";
}
