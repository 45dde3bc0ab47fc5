namespace CodexAura.Engine.Scanning;

/// <summary>What a scan took of one folder that it listed: names, and what they are.</summary>
internal sealed class FolderListing
{
    /// <summary>See <see cref="FolderRecord"/>.</summary>
    public byte Flags { get; set; }

    /// <summary>Whether the names are all that there is to know; then it holds as long as the folder does not change.</summary>
    public bool IsWhole { get; set; } = true;

    public List<ListedFolder> Folders { get; } = [];

    public List<string> Files { get; } = [];

    public List<string> FileLinks { get; } = [];

    public List<string> FolderLinks { get; } = [];
}

/// <param name="Name">Its name.</param>
/// <param name="IsTakenByUser">Whether the user named it.</param>
internal sealed record ListedFolder(string Name, bool IsTakenByUser);
