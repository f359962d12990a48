using CxRules.Language.Binding;
using CxRules.Language.Text;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Random rules as bound trees, wider than the sentences: any condition, measure, amount and schedule.</summary>
internal sealed class BoundRules(Knobs knobs, Project project)
{
    private static readonly BaselineMethod[] Methods =
        [BaselineMethod.Mean, BaselineMethod.Median, BaselineMethod.TrimmedMean, BaselineMethod.Ewma, BaselineMethod.SameWeekday, BaselineMethod.PerExposure];

    public List<BoundRule> All => [.. Enumerable.Range(0, knobs.Rules).Select(Rule)];

    private BoundRule Rule(int index)
    {
        var dice = new Dice(knobs.Seed, 10 + index);
        var hourly = knobs.Hourly && index == 0;
        var population = Journeying(new Dice(knobs.Seed, 3000 + index), Condition(dice, 2));
        var rule = new BoundRule
        {
            Id = $"rule-{index}",
            Ordinal = index,
            Priority = dice.Between(0, 2),
            Population = population,
            Route = Route(dice),
            Actions = [.. Actions(new Dice(knobs.Seed, 2000 + index))],
            ConditionText = "random",
            Text = new SourceText("rules.cxr", ""),
            Span = default,
        };
        if (index > 0 && dice.Is(.2))
        {
            return RandomSamples.Bound(new Dice(knobs.Seed, 9000 + index), rule);
        }

        var window = hourly ? new Window(dice.Of(1, 1, 3, 24), TimeUnit.Hour) : new Window(dice.Of(1, 1, 3, 7, 10), TimeUnit.Day);
        var signal = Signal(dice, population, window, project.Baseline, 2);
        var unit = hourly ? TimeUnit.Hour : TimeUnit.Day;
        var suppresses = index + 1 < knobs.Rules && dice.Is(.2);
        var more = new Dice(knobs.Seed, 6000 + index);
        return Fit(RandomSamples.Bound(new Dice(knobs.Seed, 9000 + index), new RandomFactors(more).Bound(RandomPast.Bound(more, rule with
        {
            Only = RandomMoments.Bound(more, hourly),
            Except = RandomMoments.Bound(more, hourly),
            Signal = signal,
            For = dice.Is(.3) ? new Hold(dice.Between(2, 5), unit, dice.Is(.4) ? 2 : null) : null,
            Until = dice.Is(.35) ? Signal(dice, population, window, project.Baseline, 0) : null,
            UntilFor = dice.Is(.5) ? new Hold(dice.Between(2, 5), unit, dice.Is(.2) ? 2 : null) : null,
            Per = [.. dice.Is(.4) ? dice.Of<string[]>(["product"], ["region"], ["product", "region"]).Select(BoundProject.Known) : []],
            Every = hourly ? Schedule.EveryHour
                : dice.Is(.8) ? Schedule.EveryDay
                : dice.Of(new Schedule(ScheduleKind.Week, 6, DayOfWeek.Monday), new Schedule(ScheduleKind.Week, 0, DayOfWeek.Sunday), new Schedule(ScheduleKind.Month), new Schedule(ScheduleKind.Day, 6)),
            Window = window,
            Suppresses = [.. suppresses ? [$"rule-{dice.Between(index + 1, knobs.Rules - 1)}"] : Array.Empty<string>()],
            Route = suppresses && dice.Is(.3) ? null : rule.Route,
        }))));
    }

    /// <summary>`for 2 of 5 days` counts evaluations: it is for rules that are evaluated each day.</summary>
    private static BoundRule Fit(BoundRule rule) => rule.Every.Kind is ScheduleKind.Week or ScheduleKind.Month
        ? Spiky(rule) with { For = rule.For is { } hold ? hold with { Needed = null } : null, UntilFor = rule.UntilFor is { } until ? until with { Needed = null } : null }
        : Spiky(rule);

    private static BoundRule Spiky(BoundRule rule) => rule with { Basis = rule.Signal is { } signal && IsSpike(signal) ? CaseBasis.Excess : CaseBasis.All };

