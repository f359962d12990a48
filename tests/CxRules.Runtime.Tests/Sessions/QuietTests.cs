using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Sessions;

/// <summary>A session that passes over quiet groups against one that evaluates every group at every instant, over random sparse histories.</summary>
public sealed class QuietTests
{
    private const int Days = 140;
    private const int Least = 4;

    private static readonly ContactField Customer = SmallHistory.Field("customer");

    private static readonly MeasurePlan[] Measures =
    [
        new(QuantityKind.Volume, 0, -1, null, 0, Window.Weekly),
        new(QuantityKind.Volume, 1, -1, null, 0, Window.Daily),
        new(QuantityKind.Share, 1, 0, null, 0, Window.Weekly),
        new(QuantityKind.Cost, 0, -1, null, 0, Window.Weekly),
        new(QuantityKind.Volume, 0, -1, null, 0, Window.Weekly) { EarlierDays = 14 },
        new(QuantityKind.Volume, 0, -1, null, 0, Window.Monthly) { Cycles = new(2, "bills") },
        new(QuantityKind.Volume, 0, -1, null, 0, Window.Weekly) { Per = new(100, "bills") },
    ];

    private static readonly ChancePlan Volume = new(0, 0, 0.05, false, 8, Least);
    private static readonly ChancePlan Share = new(0, 2, 0.05, false, 8, Least);
    private static readonly BaselineAmount Baseline = new(1.3m, 0, BaselineMethod.Median, 8, Least);
    private static readonly SignalPlan Three = Constant(0, ComparisonKind.GreaterOrEqual, 3);

    private static readonly Dictionary<string, SignalPlan> Signals = new()
    {
        ["three"] = Three,
        ["exactly two"] = Constant(0, ComparisonKind.Equal, 2),
        ["none"] = Constant(0, ComparisonKind.Less, 1),
        ["not three"] = new NotSignal(Three),
        ["three or a day"] = new AnySignal([Three, Constant(1, ComparisonKind.Greater, 0)]),
        ["three and a day"] = new AllSignals([Three, Constant(1, ComparisonKind.Greater, 0)]),
        ["baseline"] = Over(Volume),
        ["baseline, three"] = new AllSignals([Over(Volume), Three]),
        ["three, baseline"] = new AllSignals([Three, Over(Volume)]),
        ["three, guarded"] = new AllSignals([Three, Over(Volume) with { Guarded = true }]),
        ["guarded"] = Over(Volume) with { Guarded = true },
        ["chance"] = new ChanceSignal(Volume),
        ["three, less than chance"] = new AllSignals([Three, new ChanceSignal(Volume with { Less = true })]),
        ["share"] = Constant(2, ComparisonKind.Greater, 60),
        ["three, share beyond chance"] = new AllSignals([Three, new ChanceSignal(Share)]),
        ["a day of the week"] = new ThresholdSignal(1, ComparisonKind.Greater, new MeasureAmount(0.5m, 0, 0), null, false),
        ["cost"] = Constant(3, ComparisonKind.Greater, 1),
        ["more than before"] = new ThresholdSignal(0, ComparisonKind.Greater, new MeasureAmount(1, 0, 4), null, false),
        ["many before"] = Constant(4, ComparisonKind.GreaterOrEqual, 3),
        ["baseline before"] = new ThresholdSignal(4, ComparisonKind.Greater, Baseline, Volume with { Measure = 4 }, true),
        ["cycles"] = Constant(5, ComparisonKind.GreaterOrEqual, 3),
        ["baseline of cycles"] = new ThresholdSignal(5, ComparisonKind.Greater, Baseline, Volume with { Measure = 5 }, true),
        ["rate"] = Constant(6, ComparisonKind.Greater, 5),
        ["three, rate"] = new AllSignals([Three, Constant(6, ComparisonKind.LessOrEqual, 50)]),
    };

