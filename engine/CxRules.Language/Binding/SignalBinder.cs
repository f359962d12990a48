using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>Conditions on measures. Null is the answer after a report.</summary>
internal sealed class SignalBinder
{
    private const double DefaultLevel = 0.001;
    private const decimal HighestLevel = 50;

    private static readonly Dictionary<Dimension, MeasureKind> Counted = new()
    {
        [Dimension.Contacts] = MeasureKind.Volume,
        [Dimension.Ratings] = MeasureKind.Volume,
        [Dimension.Customers] = MeasureKind.Customers,
    };

    private readonly BindingScope _scope;
    private readonly SignalContext _context;
    private readonly MeasureBinder _measures;
    private readonly ThresholdBinder _thresholds;
    private readonly WindowBinder _windows;
    private readonly UnitBinder _units;
    private readonly FactBinder _facts;

    public SignalBinder(BindingScope scope, SignalContext context)
    {
        _scope = scope;
        _context = context;
        _measures = new(scope, context.Population);
        _thresholds = new(scope, _measures);
        _windows = new(scope);
        _units = new(scope);
        _facts = new(scope);
    }

    public BoundSignal? Bind(ConditionSyntax syntax) => Bind(syntax, _context.Guard);

    /// <param name="guard">Null below `not`: there a comparison that asks for more is met by less.</param>
    private BoundSignal? Bind(ConditionSyntax syntax, double? guard) => syntax switch
    {
        ParenthesizedSyntax group => Bind(group.Condition, guard),
        LogicalSyntax logical => BindLogical(logical, guard),
        NotSyntax { Operand: NotSyntax inner } => Bind(inner.Operand, guard),
        NotSyntax not => Bind(not.Operand, null) is { } operand ? Logic.Not(operand) : null,
        ComparisonSyntax { Left: CaseCostSyntax } or ComparisonSyntax { Right: CaseCostSyntax } => _facts.Bind((ComparisonSyntax)syntax),
        BetweenSyntax { Left: CaseCostSyntax } cost => _facts.Bind(cost),
        ComparisonSyntax comparison => _thresholds.Bind(comparison, guard),
        BetweenSyntax between => _thresholds.Bind(between),
        PercentFromSyntax percent => _thresholds.Bind(percent, guard),
        QuantitySyntax quantity => BindQuantity(quantity),
        ChanceSyntax chance => BindChance(chance),
        SampleSyntax sample => _facts.Bind(sample),
        CaseStateSyntax state => _facts.Bind(state),
        SignalActiveSyntax signal => _facts.Bind(signal),
        ExpandedSyntax expanded => Expand(expanded, guard),
        FlagSyntax flag when _scope.Names.Definitions.Expand(flag) is { } expanded => Expand(expanded, guard),
        _ => null,
    };

    private BoundSignal? Expand(ExpandedSyntax expanded, double? guard) =>
        _scope.Expand(expanded, inner => new SignalBinder(inner, _context).Bind(expanded.Body, guard));

    private BoundSignal? BindLogical(LogicalSyntax logical, double? guard)
    {
        ImmutableArray<BoundSignal> operands = [.. logical.Operands.Select(operand => Bind(operand, guard)).OfType<BoundSignal>()];
        if (operands.Length < logical.Operands.Length)
        {
            return null;
        }

        return logical.IsAnd ? Logic.And(operands) : Logic.Or(operands);
    }

    private BoundThreshold? BindQuantity(QuantitySyntax syntax)
    {
        if (_units.Find(syntax.Count) is not { } unit)
        {
            return null;
        }

        if (!Counted.TryGetValue(unit.Dimension, out var kind) || !ComparisonTable.TryBind(syntax.Operator.Kind, out var comparison))
        {
            throw new InvalidOperationException($"'{_scope.Written(syntax)}' passed the grammar.");
        }

        if (Window(syntax, syntax.Over) is not { } window || _units.Convert(syntax.Count, unit.Dimension, "a quantity", "a count") is not { } count)
        {
            return null;
        }

        var measure = unit.Dimension == Dimension.Ratings ? _measures.Rated(window) : _measures.Whole(kind, window);
        return new(measure, comparison, new BoundConstant(count), null);
    }

    private BoundChance? BindChance(ChanceSyntax syntax)
    {
        var level = Level(syntax.Level);
        if (syntax.Measure is not { } named)
        {
            return Window(syntax, syntax.Over) is { } window && level is not null ? new(_measures.Whole(MeasureKind.Volume, window), level.Value) : null;
        }

        var over = syntax.Over is null ? null : _windows.Bind(syntax.Over);
        if (syntax.Over is not null && over is null)
        {
            return null;
        }

        if (_measures.Bind(named, over) is not { } measure)
        {
            return null;
        }

        if (measure.Kind == MeasureKind.Tally)
        {
            _scope.Report(BindingErrors.EstimateRefused, named, _scope.Written(named), "chance is in its interval already", "Compare it with a number, for example `weekly tally > 300`: that holds where the whole interval lies above.");
            return null;
        }

        return level is not null ? new(measure, level.Value) : null;
    }

    private double? Level(NumberSyntax? syntax)
    {
        if (syntax is null)
        {
            return DefaultLevel;
        }

        if (syntax.Unit is "%" && syntax.Value is > 0 and <= HighestLevel)
        {
            return (double)(syntax.Value / 100);
        }

        _scope.Report(BindingErrors.ChanceLevel, syntax, _scope.Written(syntax));
        return null;
    }

    /// <summary>Its own window, else the rule's longest.</summary>
    private MeasureWindow? Window(SyntaxNode node, WindowSyntax? over)
    {
        if (over is not null)
        {
            return _windows.Bind(over);
        }

        if (_context.Longest is null && !_context.WindowReported && !_scope.HasErrors)
        {
            var written = _scope.Written(node);
            _scope.ReportWithFix(BindingErrors.WindowMissing, node.Span, $"{written} over 7 days", $"'{written}'", $"No other condition of `if` names a window: write for example `{written} over 7 days`.");
        }

        return _context.Longest;
    }
}
