using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`calendars` and `gaps`: days that are not like others.</summary>
internal sealed class CalendarReader(ValueReader values)
{
    private static readonly string[] Known = ["holidays", "incidents"];
    private static readonly string[] IncidentKeys = ["from", "to", "title"];
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    public (ImmutableHashSet<DateOnly> Holidays, ImmutableArray<Incident> Incidents) Read(YamlNode? node)
    {
        if (values.Map(node, "calendars", "calendars: { holidays: [2026-04-03] }") is not { } map)
        {
            return ([], []);
        }

        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => !Known.Contains(key.Value)))
        {
            var meant = DidYouMean.Nearest(key.Value, Known);
            values.Report(ProjectLimits.Calendar, key, key.Value, meant is null ? "Remove it, or list its days under `holidays`." : $"Did you mean `{meant}`?");
        }

        return (Days(map["holidays"], "holidays"), Incidents(map["incidents"]));
    }

    public ImmutableHashSet<DateOnly> Days(YamlNode? node, string key) =>
        [.. values.Scalars(node, key, "dates", $"{key}: [2026-04-03]").Select(day => values.Date(day, key)).OfType<DateOnly>()];

    private ImmutableArray<Incident> Incidents(YamlNode? node)
    {
        const string Example = "incidents: [{ from: 2026-02-10T08:00, to: 2026-02-11T20:00, title: core outage }]";
        var incidents = ImmutableArray.CreateBuilder<Incident>();
        foreach (var item in values.Sequence(node, "incidents", Example)?.Items ?? [])
        {
            if (values.Map(item, "incidents", Example) is { } map && ReadIncident(map) is { } incident)
            {
                incidents.Add(incident);
            }
        }

        return incidents.ToImmutable();
    }

    private Incident? ReadIncident(YamlMapping map)
    {
        values.CheckKeys(map, "an incident", IncidentKeys);
        foreach (var key in IncidentKeys.Take(2).Where(key => map[key] is null))
        {
            values.ReportMissing(map, "The incident", key, $"{key}: 2026-02-10T08:00");
        }

        var from = Time(map["from"], "from", 0);
        var to = Time(map["to"], "to", 1);
        var title = values.Text(map["title"], "title", "title: core outage");
        if (from is not { } start || to is not { } end)
        {
            return null;
        }

        if (end > start)
        {
            return new(start, end, title);
        }

        values.Report(ProjectErrors.IncidentOrder, map["to"] ?? map);
        return null;
    }

    /// <summary>A local time; a date by itself is its midnight, or, at the end of an incident, the one after it.</summary>
    private DateTime? Time(YamlNode? node, string key, int daysAfterDate)
    {
        const string Example = "2026-02-10T08:00";
        if (values.Scalar(node, key, "a local time", $"{key}: {Example}") is not { } scalar)
        {
            return null;
        }

        if (DateTime.TryParseExact(scalar.Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue)
        {
            return date.AddDays(daysAfterDate).ToDateTime(TimeOnly.MinValue);
        }

        values.Report(ProjectErrors.BadDate, scalar, scalar.Value, "local time", Example);
        return null;
    }
}
