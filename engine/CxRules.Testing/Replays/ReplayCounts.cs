using System.Globalization;
using CxRules.Model.Sources;
using CxRules.Runtime.Contacts;

namespace CxRules.Testing.Replays;

/// <summary>What became of the rows that are not accepted (semantics.md 8).</summary>
/// <param name="WrongClocks">Rows further ahead of their arrival than a clock may be.</param>
/// <param name="Conflicts">Rows that say something else than an earlier one of the same id and version.</param>
internal sealed record ReplayCounts(long Received, long Late, long Superseded, long Duplicate, long WrongClocks, long Conflicts, long Rejected, long Erased)
{
    public long Quarantined => WrongClocks + Conflicts;

    public static ReplayCounts Of(IContactReader reader, Door door, ContestedContacts heldBack) => new(
        reader.Received,
        door.Late + heldBack.Late,
        heldBack.Superseded,
        door.Duplicates + heldBack.Duplicates,
        door.Quarantined,
        heldBack.Quarantined,
        reader.Rejects.Count,
        door.Erased);

    /// <summary>A sentence for each sort of row that is left out and that somebody may miss.</summary>
    public IEnumerable<string> Notes(TimeSpan lateAfter)
    {
        var left = new (long Count, string Why)[]
        {
            (Late, $"late: arrived when the partition had come more than {Length(lateAfter)} beyond (`late after`)"),
            (WrongClocks, $"quarantined: more than {Length(Door.ClockTolerance)} ahead of the arrival, as only a wrong clock can be"),
            (Conflicts, "quarantined: another row of the same id and version says something else and came first"),
            (Erased, "erased"),
        };
        return left.Where(row => row.Count > 0).Select(row => string.Create(CultureInfo.InvariantCulture, $"In no figure here: {row.Count} {row.Why}."));
    }

    private static string Length(TimeSpan length) => length.Ticks % TimeSpan.TicksPerDay == 0 ? Text(length.TotalDays, "day")
        : length.Ticks % TimeSpan.TicksPerHour == 0 ? Text(length.TotalHours, "hour")
        : length.Ticks % TimeSpan.TicksPerMinute == 0 ? Text(length.TotalMinutes, "minute")
        : Text(length.TotalSeconds, "second");

    private static string Text(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number is 1 ? "" : "s")}");
}
