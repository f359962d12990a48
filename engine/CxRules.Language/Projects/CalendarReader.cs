using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using Calendar = CxRules.Model.Projects.Calendar;

namespace CxRules.Language.Projects;

/// <summary>`calendars` and `gaps`: days that are not like others.</summary>
internal sealed class CalendarReader(ValueReader values)
{
    private const int LongestYears = 10;

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] LeftOut = [CalendarKeys.Holidays, CalendarKeys.Incidents];

    public ImmutableArray<Calendar> Read(Slot<NamesShape<ListShape<UnionShape>>> slot)
    {
        var names = new NameTable(values, "calendar");
        var calendars = ImmutableArray.CreateBuilder<Calendar>();
        foreach (var (name, about) in values.Read(slot))
        {
            var spans = values.Read(about).Select(ReadSpan).OfType<Incident>().ToImmutableArray();
            if (names.Add(name))
            {
                calendars.Add(new(name.Value.Trim(), spans));
                WarnOfNeighbour(name);
            }
        }

        return calendars.ToImmutable();
    }

    public ImmutableHashSet<DateOnly> Days(Slot<ListShape<DateShape>> slot) => [.. values.Read(slot).Select(values.Read).OfType<DateOnly>()];

    /// <summary>`holiday: […]` would be a calendar of its own, and no baseline would leave its days out.</summary>
    private void WarnOfNeighbour(YamlScalar name)
    {
        var word = Code.ToBareWord(name.Value);
        if (!LeftOut.Contains(word) && DidYouMean.Nearest(name.Value, LeftOut) is { } meant)
        {
            var fix = name.Style == YamlStyle.Plain ? new Fix($"Write `{meant}`", [new(name.Span, meant)]) : null;
            values.Report(ProjectErrors.NearCalendar, name, fix, name.Value, meant);
        }
    }

    private Incident? ReadSpan(Slot<UnionShape> slot)
    {
        if (slot.Node is not YamlMapping)
        {
            return values.Read(slot.As(CalendarKeys.Day)) is { } day && day < DateOnly.MaxValue ? new(Midnight(day), Midnight(day.AddDays(1)), null) : null;
        }

        return values.Read(slot.As(CalendarKeys.Range)) is { } map ? ReadRange(map) : null;
    }

    private Incident? ReadRange(YamlMapping map)
    {
        var from = Time(CalendarKeys.From.In(map), 0);
        var to = Time(CalendarKeys.To.In(map), 1);
        var title = values.Read(CalendarKeys.Title.In(map));
        if (from is not { } start || to is not { } end)
        {
            return null;
        }

        if (end > start && end.Year - start.Year <= LongestYears)
        {
            return new(start, end, title);
        }

        values.Report(end > start ? ProjectErrors.LongRange : ProjectErrors.RangeOrder, map[CalendarKeys.To.Name] ?? map, LongestYears);
        return null;
    }

    /// <summary>A local time; a date by itself is its midnight, or, at the end of a range, the one after it.</summary>
    private DateTime? Time(Slot<LocalTimeShape> slot, int daysAfterDate)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (DateTime.TryParseExact(scalar.Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue)
        {
            return Midnight(date.AddDays(daysAfterDate));
        }

        values.Report(ProjectErrors.BadDate, scalar, scalar.Value, "local time", slot.Shape.Example);
        return null;
    }

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
