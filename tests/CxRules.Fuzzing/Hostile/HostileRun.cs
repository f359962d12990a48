using System.Globalization;
using CxRules.Language.Text;

namespace CxRules.Fuzzing.Hostile;

/// <summary>Reads hostile texts on a small stack, at a size and at twice that: work must grow as the text does.</summary>
internal static class HostileRun
{
    private const int StackSize = 256 * 1024;
    private const int MostCharacters = 1 << 20;
    private const int Rounds = 12;
    private const double MostGrowth = 2.5;

    /// <returns>How many grow faster than their text, by the memory they take: it is the same on every machine.</returns>
    public static int Run(string only)
    {
        var failed = 0;
        Console.WriteLine("| text | characters | ms | ms at twice that | ratio | MB | MB at twice that | ratio | |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var text in HostileTexts.All.Where(text => text.Name.Contains(only, StringComparison.Ordinal)))
        {
            failed += Measured(text);
        }

        return failed;
    }

    private static int Measured(HostileText text)
    {
        var small = text.Of(text.Size);
        var large = text.Of(2 * text.Size);
        if (large.Content.Length > MostCharacters)
        {
            throw new InvalidOperationException($"{text.Name} is refused for its size alone.");
        }

        var (once, onceBytes, twice, twiceBytes) = OnSmallStack(small, large);
        var growth = MostGrowth / 2 * large.Content.Length / small.Content.Length;
        var isLinear = twiceBytes <= growth * onceBytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {text.Name} | {small.Content.Length} | {once:0.0} | {twice:0.0} | {twice / once:0.0} | {onceBytes / 1e6:0.0} | {twiceBytes / 1e6:0.0} | {(double)twiceBytes / onceBytes:0.0} | {(isLinear ? twice > growth * once ? "slow" : "" : "**grows**")} |"));
        return isLinear ? 0 : 1;
    }

    /// <summary>The least of several rounds, each reading both texts: neither is measured with less of it compiled than the other.</summary>
    private static (double Once, long OnceBytes, double Twice, long TwiceBytes) OnSmallStack(SourceText small, SourceText large)
    {
        var (once, onceBytes, twice, twiceBytes) = (double.MaxValue, long.MaxValue, double.MaxValue, long.MaxValue);
        string? complaint = null;
        var thread = new Thread(
            () =>
            {
                for (var i = 0; i < Rounds && complaint is null; i++)
                {
                    complaint = Read(small, ref once, ref onceBytes) ?? Read(large, ref twice, ref twiceBytes);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return complaint is null ? (once, onceBytes, twice, twiceBytes) : throw new InvalidOperationException(complaint);
    }

    private static string? Read(SourceText text, ref double milliseconds, ref long bytes)
    {
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = ThreadTime.Milliseconds;
        var complaint = Reading.Complaint(text);
        milliseconds = Math.Min(milliseconds, ThreadTime.Milliseconds - start);
        bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        return complaint;
    }
}
