using System.Collections.Immutable;
using CxRules.Compiler.Lowering;
using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler;

/// <summary>Lowers bound rules to a plan: equal populations and equal measures become one.</summary>
public sealed class PlanCompiler
{
    private readonly BoundRuleSet _ruleSet;
    private readonly ZoneRules _zone;
    private readonly List<PopulationPlan> _populations = [];
    private readonly Dictionary<string, int> _populationIndex = new(StringComparer.Ordinal);
    private readonly List<MeasurePlan> _measures = [];
    private readonly Dictionary<MeasurePlan, int> _measureIndex = [];
    private readonly HashSet<ContactField> _fields = [];
    private readonly List<JourneyAtom> _journeys = [];
    private readonly JourneyLowering _lowering;

    private PlanCompiler(BoundRuleSet ruleSet, ZoneRules zone)
    {
        _ruleSet = ruleSet;
        _zone = zone;
        _lowering = new JourneyLowering(ruleSet.Project.Schema, zone, AtomOf);
    }

    /// <param name="zone">The project's zone, else the source's, else UTC.</param>
    public static EnginePlan Compile(BoundRuleSet ruleSet, ZoneRules zone) => new PlanCompiler(ruleSet, zone).Compile();

    /// <summary>The index of a measure, shared with its equals.</summary>
    internal int MeasureOf(BoundMeasure measure)
    {
        var counted = RepeatRate.AsShare(measure, _ruleSet.Project.Schema);
        var population = PopulationOf(counted.Population);
        return Add(new((QuantityKind)counted.Kind, population, counted.Among is null ? -1 : AmongOf(counted.Among, counted.Population, population), counted.Field, counted.Rank ?? 0, counted.Window)
        {
            EarlierDays = measure.EarlierDays ?? 0,
            Per = measure.Per is { } per ? new(per.Count, per.Exposure) : null,
            Cycles = CyclesOf(measure.Cycles),
            Name = measure.RepeatWithin is { } within ? $"repeat rate within {within}" : null,
        });
    }

    /// <summary>The volume of a measure's population over its window: what its chance test counts.</summary>
    internal int VolumeOf(BoundMeasure measure) => Add(new(QuantityKind.Volume, PopulationOf(measure.Population), -1, null, 0, measure.Window)
    {
        EarlierDays = measure.EarlierDays ?? 0,
        Cycles = CyclesOf(measure.Cycles),
    });

    private static CyclesPlan? CyclesOf(BoundCycles? cycles) => cycles is null ? null : new(cycles.Count, cycles.Exposure);

    private EnginePlan Compile()
    {
        var order = ChainOrder.Of(_ruleSet.Rules);
        var rules = _ruleSet.Rules.Select((rule, index) => Lower(rule, index, order)).ToImmutableArray();
        AddImpliedFields();
        return new(_ruleSet.Project, _zone, [.. _populations], [.. _measures], rules, [.. _fields.OrderBy(field => field.Ordinal)]) { Journeys = [.. _journeys] };
    }

    private RulePlan Lower(BoundRule rule, int index, ImmutableArray<int> order)
    {
        var signals = new SignalLowering(this, _ruleSet.Project, rule.Population);
        rule = rule with { Population = EstimateLowering.PopulationOf(rule, _ruleSet.Project.Schema) };
        _fields.UnionWith(rule.Per);
        _fields.UnionWith(ActionLowering.FieldsOf(rule, _ruleSet.Project.Schema));

        var plan = new RulePlan
        {
            Id = rule.Id,
            Index = index,
            Priority = rule.Priority,
            Population = rule.Kind == RuleKind.Cases ? -1 : PopulationOf(rule.Population),
            Signal = rule.Signal is null ? null : signals.Lower(rule.Signal),
            For = rule.For,
            Until = rule.Until is null ? null : signals.Lower(rule.Until),
            UntilFor = rule.UntilFor,
            Per = rule.Per,
            Every = rule.Every,
            ActsOnChange = rule is { Kind: RuleKind.Cases, HasEvery: false, For: null, Only.IsEmpty: true, Except.IsEmpty: true },
            Only = MomentLowering.Lower(rule.Only, _ruleSet.Project),
            Except = MomentLowering.Lower(rule.Except, _ruleSet.Project),
            Window = rule.Window,
            Cycles = CyclesOf(rule.Cycles),
            Top = rule.Top is { } top ? new(top.Count, MeasureOf(new(top.By, rule.Population, null, null, null, rule.Window) { Cycles = rule.Cycles })) : null,
            Basis = rule.Basis,
            Route = rule.Route is { } route ? new(route.Owners, route.OwnerOf, route.Evidence) : null,
            Actions = [.. ActionLowering.HandOn(rule), .. rule.Actions.SelectMany(ActionLowering.Lower)],
            SuppressedBy = [.. _ruleSet.Rules.Index().Where(other => other.Item.Suppresses.Contains(rule.Id)).Select(other => other.Index)],
            Order = order[index],
            Exposure = RuleExposure.Of(rule),
        };
        var unit = UnitOf(plan);
        return plan with { Unit = unit, Expectation = ExpectationLowering.Lower(rule, unit) };
    }

