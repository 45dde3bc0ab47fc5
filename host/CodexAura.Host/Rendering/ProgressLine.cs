using CodexAura.Engine.Backtesting;
using CodexAura.Host.Hosting;

namespace CodexAura.Host.Rendering;

/// <summary>One line on a terminal that says how far the work is; nothing elsewhere.</summary>
internal sealed class ProgressLine : IProgress<BacktestProgress>, IDisposable
{
    private int _width;

    public void Report(BacktestProgress value)
    {
        if (!Consoles.ErrorIsTerminal) return;
        string text = value.Total > 0 ? $"{value.Phase} {value.Done}/{value.Total}" : $"{value.Phase} {value.Done}";
        Console.Error.Write("\r" + text.PadRight(_width));
        _width = text.Length;
    }

    public void Clear()
    {
        if (_width > 0) Console.Error.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }

    public void Dispose() => Clear();
}
