using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Model.Projects;

namespace CxRules.Language.Binding;

/// <summary>A measure against an amount, in each of the forms that say so.</summary>
internal sealed class ThresholdBinder(BindingScope scope, MeasureBinder measures)
{
    private readonly AmountBinder _amounts = new(scope, measures);
    private readonly UnitBinder _units = new(scope);
    private readonly WindowBinder _windows = new(scope);

    public BoundThreshold? Bind(ComparisonSyntax syntax, double? guard)
    {
        if (syntax.Left is BadOperandSyntax || syntax.Right is BadOperandSyntax)
        {
            return null;
        }

        if (!ComparisonTable.TryBind(syntax.Operator.Kind, out var comparison))
        {
            scope.Report(BindingErrors.MeasureOperator, syntax.Operator, ComparisonTable.Text(syntax.Operator.Kind));
            return null;
        }

        if (syntax.Left is MeasureSyntax left)
        {
            return Measure(left, syntax.Over) is { } measure ? Threshold(left, measure, comparison, Amount(syntax.Right, measure, left), guard) : null;
        }

        return syntax.Right is MeasureSyntax && syntax.Left is not WordsSyntax && ComparisonTable.Mirror(syntax) is { } mirrored
            ? Bind(mirrored, guard)
            : RefuseLeft(syntax.Left);
    }

    public BoundSignal? Bind(BetweenSyntax syntax)
    {
        if (syntax.Left is not MeasureSyntax left)
        {
            return RefuseLeft(syntax.Left);
        }

        if (Measure(left, null) is not { } measure)
        {
            return null;
        }

        // No guard: who asks for a corridor around the baseline does not ask for a surprise.
        var low = Threshold(left, measure, Comparison.GreaterOrEqual, Amount(syntax.Low, measure, left), null);
        var high = Threshold(left, measure, Comparison.LessOrEqual, Amount(syntax.High, measure, left), null);
        return low is null || high is null ? null : Logic.And(ImmutableArray.Create<BoundSignal>(low, high));
    }

    /// <summary>Nothing is above or below nothing: beside `≥ baseline × 1.3`, the measure must exceed the baseline itself.</summary>
    public BoundSignal? Bind(PercentFromSyntax syntax, double? guard)
    {
        if (syntax.Left is not MeasureSyntax left)
        {
            return RefuseLeft(syntax.Left);
        }

        if (Measure(left, syntax.Over) is not { } measure || Factor(syntax) is not { } factor)
        {
            return null;
        }

        var reference = Amount(syntax.Reference, measure, left);
        var far = Threshold(left, measure, syntax.Above ? Comparison.GreaterOrEqual : Comparison.LessOrEqual, Scaled(reference, factor), guard);
        var beyond = Threshold(left, measure, syntax.Above ? Comparison.Greater : Comparison.Less, reference, null);
        return far is null || beyond is null ? null : Logic.And(ImmutableArray.Create<BoundSignal>(far, beyond));
    }

    private BoundMeasure? Measure(MeasureSyntax syntax, WindowSyntax? over)
    {
        if (syntax.Window is not null && over is not null)
        {
            scope.Report(BindingErrors.WindowRefused, over, scope.Written(over), $"'{scope.Written(syntax)}' has its window already", "Keep one of the two.");
            return null;
        }

        var window = over is null ? null : _windows.Bind(over);
        return over is not null && window is null ? null : measures.Bind(syntax, window);
    }

    private BoundAmount? Amount(OperandSyntax syntax, BoundMeasure measure, MeasureSyntax left) => _amounts.Bind(syntax, measure, scope.Written(left));

    private BoundThreshold? Threshold(MeasureSyntax left, BoundMeasure measure, Comparison comparison, BoundAmount? amount, double? guard)
    {
        if (RefusesEstimate(left, measure, amount))
        {
            return null;
        }

        var isGuarded = amount is BoundBaseline { Spec.Method: not BaselineMethod.Fixed } && comparison is not (Comparison.Equal or Comparison.NotEqual);
        return amount is null ? null : new(measure, comparison, amount, isGuarded ? guard : null);
    }

    /// <summary>An estimate has an interval; what it is compared with has none.</summary>
    private bool RefusesEstimate(MeasureSyntax left, BoundMeasure measure, BoundAmount? amount)
    {
        var (why, help) = amount switch
        {
            BoundOther { Measure.Kind: MeasureKind.Tally } when measure.Kind != MeasureKind.Tally => ("an estimate is no number that others are held against", "Write the tally on the left and a number on the right, for example `weekly tally > 300`."),
            not null when measure is { Kind: MeasureKind.Tally, Per: not null } => ("an estimate is not divided by an exposure", "Compare the tally itself with a number, for example `weekly tally > 300`."),
            BoundBaseline or BoundOther when measure.Kind == MeasureKind.Tally => ("an estimate is compared with a number: there are no earlier weeks of it to learn from, and two estimates are too rough to hold against each other", "Write for example `weekly tally > 300`; or count contacts, as in `weekly volume > baseline × 1.3`."),
            _ => default,
        };
        if (why is not null)
        {
            scope.Report(BindingErrors.EstimateRefused, left, scope.Written(left), why, help ?? "");
        }

        return why is not null;
    }

    private decimal? Factor(PercentFromSyntax syntax)
    {
        if (_units.Convert(syntax.Percent, Symbols.Dimension.Percent, "the distance", "a percentage") is not { } percent)
        {
            return null;
        }

        if (percent >= 0 && percent <= (syntax.Above ? 100_000 : 100))
        {
            return 1 + ((syntax.Above ? percent : -percent) / 100);
        }

        scope.Report(BindingErrors.ValueRefused, syntax.Percent, scope.Written(syntax.Percent), "nothing can lie so far away", "Write for example `is 30% above baseline`.");
        return null;
    }

    private static BoundAmount? Scaled(BoundAmount? amount, decimal factor) => amount switch
    {
        BoundBaseline baseline => baseline with { Factor = baseline.Factor * factor, Offset = baseline.Offset * factor },
        BoundOther other => other with { Factor = other.Factor * factor, Offset = other.Offset * factor },
        BoundConstant constant => constant with { Value = constant.Value * factor },
        _ => null,
    };

    private BoundThreshold? RefuseLeft(OperandSyntax left)
    {
        if (left is WordsSyntax words && scope.Field(words) is null)
        {
            return null;
        }

        if (left is WordsSyntax field)
        {
            scope.Report(BindingErrors.MeasureOnContact, field, $"'{field.Value}' belongs to one contact: compare it with a value, or write a measure of it, such as `weekly average {field.Value}`.");
        }
        else if (left is not BadOperandSyntax)
        {
            scope.Report(BindingErrors.Reversed, left, scope.Written(left), "Begin with the measure and calculate on the right: `weekly volume > baseline × 1.3`.");
        }

        return null;
    }
}
