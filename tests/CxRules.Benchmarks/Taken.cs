using System.Diagnostics;

namespace CxRules.Benchmarks;

/// <summary>What some work takes in a warm process, in milliseconds.</summary>
/// <param name="Median">By the clock, the load of the machine included.</param>
/// <param name="Fastest">By the clock.</param>
/// <param name="Processor">User and system time of all threads, the collector's included: the median.</param>
/// <param name="Bytes">Allocated by one run, on all threads.</param>
internal readonly record struct Taken(double Median, double Fastest, double Processor, long Bytes)
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
        var processor = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var used = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            work();
            times[i] = clock.Elapsed.TotalMilliseconds;
            processor[i] = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds;
        }

        Array.Sort(times);
        Array.Sort(processor);
        return new(times[runs / 2], times[0], processor[runs / 2], bytes);
    }
}
