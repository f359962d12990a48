using System.Diagnostics;

namespace CxRules.Benchmarks;

/// <summary>What some work takes in a warm process.</summary>
/// <param name="Median">Milliseconds.</param>
/// <param name="Fastest">Milliseconds.</param>
/// <param name="Bytes">Allocated by one run, on all threads.</param>
internal readonly record struct Taken(double Median, double Fastest, long Bytes)
{
    public static Taken By<T>(int runs, int warmUps, Func<T> work)
    {
        for (var i = 0; i < warmUps; i++)
        {
            work();
        }

        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        work();
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        var m0=GC.GetTotalMemory(true); var kept=work(); var m1=GC.GetTotalMemory(true); GC.KeepAlive(kept); Console.Error.WriteLine($"alloc {bytes/1e6:0.0} retained {(m1-m0)/1e6:0.0}");
        Array.Sort(times);
        return new(times[runs / 2], times[0], bytes);
    }
}
