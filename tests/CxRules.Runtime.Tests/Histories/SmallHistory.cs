using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Histories;

/// <summary>Makes what the engine counts of a handful of contacts, or of a list of counts.</summary>
internal static class SmallHistory
{
    public static readonly ContactSchema Schema = ContactSchema.Default;

    /// <summary>A Monday.</summary>
    public static readonly DateOnly Monday = new(2026, 1, 5);

    public static ContactField Field(string name) => Schema.Find(name) ?? throw new ArgumentException(name);

    public static long Ticks(string utc) => DateTime.Parse(utc, CultureInfo.InvariantCulture).Ticks;

    public static int Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture).DayNumber;

    /// <summary>The contacts with a code, or every one where <paramref name="codes"/> is empty.</summary>
    public static PopulationPlan Where(string field, params string[] codes) =>
        new(codes.Length == 0 ? [] : [new(Field(field), new CodeSet(codes.Select(code => new CodePattern(code, false))), Truth.True, Truth.False, Truth.Unknown)], [], null);

    public static EnginePlan Plan(Project project, PopulationPlan[] populations, MeasurePlan[] measures, params RulePlan[] rules) =>
        new(project, project.Zone ?? ZoneRules.Utc, [.. populations], [.. measures], [.. rules], [.. Schema.Fields]);

    public static ContactBatch Batch(ContactDictionaries dictionaries, params ContactRow[] rows)
    {
        var batch = new ContactBatch(dictionaries, Math.Max(1, rows.Length));
        foreach (var row in rows)
        {
            var index = batch.Count++;
            batch.Text(Schema.Id).Append(Encoding.UTF8.GetBytes(row.Id));
            batch.IdHash[index] = StableHash.Of(Encoding.UTF8.GetBytes(row.Id));
            batch.Number(Schema.OccurredAt).Values[index] = Ticks(row.At);
            foreach (var (name, value) in Codes(row))
            {
                batch.Category(Field(name)).Codes[index] = dictionaries[Field(name)].Add(value);
            }

            foreach (var (name, value) in Numbers(row))
            {
                batch.Number(Field(name)).Values[index] = value ?? FieldScale.Missing;
            }
        }

        return batch;
    }

    public static ContactDictionaries Dictionaries() => new(Schema, Schema.Fields);

    /// <summary>Counts the contacts, and closes the count.</summary>
    public static ContactCounter Count(EnginePlan plan, params ContactRow[] rows)
    {
        var dictionaries = Dictionaries();
        var counter = new ContactCounter(plan, dictionaries);
        counter.Count(Batch(dictionaries, rows), Enumerable.Repeat(true, rows.Length).ToArray());
        counter.Seal();
        return counter;
    }

    /// <summary>So many contacts on each day (hour) from the timeline's first on.</summary>
    public static Series Series(Timeline timeline, params ReadOnlySpan<long> counts)
    {
        var profile = new Profile([1], []);
        for (var unit = 0; unit < counts.Length; unit++)
        {
            if (counts[unit] > 0)
            {
                var instant = timeline.AtIndex(unit);
                profile.Cells.At(timeline.Unit == TimeUnit.Day ? instant.Day : (instant.Day * 32) + instant.Hour).Contacts = counts[unit];
            }
        }

        return new Series(timeline, timeline.Unit, [profile]);
    }

    /// <summary>Days (or hours) in UTC from <see cref="Monday"/> on.</summary>
    public static Timeline Timeline(TimeUnit unit, int days) => new(ZoneRules.Utc, unit, Monday.DayNumber, Monday.DayNumber + days - 1);

    public static Exclusions Nothing(Timeline timeline) => new(timeline, ZoneRules.Utc, Project.Default, new HashSet<int>());

    private static ImmutableArray<(string Name, string Value)> Codes(ContactRow row) =>
    [
        ("source", row.Source), ("channel", row.Channel), ("disposition", row.Disposition), ("touchpoint", row.Touchpoint), ("region", row.Region),
        ("customer", row.Customer), ("cancellation reason", row.Reason), ("escalation", row.Escalation),
    ];

    private static ImmutableArray<(string Name, long? Value)> Numbers(ContactRow row) =>
    [
        ("handle time", (long?)(row.HandleTime * 1000)), ("csat", (long?)(row.Csat * 1_000_000)),
        ("cancelled", row.Cancelled is { } cancelled ? cancelled ? 1 : 0 : null), ("cancelled at", row.CancelledAt is { } at ? Ticks(at) : null),
    ];
}
