using System.Text;
using CxRules.Report;

namespace CxRules.Cli;

/// <summary>What the program is run in: where it writes, how wide, in colour or not, and the time.</summary>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, TimeProvider Time) : IDisposable
{
    private const int PipeWidth = 100;

    /// <summary>Columns of standard output; null on a pipe.</summary>
    public int? TerminalWidth { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>False with NO_COLOR and on terminals that have none.</summary>
    public bool ColorAllowed { get; init; }

    public static Surroundings OfProcess() => new(Open(Console.OpenStandardOutput()), Open(Console.OpenStandardError(), autoFlush: true), TimeProvider.System)
    {
        TerminalWidth = Console.IsOutputRedirected ? null : Width(),
        ErrorIsTerminal = !Console.IsErrorRedirected,
        ColorAllowed = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    public ReportLayout Layout(bool noColor) => new(TerminalWidth ?? PipeWidth, ColorAllowed && !noColor && TerminalWidth is not null);

    public ReportLayout ErrorLayout(bool noColor) => new(TerminalWidth ?? PipeWidth, ColorAllowed && !noColor && ErrorIsTerminal);

    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().Date);

    public void Dispose()
    {
        try
        {
            Out.Dispose();
        }
        catch (IOException)
        {
            // The reader has gone (`| head`): nobody is left to tell.
        }
    }

    private static StreamWriter Open(Stream stream, bool autoFlush = false) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024) { AutoFlush = autoFlush };

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : PipeWidth;
        }
        catch (IOException)
        {
            return PipeWidth;
        }
    }
}