    private static bool IsSpike(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.Any(IsSpike),
        BoundSignalOr or => or.Operands.Any(IsSpike),
        BoundSignalNot not => IsSpike(not.Operand),
        BoundThreshold threshold => threshold.Amount is BoundBaseline or BoundOther { Measure.EarlierDays: not null },
        BoundSample => false,
        _ => true,
    };

    private static BoundRoute Route(Dice dice) => dice.Between(0, 3) switch
    {
        0 => new([], BoundProject.Known("disposition"), true, null, 5, null),
        1 => new([], BoundProject.Known("touchpoint"), true, null, 3, null),
        2 => new(["Repairs", "Billing"], null, false, null, 5, null),
        _ => new(["Logistics"], null, true, null, 5, null),
    };

    /// <summary>Mostly none.</summary>
    private static IEnumerable<BoundAction> Actions(Dice dice) => new BoundAction[]
    {
        new BoundTagContact("recover"), new BoundCallBack(4 * TimeSpan.TicksPerHour), new BoundNotify([CaseAudience.Customers, CaseAudience.Agents], TimeSpan.TicksPerDay),
        new BoundNotify([CaseAudience.Customers], null), new BoundEscalate(new(["Repairs"], null, false, null, 5, null)), new BoundEscalate(new([], BoundProject.Known("touchpoint"), false, null, 5, null)),
    }.Where(_ => dice.Is(.08));

    private static BoundCondition Condition(Dice dice, int depth) => dice.Between(0, depth > 0 ? 13 : 10) switch
    {
        0 => Codes("disposition", "late", "tardy"),
        1 => Codes("disposition", "late-fee-old", "broken"),
        2 => Codes("disposition", "BILLING"),
        3 => Codes("channel", "phone"),
        4 => new BoundNumber(BoundProject.Known("handle time"), dice.Of(Comparison.Greater, Comparison.LessOrEqual), 300_000),
        5 => new BoundNumber(BoundProject.Known("csat"), dice.Of(Comparison.Equal, Comparison.GreaterOrEqual), 3_000_000),
        6 => new BoundPresence(BoundProject.Known(dice.Of("customer", "csat", "cancelled"))),
        7 => dice.Is(.5) ? Codes("demand", "failure") : Codes("touchpoint", "delivery", "bill"),
        8 => new BoundWeekday([DayOfWeek.Saturday, DayOfWeek.Sunday]),
        9 => new BoundLocalTime(new TimeOnly(dice.Between(0, 23), 30), new TimeOnly(dice.Between(0, 23), 0)),
        10 => new BoundFlag(BoundProject.Known("cancelled")),
        11 => new BoundNot(Condition(dice, depth - 1)),
        12 => new BoundOr([Condition(dice, depth - 1), Condition(dice, depth - 1)]),
        _ => new BoundAnd([Condition(dice, depth - 1), Condition(dice, depth - 1)]),
    };

    private static BoundCondition Journeying(Dice dice, BoundCondition population) => dice.Between(0, 9) switch
    {
        0 or 1 => new BoundAnd([population, RandomJourneys.Condition(dice, 2, inner => Condition(inner, 1))]),
        2 => new BoundOr([population, RandomJourneys.Condition(dice, 1, inner => Condition(inner, 1))]),
        _ => population,
    };

    private static BoundCodeIn Codes(string field, params string[] codes) => new(BoundProject.Known(field), [.. codes.Select(code => new CodePattern(code, !code.Any(char.IsLower)))]);

    private static BoundSignal Signal(Dice dice, BoundCondition population, Window window, BaselineSettings baseline, int depth) => dice.Between(0, depth > 0 ? 9 : 6) switch
    {
        <= 2 => Compared(dice, Volume(population, window), baseline),
        3 => new BoundChance(Measure(dice, population, window), dice.Of(.001, .01, .05)),
        4 or 5 => Compared(dice, Measure(dice, population, window), baseline),
        6 => Constant(dice, Measure(dice, population, window)),
        7 => new BoundSignalNot(Signal(dice, population, window, baseline, depth - 1)),
        8 => new BoundSignalOr([Signal(dice, population, window, baseline, depth - 1), Signal(dice, population, Shorter(dice, window), baseline, depth - 1)]),
        _ => new BoundSignalAnd([Signal(dice, population, window, baseline, depth - 1), Constant(dice, Volume(population, window))]),
    };

