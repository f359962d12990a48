using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using NodaTime;
using static CxRules.Testing.Tests.Naive.NaiveScenario;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Baselines of one Thursday by every method, computed by hand: 8, 2, 4, 4, 6, 1, 3 and 20 on the Thursdays before, the latest first.</summary>
public sealed class NaiveBaselineTests
{
    private const string Bills = "bills";
    private const string Header = "id,occurred at,channel,disposition";
    private static readonly int[] Thursdays = [8, 2, 4, 4, 6, 1, 3, 20];
    private static readonly LocalDate Evaluated = new(2026, 2, 26);

    [Theory]
    [InlineData(BaselineMethod.Median, 8, 4)]
    [InlineData(BaselineMethod.SameWeekday, 8, 4)]
    [InlineData(BaselineMethod.Mean, 8, 6)]
    [InlineData(BaselineMethod.TrimmedMean, 8, 4.5)]
    [InlineData(BaselineMethod.TrimmedMean, 3, 4.666666667)]
    [InlineData(BaselineMethod.TrimmedMean, 4, 4)]
    [InlineData(BaselineMethod.Ewma, 1, 8)]
    [InlineData(BaselineMethod.Ewma, 8, 5.202101711)]
    [InlineData(BaselineMethod.PerExposure, 8, 10)]
    public void Baseline_ByAMethod_IsAsByHand(BaselineMethod method, int windows, double expected) =>
        Assert.Equal(expected, (double)(Baseline(new(method, windows, 1, 0) { Exposure = Bills }, Exposure([100, 100, 50, 100, 100, 50, 100, 100], 200)) ?? -1), 1e-8);

    [Fact]
    public void Baseline_PerExposure_LeavesWindowsWithoutOneOut()
    {
        var spec = new BaselineSpec(BaselineMethod.PerExposure, 8, 7, 0) { Exposure = Bills };

        Assert.Equal(8, Baseline(spec, Exposure([0, 100, 50, 100, 100, 50, 100, 100], 200)));
        Assert.Null(Baseline(spec, Exposure([0, 0, 50, 100, 100, 50, 100, 100], 200)));
        Assert.Null(Baseline(spec, Exposure([100, 100, 50, 100, 100, 50, 100, 100], 0)));
    }

    [Fact]
    public void Baseline_ByEwma_WeighsWeeksByTheirAge()
    {
        var holiday = Project.Default with { Holidays = [Evaluated.PlusDays(-7).ToDateOnly()] };

        // Without the first week 2 and 4 remain of three: (0.7 × 2 + 0.49 × 4) ÷ 1.19.
        Assert.Equal(3.36m / 1.19m, Baseline(new(BaselineMethod.Ewma, 3, 1, 0), holiday) ?? 0, 12);
    }

    [Theory]
    [InlineData(BaselineMethod.Median)]
    [InlineData(BaselineMethod.SameWeekday)]
    public void Baseline_OfALongWindow_StepsByWholeWindows(BaselineMethod method)
    {
        var measure = Daily(Late) with { Window = new Window(10, TimeUnit.Day) };

        // Ten days that end on 12 February, 29 and 15 January hold 2 + 4, 4 + 6 and 1 + 3.
        Assert.Equal(6, Baseline(new(method, 3, 1, 0), Project.Default, measure));
    }

    [Fact]
    public void Baseline_PerExposureOfAWindowBeyondTheFile_IsUnknown()
    {
        var project = Exposure([100, 100, 50, 100, 100, 50, 100, 100], 200);
        var shortened = project with { Exposures = [project.Exposures[0] with { Counts = project.Exposures[0].Counts?.Remove(Evaluated.ToDateOnly()) }] };

        Assert.Null(Baseline(new(BaselineMethod.PerExposure, 8, 4, 0) { Exposure = Bills }, shortened));
    }

    private static decimal? Baseline(BaselineSpec spec, Project project, BoundMeasure? measure = null)
    {
        var rows = string.Join('\n', Thursdays.SelectMany((count, week) => Enumerable.Range(0, count)
            .Select(index => FormattableString.Invariant($"{week}-{index},{Evaluated.PlusDays(-7 * (week + 1)):uuuu-MM-dd}T10:00Z,phone,late"))));
        var world = new NaiveWorld(project, NaiveSource.Of(Header), NaiveSource.Read(Header, rows, project));
        return new NaiveBaselines(world, new(world)).Baseline(measure ?? Daily(Late), spec, new(Rule("rule", null), []), world.Calendar.At(Evaluated.PlusDays(1).AtMidnight()))?.ToDecimal();
    }

    /// <param name="thursdays">On the Thursdays before, the latest first.</param>
    private static Project Exposure(decimal[] thursdays, decimal evaluated) => Project.Default with
    {
        Exposures =
        [
            new Exposure(Bills, "")
            {
                Counts = thursdays.Prepend(evaluated).Index().ToImmutableSortedDictionary(week => Evaluated.PlusDays(-7 * week.Index).ToDateOnly(), week => week.Item),
            },
        ],
    };
}
