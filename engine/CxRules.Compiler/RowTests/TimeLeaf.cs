using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime;

namespace CxRules.Compiler.RowTests;

/// <summary>The local weekday of the contact is one of these.</summary>
internal sealed class WeekdayLeaf(ContactField occurredAt, ZoneRules zone, IReadOnlySet<DayOfWeek> days) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row) =>
        TruthOperators.Of(days.Contains(zone.DayOf(batch.Number(occurredAt).Values[row]).DayOfWeek));
}

/// <summary>The local time of day is in [from, to), over midnight where to is before from.</summary>
internal sealed class LocalTimeLeaf(ContactField occurredAt, ZoneRules zone, TimeOnly from, TimeOnly to) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row)
    {
        var time = zone.ToLocal(batch.Number(occurredAt).Values[row]) % TimeSpan.TicksPerDay;
        var (start, end) = (from.Ticks, to.Ticks);
        return TruthOperators.Of(start <= end ? time >= start && time < end : time >= start || time < end);
    }
}
