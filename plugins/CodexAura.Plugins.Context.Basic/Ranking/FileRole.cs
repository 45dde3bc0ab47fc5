using System.Text.RegularExpressions;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>What a file is for, told by its path.</summary>
internal enum FileRole
{
    /// <summary>The product itself.</summary>
    Source,

    /// <summary>Tests.</summary>
    Test,

    /// <summary>Documentation, examples, benchmarks, scripts around the product.</summary>
    Support,

    /// <summary>Somebody else's code that was copied in.</summary>
    Vendored,
}

/// <summary>Tells what files are for.</summary>
internal static partial class FileRoles
{
    public static FileRole Of(string path) =>
        Vendored().IsMatch(path) ? FileRole.Vendored
        : Test().IsMatch(path) ? FileRole.Test
        : Support().IsMatch(path) ? FileRole.Support
        : FileRole.Source;

    // A folder `testing` or `tests` inside a package; a product's own `pytest` or `_pytest` is none.
    [GeneratedRegex(@"(?:^|/)(?:tests?|testing|test_\w+|\w+_tests?|testdata|fixtures)/|(?:^|/)(?:test_[^/]*|[^/]*_tests?|conftest|tests?)\.\w+$", RegexOptions.IgnoreCase)]
    private static partial Regex Test();

    [GeneratedRegex(@"(?:^|/)(?:docs?|examples?|samples?|benchmarks?|asv_bench|bench|tutorials?|demos?|scripts?|bin|release|tools?|extras?|maintenance|ci)/|(?:^|/)(?:setup|conf|noxfile|tasks|fabfile)\.py$", RegexOptions.IgnoreCase)]
    private static partial Regex Support();

    [GeneratedRegex(@"(?:^|/)(?:_?vendor(?:ed)?|third_?party|extern(?:al|als)?|packages|node_modules|_?deps)/", RegexOptions.IgnoreCase)]
    private static partial Regex Vendored();
}
