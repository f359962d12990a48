using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Samples, tallies and conditions on the kind of a record, as files, sentences and bound trees.</summary>
internal static class RandomSamples
{
    public static readonly ImmutableArray<string> Names = ["meter", "sites", "review", "counted"];

    private static readonly string[] Kinds = ["kind = feedback", "kind in (idea, sample)", "kind is not contact", "kind = contact", "has kind"];

    /// <summary>Hours, hours by site, contacts that were looked at with and without how many came.</summary>
    public static Sample Sample(Knobs knobs, Place place, string name)
    {
        var dice = new Dice(knobs.Seed, 20 + Names.IndexOf(name));
        var isTally = name is "meter" or "sites";
        var first = dice.Between(-3, knobs.Days / 2);
        var days = dice.Between(3, 30);
        var lines = new List<SampleLine>();
        for (var day = first; day < first + days; day++)
        {
            foreach (var stratum in name is "sites" ? ["north", "south"] : new[] { "" })
            {
                if (dice.Is(.15))
                {
                    continue;
                }

                var whole = isTally ? dice.Of(8m, 10m, 12.5m) : dice.Between(4, 40);
                var looked = dice.Is(.1) ? 0 : isTally ? dice.Of(whole, 1m, 2.5m, 4m) : dice.Between(1, 4);
                var found = looked == 0 ? 0 : isTally ? dice.Count((double)looked * dice.Of(.2, 1.5)) : dice.Between(0, (int)looked);
                var date = place.Start.PlusDays(day).ToDateOnly();
                lines.Add(new(date, date, stratum, looked, name == "counted" ? null : whole, found));
            }
        }

        return new(name, $"samples/{name}.csv", dice.Is(.5) ? place.Start.PlusDays(first + days + dice.Between(0, 20)).ToDateOnly() : null)
        {
            Sheet = new(isTally ? SampleMethod.Tally : SampleMethod.Review, [.. lines.OrderBy(line => line.To).ThenBy(line => line.Stratum, StringComparer.Ordinal)]),
        };
    }

    public static string File(Sample sample) => sample.Name switch
    {
        "meter" => "date,sampled hours,total hours,count\n" + Lines(sample, line => $"{Number(line.Looked)},{Number(line.Whole)},{line.Found}"),
        "sites" => "from,to,site,sampled hours,total hours,count\n" + Lines(sample, line => $"{Date(line.To)},{line.Stratum},{Number(line.Looked)},{Number(line.Whole)},{line.Found}"),
        "review" => "date;looked at;found;contacts\n" + Lines(sample, line => $"{Number(line.Looked)};{line.Found};{Number(line.Whole)}", ';'),
        _ => "date,looked at,found\n" + Lines(sample, line => $"{Number(line.Looked)},{line.Found}"),
    };

    /// <summary>The key of the project file.</summary>
    public static string Declarations(Knobs knobs, Place place) => "samples:\n" + string.Concat(Names.Select(name => Sample(knobs, place, name))
        .Select(sample => $"  {sample.Name}: {{ file: {sample.File}{(sample.Until is { } until ? $", until: {Date(until)}" : "")} }}\n"));

    /// <summary>Mostly the condition as it is.</summary>
    public static string Text(Dice dice, string condition, string window, bool isGrouped)
    {
        var asked = dice.Is(.6)
            ? $"sample {dice.Of<string>([.. Names])} estimates {dice.Of("more than", "at least", "fewer than", "at most")} {dice.Of(1, 3, 8, 20, 60)} contacts per {dice.Of("day", "day", "week", "hour")}"
            : $"{window} {dice.Of("tally", "tally of (channel = phone)")} {dice.Of(">", ">=", "<", "<=", "=")} {dice.Of(2, 6, 15, 40)}";
        return dice.Between(0, 19) switch
        {
            0 or 1 => isGrouped && asked.StartsWith("sample", StringComparison.Ordinal) ? $"{condition} and {asked}" : asked,
            2 => $"{condition} and {asked}",
            3 => $"({condition} or {asked})",
            4 => $"{condition} and not {asked}",
            _ => condition,
        };
    }

    /// <summary>Mostly nothing.</summary>
    public static string Kind(Dice dice) => dice.Is(.15) ? $" and {dice.Of<string>(Kinds)}" : "";

    public static BoundRule Bound(Dice dice, BoundRule rule)
    {
        var population = dice.Is(.15)
            ? new BoundAnd([rule.Population, dice.Of<BoundCondition>(KindIs("feedback"), KindIs("IDEA", "sample"), new BoundNot(KindIs("contact")), KindIs("contact"))])
            : rule.Population;
        rule = rule with { Population = population };
        if (rule.Signal is not { } signal)
        {
            return rule;
        }

        BoundSignal asked = dice.Is(.6)
            ? new BoundSample(dice.Of<string>([.. Names, "unknown"]), Compared(dice), dice.Of(1m, 3m, 8m, 20m, 60.5m), dice.Of(Window.Hourly, Window.Daily, Window.Daily, Window.Weekly))
            : new BoundThreshold(new(MeasureKind.Tally, dice.Is(.7) ? rule.Population : BoundAnd.Everything, null, null, null, rule.Window) { Cycles = rule.Cycles }, Compared(dice), new BoundConstant(dice.Of(2, 6, 15, 40)), null);
        return dice.Between(0, 19) switch
        {
            0 or 1 when asked is BoundSample => rule with { Signal = asked, Per = [], Top = null, Until = null },
            0 or 1 => rule with { Signal = asked, Top = null },
            2 => rule with { Signal = new BoundSignalAnd([signal, asked]) },
            3 => rule with { Signal = new BoundSignalOr([asked, signal]) },
            4 => rule with { Signal = new BoundSignalNot(asked), Per = [], Top = null, Until = null },
            5 => rule with { Until = asked },
            _ => rule,
        };
    }

    private static Comparison Compared(Dice dice) => dice.Of(Comparison.Greater, Comparison.Greater, Comparison.GreaterOrEqual, Comparison.Less, Comparison.LessOrEqual, Comparison.Equal, Comparison.NotEqual);

    private static BoundCodeIn KindIs(params string[] kinds) => new(BoundProject.Known("kind"), [.. kinds.Select(kind => new CodePattern(kind, kind.Any(char.IsUpper)))]);

    private static string Lines(Sample sample, Func<SampleLine, string> rest, char separator = ',') =>
        string.Concat((sample.Sheet?.Lines ?? []).Select(line => $"{Date(line.From)}{separator}{rest(line)}\n"));

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
