using System.Collections.Immutable;
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

    private static readonly string[] LeftOut = [CalendarKeys.Holidays, CalendarKeys.Incidents];

    private readonly LocalTimeReader _times = new(values);

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
        var from = _times.Read(CalendarKeys.From.In(map), 0);
        var to = _times.Read(CalendarKeys.To.In(map), 1);
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

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