    /// <summary>The rules that emit a signal.</summary>
    internal ImmutableArray<int> EmittersOf(string signal) =>
        [.. _ruleSet.Rules.Index().Where(rule => rule.Item.Actions.OfType<BoundEmitSignal>().Any(emit => emit.Signal == signal)).Select(rule => rule.Index)];

    /// <summary>The rules that open the cases which a fact is about.</summary>
    internal ImmutableArray<int> OpenersOf(BoundSignal fact) => [.. _ruleSet.Rules.Index().Where(rule => RuleFacts.IsAbout(fact, rule.Item)).Select(rule => rule.Index)];

    /// <summary>Days suffice where evaluations fall on midnights and no window is of hours.</summary>
    private TimeUnit UnitOf(RulePlan rule) =>
        rule.Every.Kind == ScheduleKind.Hour || rule.Every.Hour != 0 || SignalMeasures.Of(rule).Any(measure => _measures[measure].Window.Unit == TimeUnit.Hour)
            ? TimeUnit.Hour
            : TimeUnit.Day;

    private int PopulationOf(BoundCondition condition) => _populationIndex.TryGetValue(condition.Key, out var index)
        ? index
        : Add(condition.Key, condition, _lowering.Lower(condition));

    /// <summary>What a share is a share of; where its part is decided later than the contact, a contact is counted in both at one time.</summary>
    private int AmongOf(BoundCondition whole, BoundCondition part, int partIndex)
    {
        if (!JourneyCondition.IsDelayed(_populations[partIndex].Journey, _journeys, _populations))
        {
            return PopulationOf(whole);
        }

        var key = $"{whole.Key} once it is known whether {part.Key}";
        return _populationIndex.TryGetValue(key, out var index)
            ? index
            : Add(key, new BoundAnd([whole, new BoundOr([part, new BoundNot(part)])]), _lowering.Settled(whole, part));
    }

    /// <param name="journey">Lowered before, so that what it looks for has a lower index.</param>
    private int Add(string key, BoundCondition condition, JourneyCondition? journey)
    {
        var index = _populations.Count;
        _populationIndex.Add(key, index);
        var asksKind = ConditionFields.OfContact(condition).Contains(_ruleSet.Project.Schema.Kind);
        _populations.Add(PopulationLowering.Lower(condition, _ruleSet.Project.Schema, _zone) with { Journey = journey, AsksKind = asksKind });
        _fields.UnionWith(ConditionFields.Of(condition));
        return index;
    }

    private int AtomOf(BoundJourney journey)
    {
        var schema = _ruleSet.Project.Schema;
        var found = _journeys.FindIndex(atom => atom.Key == journey.Key);
        if (found >= 0)
        {
            return found;
        }

        var target = PopulationOf(journey.Contact);
        _fields.Add(schema.Customer);
        _fields.UnionWith(journey.Same is { } same ? [same] : []);
        _journeys.Add(new(journey.Key, journey.Direction == JourneyDirection.FollowedBy ? JourneySide.After : JourneySide.Before, target, journey.Within, journey.Same));
        return _journeys.Count - 1;
    }

    private int Add(MeasurePlan measure)
    {
        if (!_measureIndex.TryGetValue(measure, out var index))
        {
            index = _measures.Count;
            _measureIndex.Add(measure, index);
            _measures.Add(measure);
        }

        return index;
    }

    /// <summary>What measures, costs and derived codes read besides the conditions' own fields.</summary>
    private void AddImpliedFields()
    {
        var schema = _ruleSet.Project.Schema;
        _fields.UnionWith(_measures.Select(measure => measure.Field).OfType<ContactField>());
        if (_measures.Any(measure => measure.Kind is QuantityKind.Customers or QuantityKind.Cancellations))
        {
            _fields.Add(schema.Customer);
        }

        if (_measures.Any(measure => measure.Kind == QuantityKind.Cancellations))
        {
            _fields.Add(schema.Cancelled);
        }

        AddCostFields(schema, _ruleSet.Project.Costs);
        if (_fields.Contains(schema.Touchpoint) || _fields.Contains(schema.Demand))
        {
            _fields.Add(schema.Disposition);
        }
    }

    private void AddCostFields(ContactSchema schema, ImmutableArray<CostTable> costs)
    {
        if (costs.IsEmpty)
        {
            return;
        }

        _fields.UnionWith([schema.Disposition, schema.Touchpoint]);
        if (costs.Any(table => table.LoadedRate is not null))
        {
            _fields.Add(schema.HandleTime);
        }

        if (costs.Any(table => table.Acquisition is not null))
        {
            _fields.UnionWith([schema.Customer, schema.Cancelled, schema.CancelledAt, schema.CancellationReason]);
        }

        if (costs.Any(table => table.Escalations is not null))
        {
            _fields.Add(schema.Escalation);
        }
    }
}
