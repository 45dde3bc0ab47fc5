namespace CodexAura.TestPlugins;

/// <summary>An analyzer whose author forgot the attribute.</summary>
public sealed class ForgottenAnalyzer : StubAnalyzer;
