using System.Composition;
using CodexAura.Sdk.Analysis;
using Microsoft.Extensions.Logging;

namespace CodexAura.TestPlugins;

/// <summary>Takes services of the host and a part of its own, and says in its version that it got them.</summary>
[ExportAnalyzer("good", ".good", ".gd")]
[Shared]
[method: ImportingConstructor]
public sealed class GoodAnalyzer(ILogger<GoodAnalyzer> logger, ILoggerFactory loggerFactory, TimeProvider time, Helper helper) : StubAnalyzer
{
    public override string FactsVersion
    {
        get
        {
            logger.LogInformation("asked for the version");
            loggerFactory.CreateLogger("GoodAnalyzer.Factory").LogInformation("asked through the factory");
            return $"{helper.Name} at {time.GetUtcNow().Year}";
        }
    }
}

[Export]
[Shared]
public sealed class Helper
{
    public string Name => "helped";
}
