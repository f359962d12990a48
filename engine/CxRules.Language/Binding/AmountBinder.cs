using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>The right side of a measure's comparison: a number, or a baseline or measure × factor + offset, in the measure's unit.</summary>
internal sealed class AmountBinder(BindingScope scope, MeasureBinder measures)
{
    private const decimal LargestFactor = 1_000_000_000_000;

    private readonly UnitBinder _units = new(scope);
    private readonly BaselineBinder _baselines = new(scope);
    private readonly FactorBinder _factors = new(scope);

    /// <param name="subject">The measure as written.</param>
    public BoundAmount? Bind(OperandSyntax operand, BoundMeasure measure, string subject) =>
        Bind(operand, new Target(measure, MeasureUnit.Of(measure), $"'{subject}'"))?.ToBound();

    private Linear? Bind(OperandSyntax operand, Target target) => operand switch
    {
        NumberSyntax number => Number(number, target) is { } value ? new(0, value) : null,
        BaselineSyntax baseline => _baselines.Bind(baseline, target.Measure, number => Number(number, target)) is { } spec ? new(1, 0, Baseline: spec) : null,
        MeasureSyntax other => Other(other, target),
        ArithmeticSyntax { Operator: TokenKind.Star } product => Product(product, target),
        ArithmeticSyntax sum => Sum(sum, target),
        BadOperandSyntax => null,
        FactorTableSyntax table => Refuse(table, "a factor alone is no amount", "Write `baseline ×` before it."),
        WordsSyntax words => Word(words),
        _ => Refuse(operand, $"{target.Subject} is {target.Unit.Noun}", "Write a number, `baseline`, or another measure."),
    };

    private decimal? Number(NumberSyntax number, Target target)
    {
        var value = _units.Convert(number, target.Unit.Dimension, target.Subject, target.Unit.Noun);
        return target.Unit.Dimension == Dimension.Time ? value / 1_000 : value;
    }

    private Linear? Other(MeasureSyntax syntax, Target target)
    {
        if (measures.Bind(syntax, new MeasureWindow(target.Measure.Window, target.Measure.Cycles)) is not { } other)
        {
            return null;
        }

        var unit = MeasureUnit.Of(other);
        return unit.Dimension == target.Unit.Dimension || (unit.IsCount && target.Unit.IsCount)
            ? new(1, 0, Other: other)
            : Refuse(syntax, $"it is {unit.Noun}, and {target.Subject} is {target.Unit.Noun}", "Compare measures of one unit.");
    }

    private Linear? Product(ArithmeticSyntax product, Target target)
    {
        if (product.Right is FactorTableSyntax || product.Left is FactorTableSyntax)
        {
            return ByField(product, target);
        }

        var (left, right) = (Factor(product.Left), Factor(product.Right));
        var rightIsFactor = left is null || (right is not null && product.Right is NumberSyntax { Unit: "%" } && target.Unit.Dimension != Dimension.Percent);
        var (factor, rest) = rightIsFactor ? (right, product.Left) : (left, product.Right);
        if (factor is not { } times)
        {
            return Refuse(product, "one side of `×` must be a plain number or a percentage", "Write for example `baseline × 1.3`.");
        }

        return Bind(rest, target) is { } amount ? Checked(product, amount.Times(times)) : null;
    }

    /// <summary>`baseline × by segment (…)`.</summary>
    private Linear? ByField(ArithmeticSyntax product, Target target)
    {
        var (table, rest) = product.Right is FactorTableSyntax behind ? (behind, product.Left) : ((FactorTableSyntax)product.Left, product.Right);
        var factors = _factors.Bind(table);
        var amount = rest is FactorTableSyntax ? null : Bind(rest, target);
        if (rest is FactorTableSyntax || amount is { Baseline: null } or { By: not null } or { Offset: not 0 })
        {
            return Refuse(product, "a factor by field belongs to the baseline alone", "Write for example `baseline × by segment (private 1.1, otherwise 1.5)`.");
        }

        return factors is not null && amount is { } baseline ? baseline with { By = factors } : null;
    }

