using NuGet.Versioning;

namespace CodexAura.Composition.Tests;

public sealed class SdkVersionTests
{
    [Theory]
    [InlineData("[0.1,1.0)", "0.1.0", true)]
    [InlineData("[0.1,1.0)", "0.9.3", true)]
    [InlineData("[0.1,1.0)", "1.0.0", false)]
    [InlineData("[0.1,1.0)", "1.0.0-beta.1", false)]
    [InlineData("[0.1,1.0)", "0.1.0-beta.1", true)]
    [InlineData("[1.0,2.0)", "1.0.0-beta.1", true)]
    [InlineData("0.2", "0.1.0", false)]
    [InlineData("0.2", "3.0.0", true)]
    [InlineData("[0.1.5]", "0.1.5", true)]
    public void A_preview_counts_as_the_release_it_leads_to(string range, string sdk, bool works)
    {
        Assert.Equal(works, SdkVersion.IsIn(VersionRange.Parse(range), NuGetVersion.Parse(sdk)));
    }

    [Fact]
    public void The_current_version_is_that_of_the_package()
    {
        Assert.True(SdkVersion.Current > new NuGetVersion(0, 0, 1), $"The SDK says it is {SdkVersion.Current}.");
    }
}
