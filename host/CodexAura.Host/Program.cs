using System.Runtime.InteropServices;
using CodexAura.Host.Cli;
using CodexAura.Host.Hosting;

using var stop = new CancellationTokenSource();

// The first Ctrl+C asks for a clean end; a second one is left to the system, which ends the process.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    if (context.Cancel) stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

Consoles.KeepOutputForResults();
return await CommandLine.RunAsync(args, stop.Token);
