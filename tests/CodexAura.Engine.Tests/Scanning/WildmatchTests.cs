using CodexAura.Engine.Scanning;
using CsCheck;

namespace CodexAura.Engine.Tests.Scanning;

public sealed class WildmatchTests
{
    private static readonly string[] Parts = ["a", "b", "/", "*", "**", "?", "**/", "/**"];

    [Theory]
    [InlineData("*.py", "a.py", true)]
    [InlineData("*.py", "a/b.py", false)]
    [InlineData("a/*/c", "a/b/c", true)]
    [InlineData("a/*/c", "a/b/b/c", false)]
    [InlineData("a/**/c", "a/c", true)]
    [InlineData("a/**/c", "a/b/b/c", true)]
    [InlineData("**/c", "a/b/c", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a**c", "abbc", true)]
    [InlineData("a**c", "ab/bc", false)]
    [InlineData("**/a*/b/*c", "x/ay/b/z/ab/b/xc", true)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[]x]", "]", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[[:digit:][:upper:]]", "Q", true)]
    [InlineData("[[:digit:]]", "q", false)]
    [InlineData("[a", "[a", false)]
    [InlineData("a[/]b", "a/b", false)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("?", "/", false)]
    public void Matches_as_git_does(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Wildmatch.IsMatch(pattern, path));

    [Fact]
    public void A_hostile_pattern_takes_no_time()
    {
        string pattern = string.Concat(Enumerable.Repeat("**/*a*a*a*", 30)) + "b";
        string path = string.Join('/', Enumerable.Repeat(new string('a', 200), 20));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(Wildmatch.IsMatch(pattern, path));
        Assert.True(clock.ElapsedMilliseconds < 20_000, $"It took {clock.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public void Agrees_with_a_slow_and_simple_matcher()
    {
        var text = Gen.Char["ab/"].Array[0, 8].Select(c => new string(c));
        var pattern = Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 6].Select(string.Concat);
        Gen.Select(pattern, text).Sample((p, t) => Wildmatch.IsMatch(p, t) == Slow(p, 0, t, 0), iter: 20_000);
    }

    /// <summary>Says what the words of gitignore's manual say, by trying everything.</summary>
    private static bool Slow(string p, int i, string t, int j)
    {
        if (i == p.Length) return j == t.Length;
        if (p[i] != '*') return j < t.Length && (p[i] == '?' ? t[j] != '/' : p[i] == t[j]) && Slow(p, i + 1, t, j + 1);
        int end = i;
        while (end < p.Length && p[end] == '*') end++;
        if (end - i >= 2 && (i == 0 || p[i - 1] == '/') && (end == p.Length || p[end] == '/'))
        {
            if (end == p.Length) return true;
            for (int k = j; k <= t.Length; k++)
                if ((k == j || t[k - 1] == '/') && Slow(p, end + 1, t, k)) return true;
            return false;
        }
        for (int k = j; k <= t.Length; k++)
        {
            if (Slow(p, end, t, k)) return true;
            if (k < t.Length && t[k] == '/') return false;
        }
        return false;
    }
}
