using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// Finds the evaluations at which a group may decide otherwise than one without contacts: those that have contacts of it in reach, and
/// where the rule has a gate, enough of them in the gate's window.
/// </summary>
/// <param name="all">What the rule's conditions look at.</param>
/// <param name="gate">Null: the rule has none, or it may not be gone by.</param>
/// <param name="window">What the gate looks at.</param>
/// <param name="isKnown">By evaluation: what the gate counts is known, for any group.</param>
internal sealed class Stirrings(Reach all, Gate? gate, Reach window, bool[] isKnown)
{
    private readonly int _lastUnknown = Array.LastIndexOf(isKnown, false);
    private readonly int _span = window.Span;

    /// <summary>Runs of evaluations [start, end), apart and ascending.</summary>
    public IEnumerable<(int Start, int End)> Of(GroupState group)
    {
        if (gate is null)
        {
            return Looking(all, group.Series);
        }

        var counted = group.Series[gate.Population];
        var reaches = counted.MayReach(gate.Least, _span);
        return gate.IsAlone ? reaches ? Runs(Looking(window, [counted]), group) : []
            : reaches || _lastUnknown >= 0 ? Runs(Looking(all, group.Series), group)
            : [];
    }

    private IEnumerable<(int Start, int End)> Runs(IEnumerable<(int Start, int End)> looking, GroupState group)
    {
        foreach (var (start, end) in looking)
        {
            var from = -1;
            for (var evaluation = start; evaluation < end; evaluation++)
            {
                var stirs = Stirs(evaluation, group);
                if (stirs && from < 0)
                {
                    from = evaluation;
                }
                else if (!stirs && from >= 0)
                {
                    yield return (from, evaluation);
                    from = -1;
                }
            }

            if (from >= 0)
            {
                yield return (from, end);
            }
        }
    }

    private bool Stirs(int evaluation, GroupState group) => gate is null
        || (isKnown[evaluation]
            ? group.Series[gate.Population].Contacts(window.StartOf(evaluation), window.EndOf(evaluation)) >= gate.Least
            : !gate.IsAlone);

    /// <summary>The evaluations that look at a contact.</summary>
    private static IEnumerable<(int Start, int End)> Looking(Reach reach, IReadOnlyList<Series> series)
    {
        var units = series.Count == 1 ? series[0].Units : series.SelectMany(one => one.Units).Order();
        var (start, end) = (0, 0);
        foreach (var unit in units)
        {
            var (first, last) = reach.Seeing(unit);
            if (last < first)
            {
                continue;
            }

            if (first > end)
            {
                if (end > start)
                {
                    yield return (start, end);
                }

                start = first;
            }

            (start, end) = (end > start ? start : first, Math.Max(end, last + 1));
        }

        if (end > start)
        {
            yield return (start, end);
        }
    }
}
