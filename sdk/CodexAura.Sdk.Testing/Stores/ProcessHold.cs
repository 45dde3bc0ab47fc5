using System.Globalization;
using System.Runtime.InteropServices;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Holds a process where it is, until disposed. On Linux, whose <c>/proc</c> tells when it really stands.</summary>
internal sealed partial class ProcessHold : IDisposable
{
    private const int SigCont = 18, SigStop = 19;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly int _process;

    public ProcessHold(int process)
    {
        _process = process;
        if (Send(process, SigStop) != 0) return; // It has ended: that is quiet enough.
        long start = Environment.TickCount64;
        while (State(process) is not ('T' or 't' or 'Z' or 'X') && Environment.TickCount64 - start < Patience.TotalMilliseconds) Thread.Sleep(1);
    }

    public static bool IsPossible => OperatingSystem.IsLinux();

    public void Dispose() => _ = Send(_process, SigCont);

    /// <summary>The state in <c>/proc/ID/stat</c>, which stands after the name in parentheses.</summary>
    private static char State(int process)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return 'X';
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
