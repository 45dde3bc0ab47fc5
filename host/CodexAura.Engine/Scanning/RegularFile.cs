using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CodexAura.Engine.Scanning;

/// <summary>
/// Tells regular files from pipes, sockets and devices, which .NET does not. It matters because opening a pipe for reading waits
/// for a writer that may never come.
/// </summary>
internal static partial class RegularFile
{
    /// <summary>Whether the path leads to something whose content can be read from start to end. Never waits.</summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        // Pipes, sockets and devices all have the size 0; anything with content is a file.
        if (new FileInfo(path).Length > 0) return true;
        int nonBlocking = OperatingSystem.IsLinux() ? 0x800 : 0x4;
        int descriptor = Open(path, nonBlocking);
        if (descriptor < 0) return !IsNoDevice(Marshal.GetLastPInvokeError());
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return stream.CanSeek && !path.StartsWith("/dev/", StringComparison.Ordinal);
    }

    /// <summary>ENXIO, ENODEV and what macOS says of a socket. Any other error (no permission) is told when the file is read.</summary>
    private static bool IsNoDevice(int error) => error is 6 or 19 or 102;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);
}
