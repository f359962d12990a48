using CxRules.Model.Time;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Baselines;

/// <summary>A window as units [Start, End).</summary>
/// <param name="Back">Of a reference window: how many steps before the evaluated one it ends.</param>
internal readonly record struct UnitRange(int Start, int End, int Back = 0);

/// <summary>
/// The reference windows of a window (statistics.md, "Baseline"): they end 1 … n steps earlier in local time, a step being the window's
/// length rounded up to whole weeks.
/// </summary>
internal sealed class References(Timeline timeline, Exclusions exclusions)
{
    /// <summary>Days of a step.</summary>
    public static int StepDays(Window window) => (window.NominalHours + 167) / 168 * 7;

    /// <summary>The windows that may be learned from; <paramref name="leftOut"/> tells the ends at which the rule was active.</summary>
    /// <param name="exposure">Windows without it are left out, too.</param>
    public void Collect(List<UnitRange> into, Instant end, Window window, int windows, Func<int, bool> leftOut, ExposureSeries? exposure)
    {
        into.Clear();
        var step = StepDays(window);
        for (var k = 1; k <= windows; k++)
        {
            var day = end.Day - (k * step);
            if (day < timeline.FirstDay)
            {
                break;
            }

            var last = timeline.IndexAt(day, end.Hour);
            var first = window.Unit == TimeUnit.Day ? timeline.IndexAt(day - window.Length, end.Hour) : last - window.Length;
            if (exclusions.IsReference(first, last) && !leftOut(last) && (exposure is null || exposure.Has(first, last)))
            {
                into.Add(new(first, last, k));
            }
        }
    }
}
