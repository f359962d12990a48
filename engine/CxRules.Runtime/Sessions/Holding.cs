using CxRules.Model.Time;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Whether a condition held for as long as a rule asks.</summary>
internal sealed class Holding(Schedule every, Timeline timeline, Instant[] instants)
{
    /// <summary>True when the condition held long enough, at this evaluation and those of the span before it.</summary>
    /// <param name="history">The evaluations at which it held.</param>
    public bool IsHeld(Hold? hold, RunSet history, int evaluation)
    {
        if (hold is not { } needed)
        {
            return true;
        }

        var count = CountIn(hold, evaluation);
        if (count > evaluation + 1)
        {
            if (needed.Needed is null)
            {
                return false;
            }

            count = evaluation + 1;
        }

        var trues = history.CountIn(evaluation + 1 - count, evaluation + 1);
        return trues >= (needed.Needed ?? count);
    }

    /// <summary>The evaluations of the span that ends with one.</summary>
    public int CountIn(Hold? hold, int evaluation) => hold is { } span ? Schedules.CountIn(every, timeline, instants[evaluation], span) : 1;
}
