using System.Collections.Immutable;
using CxRules.Language;
using CxRules.Language.Binding;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Random `only` and `except`, as sentences and as bound trees.</summary>
internal static class RandomMoments
{
    public const string Calendar = "runs";

    private static readonly string[] Days = ["on weekdays", "on monday, wednesday, friday, sunday", "on holidays, saturday", "during runs", "during holidays", "within 2 days after runs", "within 30 hours after runs"];
    private static readonly string[] Hours = ["between 08:00 and 18:00", "between 20:30 and 07:00", "between 06:00 and 00:00"];

    /// <summary>Lines of a rule; mostly none.</summary>
    public static string Text(Dice dice, bool hourly) =>
        (dice.Is(.15) ? $"  only {Text(dice, hourly, "on weekdays")}\n" : "") + (dice.Is(.15) ? $"  except {Text(dice, hourly, "on sunday")}\n" : "");

    /// <summary>Moments that leave out every evaluation of a rule are refused; their lines go.</summary>
    public static string WithoutIdle(string rules, string project)
    {
        while (LineOfIdle(rules, project) is { } line)
        {
            rules = string.Join('\n', rules.Split('\n').Where((_, index) => index != line - 1));
        }

        return rules;
    }

    private static int? LineOfIdle(string rules, string project) =>
        RuleCompilation.Create(new([new("rules.cxr", rules)], new("cxrules.yaml", project), []) { Tables = [new(RandomTable.File, RandomTable.Csv)] }, new DateOnly(2026, 6, 1))
            .Diagnostics.Where(diagnostic => diagnostic.Code == "CXR2084").Select(diagnostic => (int?)diagnostic.Text.PositionOf(diagnostic.Span.Start).Line).FirstOrDefault();

    public static ImmutableArray<BoundMoment> Bound(Dice dice, bool hourly) => dice.Is(.85) ? []
        : dice.Is(.3) ? [Moment(dice, hourly), Moment(dice, hourly)]
        : [Moment(dice, hourly)];

    private static string Text(Dice dice, bool hourly, string other)
    {
        var one = hourly && dice.Is(.5) ? dice.Of<string>(Hours) : dice.Of<string>(Days);
        return dice.Is(.3) && one != other ? $"{one} and {other}" : one;
    }

    private static BoundMoment Moment(Dice dice, bool hourly) => dice.Between(0, hourly ? 5 : 3) switch
    {
        0 => new BoundOnDays([DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday], dice.Is(.5)),
        1 => new BoundOnDays([DayOfWeek.Monday], true),
        2 => new BoundDuring(Calendar),
        3 => new BoundAfterCalendar(Calendar, dice.Of(1, 30, 48, 100) * TimeSpan.TicksPerHour),
        _ => new BoundBetweenTimes(new TimeOnly(dice.Between(0, 23), dice.Of(0, 0, 30)), new TimeOnly(dice.Between(0, 23), 15)),
    };
}
