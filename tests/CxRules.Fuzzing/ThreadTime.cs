using System.Runtime.InteropServices;

namespace CxRules.Fuzzing;

/// <summary>Processor time of the calling thread: what a text costs, whatever else the machine does.</summary>
internal static class ThreadTime
{
    private const int ThisThread = 3;

    public static double Milliseconds
    {
        get
        {
            var time = new long[2];
            return GetTime(ThisThread, time) == 0 ? (time[0] * 1e3) + (time[1] / 1e6) : throw new InvalidOperationException("clock_gettime fails.");
        }
    }

    /// <summary>`struct timespec` of 64-bit Linux: seconds and nanoseconds; 3 is CLOCK_THREAD_CPUTIME_ID.</summary>
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, [Out] long[] time);
}
