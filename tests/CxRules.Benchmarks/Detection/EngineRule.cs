using System.Collections.Immutable;
using CxRules.Benchmarks.Simulation;
using CxRules.Compiler;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Benchmarks.Detection;

/// <summary>A rule as text, run by the engine itself over counts: its own sessions, baselines, chance tests and cases.</summary>
internal sealed class EngineRule
{
    private readonly EnginePlan _plan;
    private readonly RulePlan _rule;
    private readonly SignalPlan _signal;

    /// <param name="condition">Behind `if`.</param>
    /// <param name="every">Null: as the window has it.</param>
    /// <param name="baseline">The project's `baseline:`.</param>
    public EngineRule(string condition, string? every, string baseline)
    {
        var text = $"rule it\n  if {condition}\n{(every is null ? "" : $"  every {every}\n")}  then route to X\n";
        var compilation = RuleCompilation.Create(new([new SourceText("it.cxr", text)], new SourceText("cxrules.yaml", $"baseline: {baseline}\n"), []), new DateOnly(2026, 1, 1));
        if (compilation.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException(error.ToString());
        }

        _plan = PlanCompiler.Compile(compilation.RuleSet, ZoneRules.Utc);
        _rule = _plan.Rules[0];
        _signal = _rule.Signal ?? throw new InvalidOperationException("The rule has no signal.");
    }

    /// <summary>The rule over a stretch of days.</summary>
    public Stage On(int firstDay, int days) => new(this, firstDay, days);

    /// <summary>By position: the signal is active at the evaluation that ends it.</summary>
    public bool[] Alarms(LabelledSeries series)
    {
        var units = series.Step == Step.Hour ? TimeUnit.Hour : TimeUnit.Day;
        var length = series.Step == Step.Week ? 7 : 1;
        var days = units == TimeUnit.Hour ? (series.Counts.Length + 23) / 24 : series.Counts.Length * length;
        var stage = On(series.First, days);
        var slots = series.Counts.Select((count, position) => (units == TimeUnit.Hour
            ? ((series.First + (position / 24)) * 32) + (position % 24)
            : series.First + (position * length), count));
        var alarms = new bool[series.Counts.Length];
        var session = stage.Open(stage.Series(slots), Schedules.Instants(_rule.Every, stage.Timeline, new DateTime(DateOnly.FromDayNumber(series.First), default).Ticks, stage.Timeline.AtIndex(stage.Timeline.Length).UtcTicks - 1));
        for (var evaluation = 0; evaluation < session.Instants.Count; evaluation++)
        {
            session.Evaluate(evaluation, _ => false);
            var position = (session.Instants[evaluation].Index / length) - 1;
            if (position >= 0 && position < alarms.Length)
            {
                alarms[position] = session.Groups.Any(group => group.IsActive);
            }
        }

        return alarms;
    }

    /// <summary>Timeline, calendar and plan that many histories share.</summary>
    internal sealed class Stage
    {
        private readonly EngineRule _owner;
        private readonly Exclusions _exclusions;
        private readonly Exposures _exposures;
        private readonly ProfileLayout _layout;

        public Stage(EngineRule owner, int firstDay, int days)
        {
            _owner = owner;
            Timeline = new Timeline(ZoneRules.Utc, owner._rule.Unit, firstDay, firstDay + days - 1);
            _exclusions = new Exclusions(Timeline, ZoneRules.Utc, owner._plan.Project, ImmutableHashSet<int>.Empty);
            _exposures = new Exposures(owner._plan.Project, Timeline);
            _layout = new ProfileLayout(owner._plan);
        }

        public Timeline Timeline { get; }

        public Series Series(IEnumerable<(int Slot, long Count)> slots)
        {
            var profile = new Profile(new ulong[_layout.Words], []);
            foreach (var (slot, count) in slots)
            {
                profile.Cells.At(slot).Contacts += count;
            }

            return new Series(Timeline, _owner._rule.Unit, [profile]);
        }

        public RuleSession Open(Series series, IEnumerable<Instant> instants)
        {
            var evaluator = new SignalEvaluator(Project.Default, Timeline, _exclusions, _exposures, new GroupFactors([], new ContactDictionaries(ContactSchema.Default, [])));
            evaluator.Watch(_owner._signal);
            return new(_owner._rule, _owner._signal, Timeline, evaluator, [.. instants], new RuleGroups(1, _ => Of(series), Of(Series([]))));
        }

        /// <summary>The case that the last evaluation opened, with the engine's figures; null where it opened none.</summary>
        public CaseFigures? Fired(Series series, Instant end)
        {
            var session = Open(series, [end]);
            session.Evaluate(0, _ => false);
            return session.Groups.SelectMany(group => group.Cases).ToList() is [var state] ? CaseFigures.Of(state, [], series, Timeline, _exclusions, _exposures) : null;
        }

        private GroupState Of(Series series) => new(
            GroupKey.None,
            -1,
            new RuleMeasures(_owner._rule, index => new MeasureReading(_owner._plan.Measures[index], _layout, new Dictionary<int, List<long>>())),
            [series]);
    }
}
