using System.Globalization;

namespace CxRules.Cli;

/// <summary>One line on a terminal that says how far a replay is; gone when the work is done.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time) : IProgress<long>, IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next = s_quiet;
    private int _shown;

    public void Report(long value)
    {
        var elapsed = time.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + s_pause;
        Show(string.Create(CultureInfo.InvariantCulture, $"{value:N0} rows, {value / elapsed.TotalSeconds:N0} a second"));
    }

    public void Dispose()
    {
        if (_shown > 0)
        {
            Show("");
            error.Write('\r');
        }
    }

    private void Show(string text)
    {
        error.Write($"\r{text.PadRight(_shown)}");
        _shown = text.Length;
    }
}