    private static readonly (string Name, RulePlan Rule)[] Shapes =
    [
        ("", new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Weekly }),
        ("for 3 days", new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Weekly, For = new Hold(3, TimeUnit.Day) }),
        ("until none", new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Weekly, Until = Constant(0, ComparisonKind.Less, 1), UntilFor = new Hold(4, TimeUnit.Day) }),
        ("every week", new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Weekly, Every = new Schedule(ScheduleKind.Week, 0, DayOfWeek.Wednesday) }),
        ("top two", new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Weekly, Top = new(2, 0) }),
        ("by the hour", new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Weekly, Unit = TimeUnit.Hour, Every = new Schedule(ScheduleKind.Day, 6, default) }),
    ];

    public static TheoryData<string, string> Rules
    {
        get
        {
            var rules = new TheoryData<string, string>();
            foreach (var signal in Signals.Keys)
            {
                foreach (var (shape, _) in Shapes)
                {
                    rules.Add(signal, shape);
                }
            }

            return rules;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Evaluate_WithQuietGroups_DecidesAsWithout(string signal, string shape)
    {
        var rule = Shapes.Single(entry => entry.Name == shape).Rule with { Signal = Signals[signal], Per = [Customer] };
        for (var seed = 1; seed <= 3; seed++)
        {
            var stage = new Stage(rule, new Random(seed));
            Assert.Equal(stage.Run(null), stage.Run(stage.Quiet()));
        }
    }

    /// <summary>Else there would be nothing to compare.</summary>
    [Theory]
    [InlineData("three")]
    [InlineData("none")]
    [InlineData("baseline")]
    [InlineData("guarded")]
    [InlineData("chance")]
    [InlineData("share")]
    [InlineData("cost")]
    [InlineData("more than before")]
    [InlineData("baseline before")]
    [InlineData("cycles")]
    [InlineData("baseline of cycles")]
    [InlineData("rate")]
    public void Run_OfASignal_OpensCases(string signal)
    {
        var stage = new Stage(Shapes[0].Rule with { Signal = Signals[signal], Per = [Customer] }, new Random(1));
        Assert.Contains(stage.Run(stage.Quiet()), line => line.Contains("holds", StringComparison.Ordinal));
    }

    /// <summary>The point of it: of 40 groups over 140 days few evaluations are of one group.</summary>
    [Fact]
    public void Roster_OfAGate_ConcernsTheGroupsThatReachIt()
    {
        var stage = new Stage(Shapes[0].Rule with { Signal = Three, Per = [Customer] }, new Random(1));
        var (sparse, all) = (stage.Concerned(stage.Quiet().Stirrings), stage.Concerned(null));
        Assert.InRange(sparse, 1, all / 8);
    }

    private static ThresholdSignal Constant(int measure, ComparisonKind comparison, decimal value) => new(measure, comparison, new ConstantAmount(value), null, false);

    private static ThresholdSignal Over(ChancePlan test) => new(0, ComparisonKind.Greater, Baseline, test, false);

    private sealed class Stage
    {
        private readonly RulePlan _rule;
        private readonly EnginePlan _plan;
        private readonly ContactDictionaries _dictionaries = SmallHistory.Dictionaries();
        private readonly ContactCounter _counter;
        private readonly SeriesStore _store;
        private readonly Timeline _timeline;
        private readonly Exclusions _exclusions;
        private readonly Exposures _exposures;
        private readonly RuleMeasures _measures;
        private readonly Instant[] _instants;

        public Stage(RulePlan rule, Random random)
        {
            _rule = rule;
            var costs = new CostTable(new(2026, 1, 1), null, ImmutableDictionary<string, decimal>.Empty, 36);
            var project = new Project { Currency = "GBP", Costs = [costs], Gaps = [SmallHistory.Monday.AddDays(80)], Holidays = [SmallHistory.Monday.AddDays(30)], Exposures = [new("bills", "") { Counts = Bills() }] };
            _plan = SmallHistory.Plan(project, [SmallHistory.Where("channel"), SmallHistory.Where("disposition", "late")], Measures, rule);
            var rows = Rows(random);
            _counter = new ContactCounter(_plan, _dictionaries);
            _counter.Count(SmallHistory.Batch(_dictionaries, rows), Enumerable.Repeat(true, rows.Length).ToArray());
            _counter.Seal();
            _store = new SeriesStore(_counter.Table, _counter.Layout, _plan.BucketUnit);
            _timeline = SmallHistory.Timeline(rule.Unit, Days);
            _exclusions = new Exclusions(_timeline, ZoneRules.Utc, project, Exclusions.FindGaps(project, _counter.Days));
            _exposures = new Exposures(project, _timeline);
            _measures = new RuleMeasures(rule, index => new MeasureReading(Measures[index], _counter.Layout, _counter.Cancellations, _exposures.Find(Measures[index].Per?.Exposure)));
            _instants = [.. Schedules.Instants(rule.Every, _timeline, _counter.First, _counter.Last)];
        }

        public Quiet Quiet() => CxRules.Runtime.Sessions.Quiet.Of(_rule, _rule.Signal ?? Three, UnguardedRatioOf()?.Threshold, _measures, new WindowFinder(_timeline, _exposures), _exclusions, _instants);

        public int Concerned(Stirrings? stirrings)
        {
            var roster = new Roster(Groups(), stirrings, [.. _instants.Select(instant => instant.Index)]);
            return Enumerable.Range(0, _instants.Length).Sum(evaluation => roster.At(evaluation, _ => true).Count);
        }

        /// <summary>All that a session says, as lines.</summary>
        public string[] Run(Quiet? quiet)
        {
            var evaluator = new SignalEvaluator(Project.Default, _timeline, _exclusions, _exposures, new GroupFactors(_rule.Per, _dictionaries));
            var signal = _rule.Signal ?? Three;
            evaluator.Watch(signal);
            var session = new RuleSession(_rule, signal, _timeline, evaluator, _instants, Groups(), quiet)
            {
                Top = _rule.Top is { } top ? new TopGroups(top, _rule.Per, _dictionaries, evaluator.Values) : null,
            };
            for (var evaluation = 0; evaluation < _instants.Length; evaluation++)
            {
                session.Evaluate(evaluation, group => group.Key.Codes[0] % 9 == 0);
            }

            return
            [
                $"{session.ChanceAlone}",
                .. session.Unknown.OrderBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => $"{reason}"),
                .. session.Groups.SelectMany(group => group.Cases.Select(state => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{group.Key.Codes[0]} {state.Ordinal} {state.Opened.Index} {state.Closed?.Index} {state.Evaluations} {state.Threshold} {state.LastTrue.Index} {state.PValue:R} {state.FirstUnit} {state.LastUnit} fired {string.Join(',', Enumerable.Range(0, _timeline.Length).Where(state.Fired.Contains))} holds {string.Join(',', Enumerable.Range(0, _timeline.Length).Where(state.Holds))}"))),
            ];
        }

        private CxRules.Runtime.Baselines.UnguardedRatio? UnguardedRatioOf() => CxRules.Runtime.Baselines.UnguardedRatio.Of(_rule.Signal ?? Three);

        private static ImmutableSortedDictionary<DateOnly, decimal> Bills() => Enumerable.Range(0, Days / 10).ToImmutableSortedDictionary(run => SmallHistory.Monday.AddDays(10 * run), _ => 20m)
            .Add(SmallHistory.Monday.AddDays(Days - 1), 0);

        private RuleGroups Groups()
        {
            var groups = _store.Groups(_rule.Population, _rule.Per);
            return new(groups.Count, Open, new GroupState(GroupKey.None, -1, _measures, [.. _measures.Populations.Select(_ => _store.Empty(_timeline))]));

            GroupState Open(int group)
            {
                var key = groups.KeyOf(group);
                return new(key, _store.Of(groups, group, _timeline).Units.First(), _measures, [.. _measures.Populations.Select(population => _store.Find(population, _rule.Per, key, _timeline))]);
            }
        }

        /// <summary>Forty customers: most call now and then, some a few days in a row, and two nearly every day.</summary>
        private static ContactRow[] Rows(Random random)
        {
            var contacts = new List<(int Day, int Customer)> { (0, 39), (Days - 1, 39) };
            for (var customer = 0; customer < 40; customer++)
            {
                contacts.AddRange(Enumerable.Range(0, customer < 2 ? 200 : random.Next(1, 6)).Select(_ => (random.Next(Days), customer)));
                if (random.Next(3) == 0)
                {
                    var day = random.Next(10, Days - 5);
                    contacts.AddRange(Enumerable.Range(0, random.Next(3, 9)).Select(_ => (day + random.Next(4), customer)));
                }
            }

            return [.. contacts.Where(contact => contact.Day != 80).Select((contact, i) => new ContactRow(i.ToString(CultureInfo.InvariantCulture), $"{SmallHistory.Monday.AddDays(contact.Day):yyyy-MM-dd} {random.Next(24):00}:00")
            {
                Customer = $"c{contact.Customer}",
                Disposition = random.Next(2) == 0 ? "late" : "refund",
                HandleTime = random.Next(9) == 0 ? null : random.Next(1, 200),
            })];
        }
    }
}
