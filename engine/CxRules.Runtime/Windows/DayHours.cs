namespace CxRules.Runtime.Windows;

/// <summary>The hours of one day, by the instants at which they begin.</summary>
internal static class DayHours
{
    /// <summary>Each hour lasts an hour.</summary>
    /// <param name="end">The next day's start.</param>
    public static bool ArePlain(IReadOnlyList<long> hours, long end)
    {
        for (var i = 0; i < hours.Count; i++)
        {
            if ((i + 1 < hours.Count ? hours[i + 1] : end) - hours[i] != TimeSpan.TicksPerHour)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which hour holds an instant of the day.</summary>
    public static int IndexAt(IReadOnlyList<long> hours, long utcTicks)
    {
        var index = hours.Count - 1;
        while (index > 0 && hours[index] > utcTicks)
        {
            index--;
        }

        return index;
    }
}