    private static Window Shorter(Dice dice, Window window) => window with { Length = dice.Between(1, window.Length) };

    private static BoundThreshold Compared(Dice dice, BoundMeasure measure, BaselineSettings settings)
    {
        var spec = dice.Is(.6) ? new BaselineSpec(settings.Method, settings.Windows, settings.Least, 0) { Exposure = settings.Exposure }
            : dice.Is(.3) ? new BaselineSpec(BaselineMethod.Fixed, 0, 0, dice.Between(1, 9))
            : Learned(dice.Of(Methods), dice.Between(2, 6));
        var less = dice.Is(.25);
        var guard = spec.Method != BaselineMethod.Fixed && dice.Is(.4) ? dice.Of(.001, .05) : (double?)null;
        return new(measure, less ? dice.Of(Comparison.Less, Comparison.LessOrEqual) : dice.Of(Comparison.Greater, Comparison.GreaterOrEqual),
            new BoundBaseline(less ? dice.Of(.5m, .8m) : dice.Of(1m, 1.3m, 2m), dice.Of(0m, 0m, 2m), spec), guard);
    }

    private static BaselineSpec Learned(BaselineMethod method, int windows) =>
        new(method, windows, 2, 0) { Exposure = method == BaselineMethod.PerExposure ? RandomExposure.Name : null };

    private static BoundThreshold Constant(Dice dice, BoundMeasure measure)
    {
        var value = measure.Kind switch
        {
            MeasureKind.Share or MeasureKind.RepeatRate => dice.Of(20m, 50m),
            MeasureKind.Average or MeasureKind.Percentile => measure.Field?.Name == "csat" ? 3 : dice.Of(600m, 900m),
            MeasureKind.Cost => dice.Of(20m, 100m),
            MeasureKind.Cancellations => 1,
            _ => dice.Between(1, 12),
        };
        BoundAmount amount = dice.Is(.8) ? new BoundConstant(value) : new BoundOther(measure with { Window = Shorter(dice, measure.Window) }, 1.5m, 0);
        return new(measure, dice.Of(Comparison.Greater, Comparison.GreaterOrEqual, Comparison.Less, Comparison.Equal, Comparison.NotEqual), amount, null);
    }

    private static BoundMeasure Volume(BoundCondition population, Window window) => new(MeasureKind.Volume, population, null, null, null, window);

    private static BoundMeasure Measure(Dice dice, BoundCondition population, Window window)
    {
        var narrower = new BoundAnd([population, Condition(dice, 0)]);
        return dice.Between(0, 7) switch
        {
            0 => new(MeasureKind.Share, population, BoundAnd.Everything, null, null, window),
            1 => new(MeasureKind.Share, narrower, population, null, null, window),
            2 => new(MeasureKind.Customers, population, null, null, null, window),
            3 => new(MeasureKind.Cost, population, null, null, null, window),
            4 => new(MeasureKind.Cancellations, population, null, null, null, window),
            5 => new(MeasureKind.Average, population, null, BoundProject.Known(dice.Of("handle time", "csat")), null, window),
            6 => new(MeasureKind.Percentile, population, null, BoundProject.Known(dice.Of("handle time", "csat")), dice.Of(50m, 90m, 25m), window),
            _ when dice.Is(.3) => new(MeasureKind.RepeatRate, population, null, null, null, window) { RepeatWithin = dice.Of(JourneyLimit.SameDay, JourneyLimit.OfDays(3), JourneyLimit.Elapsed(TimeSpan.TicksPerDay)) },
            _ when dice.Is(.3) => new(MeasureKind.Share, new BoundAnd([population, RandomJourneys.Condition(dice, 1, inner => Condition(inner, 1))]), population, null, null, window),
            _ => Volume(narrower, window),
        };
    }
}