    private Linear? Sum(ArithmeticSyntax sum, Target target)
    {
        if (PointsOfBaseline(sum, target))
        {
            return null;
        }

        var left = Bind(sum.Left, target);
        var right = Bind(sum.Right, target);
        if (left is not { } first || right is not { } second)
        {
            return null;
        }

        if (second.IsConstant)
        {
            return Checked(sum, first with { Offset = first.Offset + (sum.Operator == TokenKind.Plus ? second.Offset : -second.Offset) });
        }

        return first.IsConstant && sum.Operator == TokenKind.Plus
            ? Checked(sum, second with { Offset = second.Offset + first.Offset })
            : Refuse(sum, "only a number can be added to a baseline or a measure, or taken from it", "Write for example `baseline + 100`.");
    }

    /// <summary>`baseline + 30%`, where the measure is no share: the author means × 1.3.</summary>
    private bool PointsOfBaseline(ArithmeticSyntax sum, Target target)
    {
        if (target.Unit.Dimension == Dimension.Percent || sum.Right is not NumberSyntax { Unit: "%" } percent)
        {
            return false;
        }

        var factor = 1 + ((sum.Operator == TokenKind.Plus ? percent.Value : -percent.Value) / 100);
        var mended = string.Create(CultureInfo.InvariantCulture, $"{scope.Written(sum.Left)} × {factor:0.######}");
        scope.ReportWithFix(BindingErrors.AmountRefused, sum.Span, mended, scope.Written(sum), "a percentage cannot be added to a number", $"Write `{mended}`.");
        return true;
    }

    /// <summary>A plain number or percentage, or a product of such.</summary>
    private static decimal? Factor(OperandSyntax operand) => operand switch
    {
        NumberSyntax { Unit: null } number => Limited(number.Value),
        NumberSyntax { Unit: "%" } number => Limited(number.Value / 100),
        ArithmeticSyntax { Operator: TokenKind.Star } product => Factor(product.Left) * Factor(product.Right) is { } value ? Limited(value) : null,
        _ => null,
    };

    private static decimal? Limited(decimal value) => Math.Abs(value) <= LargestFactor ? value : null;

    private Linear? Checked(SyntaxNode node, Linear amount)
    {
        if (Math.Abs(amount.Factor) <= LargestFactor && Math.Abs(amount.Offset) <= LargestFactor)
        {
            return amount;
        }

        scope.Report(BindingErrors.ValueRefused, node, scope.Written(node), "it is too large", "Write a smaller number.");
        return null;
    }

    private Linear? Word(WordsSyntax words)
    {
        var nearest = DidYouMean.Nearest(words.Value, ["baseline"]);
        scope.ReportWithFix(
            BindingErrors.AmountRefused,
            words.Span,
            nearest,
            words.Value,
            "it is a word",
            nearest is null ? "Write a number, `baseline`, or another measure." : $"Did you mean '{nearest}'?");
        return null;
    }

    private Linear? Refuse(SyntaxNode node, string reason, string help)
    {
        scope.Report(BindingErrors.AmountRefused, node, scope.Written(node), reason, help);
        return null;
    }

    private sealed record Target(BoundMeasure Measure, MeasureUnit Unit, string Subject);

    private readonly record struct Linear(decimal Factor, decimal Offset, BaselineSpec? Baseline = null, BoundMeasure? Other = null, BoundFactors? By = null)
    {
        public bool IsConstant => Baseline is null && Other is null;

        public Linear Times(decimal factor) => this with { Factor = Factor * factor, Offset = Offset * factor };

        public BoundAmount ToBound() => Baseline is not null ? new BoundBaseline(Factor, Offset, Baseline) { By = By }
            : Other is not null ? new BoundOther(Other, Factor, Offset)
            : new BoundConstant(Offset);
    }
}
