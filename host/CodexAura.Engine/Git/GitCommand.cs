using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Git;

/// <summary>Runs the git command. What it reads is never written: git takes no optional locks.</summary>
internal static class GitCommand
{
    /// <summary>Runs git in a folder and gives its standard output.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">What git is to do.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <param name="environment">Variables to set beside the machine's own.</param>
    /// <exception cref="AnalysisException">git is not installed (<c>git.missing</c>), or it failed (<c>git.failed</c>).</exception>
    public static async Task<string> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var variables = new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>()) { ["GIT_OPTIONAL_LOCKS"] = "0", ["LC_ALL"] = "C" };
        BufferedCommandResult result;
        try
        {
            result = await Cli.Wrap("git").WithArguments(["-C", folder, "-c", "core.quotePath=false", .. arguments])
                .WithEnvironmentVariables(variables).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new AnalysisException("git.missing", "The history of the repository is read with the git command, which was not found. Install git, or put it on the PATH.", e);
        }
        if (result.ExitCode == 0) return result.StandardOutput;
        throw new AnalysisException("git.failed", $"git {arguments[0]} failed in '{folder}': {FirstLine(result.StandardError)}");
    }

    /// <summary>The commit that a name stands for.</summary>
    /// <exception cref="AnalysisException">There is no such commit, or no git.</exception>
    public static async Task<string> ResolveAsync(string folder, string revision, CancellationToken cancellationToken)
    {
        await RequireWorkTreeAsync(folder, cancellationToken).ConfigureAwait(false);
        try
        {
            // A revision that starts with '-' must not become an option.
            string hash = await RunAsync(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], cancellationToken).ConfigureAwait(false);
            return hash.Trim();
        }
        catch (AnalysisException e) when (e.Code == "git.failed")
        {
            throw new AnalysisException("git.revision_unknown", $"The repository in '{folder}' has no commit '{revision}'. Give a commit, branch, tag, or something like HEAD~3.");
        }
    }

    /// <exception cref="AnalysisException">The folder belongs to no git repository.</exception>
    public static async Task RequireWorkTreeAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) throw new AnalysisException("path.not_found", $"The folder '{folder}' does not exist any more, so its changes can't be read.");
        try
        {
            await RunAsync(folder, ["rev-parse", "--git-dir"], cancellationToken).ConfigureAwait(false);
        }
        catch (AnalysisException e) when (e.Code == "git.failed")
        {
            throw new AnalysisException("git.no_repository", $"'{folder}' is in no git repository, so git knows of no changes there. Name what changed with --files or --symbols. ({e.Message})");
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
