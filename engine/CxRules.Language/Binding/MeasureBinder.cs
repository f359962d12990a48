using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`weekly share of (A) among (B)`: which contacts a measure counts, and over which window.</summary>
internal sealed class MeasureBinder
{
    private static readonly Dictionary<MeasureName, Func<MeasureBinder, MeasureSyntax, Parts, BoundMeasure?>> ByName = new()
    {
        [MeasureName.Volume] = (binder, _, parts) => binder.Simple(MeasureKind.Volume, parts),
        [MeasureName.Customers] = (binder, _, parts) => binder.Simple(MeasureKind.Customers, parts),
        [MeasureName.Cost] = (binder, _, parts) => binder.Simple(MeasureKind.Cost, parts),
        [MeasureName.Cancellations] = (binder, _, parts) => binder.Simple(MeasureKind.Cancellations, parts),
        [MeasureName.Share] = (binder, _, parts) => binder.Share(parts),
        [MeasureName.BottomRate] = (binder, syntax, parts) => binder.Rate(syntax, parts, Comparison.LessOrEqual, rank => rank),
        [MeasureName.TopRate] = (binder, syntax, parts) => binder.Rate(syntax, parts, Comparison.GreaterOrEqual, rank => 6 - rank),
        [MeasureName.Average] = (binder, syntax, parts) => binder.OfField(syntax, parts, MeasureKind.Average, null),
        [MeasureName.Median] = (binder, syntax, parts) => binder.OfField(syntax, parts, MeasureKind.Percentile, 50),
        [MeasureName.Percentile] = (binder, syntax, parts) => binder.OfField(syntax, parts, MeasureKind.Percentile, syntax.Rank),
        [MeasureName.RepeatRate] = (binder, syntax, parts) => binder.RepeatRate(syntax, parts),
        [MeasureName.Tally] = (binder, _, parts) => binder.Simple(MeasureKind.Tally, parts),
    };

    private readonly BindingScope _scope;
    private readonly BoundCondition _population;
    private readonly ConditionBinder _conditions;
    private readonly WindowBinder _windows;
    private readonly MeasureTail _tail;
    private readonly JourneyBinder _journeys;

    public MeasureBinder(BindingScope scope, BoundCondition population)
    {
        _scope = scope;
        _population = population;
        _conditions = new(scope);
        _windows = new(scope);
        _tail = new(scope);
        _journeys = new(scope);
    }

    private ContactField Rating => _scope.Project.Schema.Find("rating") ?? throw new InvalidOperationException("The schema has no rating.");

    /// <param name="inherited">The window of the comparison or of its left side.</param>
    public BoundMeasure? Bind(MeasureSyntax syntax, MeasureWindow? inherited)
    {
        var of = syntax.Of is null ? BoundAnd.Everything : _conditions.Bind(syntax.Of);
        var among = syntax.Among is null ? null : _conditions.Bind(syntax.Among);
        var window = syntax.Window is { } own ? _windows.Bind(own) : inherited;
        _scope.Refer(syntax.Span, SymbolKind.Measure, syntax.Name.ToString());
        var bound = ByName[syntax.Name](this, syntax, new(of ?? BoundAnd.Everything, syntax.Of is not null, among, window ?? MeasureWindow.Daily));
        if (syntax.Window is null && inherited is null && !_scope.HasErrors)
        {
            var written = _scope.Written(syntax);
            _scope.Report(BindingErrors.WindowMissing, syntax, $"'{written}'", $"Write for example `weekly {written}`, or `over 36 hours` after it.");
        }

        var whole = bound is null ? null : _tail.Bind(syntax, bound);
        return of is null || window is null || (syntax.Among is not null && among is null) ? null : whole;
    }

    /// <summary>Rated contacts of the population: `at least 30 ratings`.</summary>
    public BoundMeasure Rated(MeasureWindow window) =>
        Make(MeasureKind.Volume, Logic.And(_population, new BoundPresence(Rating)), window);

    /// <summary>A measure of the rule's whole population.</summary>
    public BoundMeasure Whole(MeasureKind kind, MeasureWindow window) => Make(kind, _population, window);

    private static BoundMeasure Make(MeasureKind kind, BoundCondition population, MeasureWindow window) =>
        new(kind, population, null, null, null, window.Window) { Cycles = window.Cycles };

    private BoundMeasure Simple(MeasureKind kind, Parts parts) => Make(kind, Logic.And(_population, parts.Of), parts.Window);

    private BoundMeasure? RepeatRate(MeasureSyntax syntax, Parts parts)
    {
        if (syntax.Limit is not { } limit)
        {
            _scope.ReportWithAddition(BindingErrors.LimitMissing, syntax, "within 7 days", _scope.Written(syntax));
            return null;
        }

        return _journeys.TryLimit(limit, out var within) ? Simple(MeasureKind.RepeatRate, parts) with { RepeatWithin = within } : null;
    }

    private BoundMeasure Share(Parts parts)
    {
        var (part, whole) = (parts.HasOf, parts.Among) switch
        {
            (true, { } among) => (Logic.And(parts.Of, among), among),
            (true, null) => (Logic.And(_population, parts.Of), _population),
            (false, { } among) => (Logic.And(_population, among), Logic.And(KindOf(_population), among)),
            _ => (_population, KindOf(_population)),
        };
        return Make(MeasureKind.Share, part, parts.Window) with { Among = whole };
    }

    /// <summary>A share of feedback is one of all feedback, not of all contacts.</summary>
    private BoundCondition KindOf(BoundCondition population) =>
        Logic.And([.. Conjuncts(population).Where(conjunct => ConditionFields.OfContact(conjunct) is { Count: 1 } fields && fields.Contains(_scope.Project.Schema.Kind))]);

    private static IEnumerable<BoundCondition> Conjuncts(BoundCondition condition) => condition is BoundAnd and ? and.Operands.SelectMany(Conjuncts) : [condition];

    private BoundMeasure Rate(MeasureSyntax syntax, Parts parts, Comparison comparison, Func<int, int> threshold)
    {
        var rated = Logic.And(_population, parts.Of, new BoundPresence(Rating));
        var stored = threshold((int)(syntax.Rank ?? 2)) * FieldScale.Of(Rating.Kind);
        return Make(MeasureKind.Share, Logic.And(_population, parts.Of, new BoundNumber(Rating, comparison, stored)), parts.Window) with { Among = rated };
    }

    private BoundMeasure? OfField(MeasureSyntax syntax, Parts parts, MeasureKind kind, decimal? rank)
    {
        if (syntax.Field is not { } words || _scope.Field(words) is not { } field)
        {
            return null;
        }

        var name = syntax.Name.ToString().ToLowerInvariant();
        if (!FieldKinds.IsMeasurable(field.Kind))
        {
            _scope.Report(BindingErrors.NotMeasurable, words, field.Name, FieldKinds.Noun(field.Kind), name, $"Write for example `{name} handle time`, or count contacts: `volume of (…)`.");
            return null;
        }

        return Simple(kind, parts) with { Field = field, Rank = rank };
    }

    private sealed record Parts(BoundCondition Of, bool HasOf, BoundCondition? Among, MeasureWindow Window);
}
