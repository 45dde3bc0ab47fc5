namespace CodexAura.Engine.Tests.Support;

/// <summary>A clock that is ahead of that of the file system, or behind.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    /// <summary>What was written just now counts as written long ago.</summary>
    public static TimeProvider Later { get; } = new ShiftedTime(TimeSpan.FromSeconds(10));

    /// <summary>Waits until the clock of the file system has moved on: most move every four milliseconds, some every ten.</summary>
    public static void Tick() => Thread.Sleep(15);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
