using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Binding;

/// <summary>Rules whose moments leave out all of their evaluations.</summary>
public sealed class EvaluationTests
{
    private static readonly Project Project = Compiled.Project with
    {
        Holidays = [new(2026, 5, 4), new(2026, 5, 25)],
        Calendars =
        [
            new("bill-runs", [new(new(2026, 5, 6), new(2026, 5, 7), null)]),
            new("price-changes", []),
            new("long", [new(new(2020, 1, 1), new(2040, 1, 1), null)]),
        ],
    };

    /// <summary>Each with its remedy.</summary>
    public static TheoryData<string, string> Never => new()
    {
        { "if daily volume > 5 ‹only between 08:00 and 18:00›", "Write for example `every day at 18:00`." },
        { "if daily volume > 5 ‹only between 22:30 and 22:45›", "Write for example `every day at 23:00`." },
        { "if daily volume > 5 every day at 08:00 ‹only between 08:00 and 18:00›", "Write for example `every day at 18:00`." },
        { "if weekly volume > 5 every monday ‹only on weekdays›", "Write for example `every monday at 23:00`." },
        { "if weekly volume > 5 every monday at 06:00 ‹only on saturday, sunday›", "Write for example `every sunday at 06:00`." },
        { "if weekly volume > 5 every monday at 06:00 ‹only on saturday and between 20:00 and 08:00›", "Write for example `every saturday at 06:00`." },
        { "if weekly volume > 5 every month ‹only between 08:00 and 09:00›", "Write for example `every month at 09:00`." },
        { "if hourly volume > 5 ‹only on monday and on tuesday›", "No moment is left in any week" },
        { "if hourly volume > 5 only on monday ‹except on weekdays›", "No moment is left in any week" },
        { "if daily volume > 5 every day at 06:00 ‹except between 05:30 and 05:45›", "Write for example `every day at 23:00`." },
        { "if hourly volume > 5 only during bill-runs ‹except during bill-runs›", "No moment is left in any week" },
        { "if hourly volume > 5 only during bill-runs ‹except within 2 days after bill-runs›", "No moment is left in any week" },
        { "if hourly volume > 5 only within 2 days after bill-runs ‹except within 2 days after bill-runs›", "No moment is left in any week" },
        { "if hourly volume > 5 only on holidays ‹except on holidays›", "No moment is left in any week" },
        { "if case is open every monday ‹only on tuesday›", "Write for example `every tuesday at 23:00`." },
    };

    public static TheoryData<string> NoDates =>
    [
        "if hourly volume > 5 ‹only during price-changes›",
        "if daily volume > 5 ‹only within 2 days after price-changes›",
        "if weekly volume > 5 every wednesday at 06:00 ‹only on holidays›",
        "if daily volume > 5 every day at 18:00 ‹only during bill-runs and on holidays›",
        "if weekly volume > 5 every monday at 06:00 ‹only within 2 days after bill-runs›",
    ];

    public static TheoryData<string> Open =>
    [
        "if daily volume > 5 only on weekdays",
        "if daily volume > 5 only between 23:30 and 00:30",
        "if hourly volume > 5 only on weekdays and between 08:00 and 18:00 except during incidents",
        "if hourly volume > 5 except on weekdays and between 08:00 and 18:00",
        "if weekly volume > 5 every monday only on sunday",
        "if weekly volume > 5 every month only on tuesday",
        "if hourly volume > 5 only on monday, holidays except on holidays",
        "if hourly volume > 5 only within 2 days after bill-runs except during bill-runs",
        "if hourly volume > 5 only during bill-runs except within 2 days after price-changes",
        "if weekly volume > 5 every thursday only during bill-runs",
        "if weekly volume > 5 every friday at 06:00 only within 2 days after bill-runs",
        "if weekly volume > 5 every month at 06:00 only during long and on friday",
        "if weekly volume > 5 every tuesday only on holidays",
        "if daily volume > 5 only on holidays, monday",
    ];

    [Theory]
    [MemberData(nameof(Never))]
    public void Rule_WithoutAnEvaluation_IsRefusedWithARemedy(string marked, string help)
    {
        var diagnostic = Compiled.OnlyMistake($"rule one {marked} then route to Billing", Project);

        Assert.Equal("CXR2084", diagnostic.Code);
        Assert.StartsWith(help, diagnostic.Help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NoDates))]
    public void Rule_WithoutADate_IsNamed(string marked) => Assert.Equal("CXR3012", Compiled.OnlyMistake($"rule one {marked} then route to Billing", Project).Code);

    [Theory]
    [MemberData(nameof(Open))]
    public void Rule_WithAnEvaluation_HasNoFinding(string text) => Assert.NotNull(Compiled.Rule($"rule one {text} then route to Billing", Project));

    [Fact]
    public void Moments_InYaml_AreNamedWhereTheyStand()
    {
        var diagnostic = Compiled.OnlyMistake("rules:\n  - rule: one\n    if: daily volume > 5\n    ‹only: between 08:00 and 18:00›\n    then: route to Billing\n", Project, "rules/one.yaml");

        Assert.Equal("'only between 08:00 and 18:00' lets no evaluation of the rule take place: it is evaluated `every day`; each of these midnights belongs to the day that it ends, and to its last hour.", diagnostic.Message);
    }
}
