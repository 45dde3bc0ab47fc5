namespace CodexAura.Plugins.Mcp;

/// <summary>A call can't be answered as it stands. The agent sees the message as a tool error: it says what to do instead.</summary>
internal sealed class ToolException(string message) : Exception(message);
