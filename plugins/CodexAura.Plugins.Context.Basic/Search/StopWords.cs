using System.Collections.Frozen;

namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>Words that say nothing about where in a repository something is: grammar, politeness, and what every issue has.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> _words = """
        a about above after again all also although always am an and another any anyone anything are as at back be because been before
        being below best better between both but by can cannot cant could did didn do does doesn doesnt doing don done dont down due
        each either else etc even ever every everything few find first following for from further get gets getting give given go
        going good got had has have having he hello help her here hi his how however i if in instead into is isn issue it its itself just
        know let like likely ll look looks lot made make makes many may maybe me mean might more most much must my need needs never new no
        nor not nothing now of off ok on once one only or other others otherwise our out over own perhaps please possible probably
        problem question quite rather really reason right same say see seem seems seen several shall she should shouldn simple
        simply since so some someone something still such sure take than thank thanks that the their them then there these they thing
        things think this those though through thus to together too tried try trying two under until up upon us use used uses using
        usually ve very via want wanted was wasn way we well went were what when where whether which while who why will with within
        without won work worked working works would wouldn wrong yes yet you your
        actual actually bug bugs behavior behaviour description expected currently correct correctly example reproduce steps version
        versions report reported environment info information additional context output traceback recent call last file line
        python pip install installed https http www com github org html issues pull commit master system linux windows macos ubuntu
        self cls def class import none true false return print np pd plt
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => _words.Contains(word);
}
