using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`field operator value`: the field's kind decides what the value is.</summary>
internal sealed class ComparisonBinder
{
    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true, ["true"] = true, ["false"] = false,
    };

    private static readonly Dictionary<FieldKind, Func<ComparisonBinder, ComparisonSyntax, ContactField, BoundCondition?>> ByKind = new()
    {
        [FieldKind.Category] = static (binder, syntax, field) => binder.BindCodes(syntax, field),
        [FieldKind.List] = static (binder, syntax, field) => binder.BindCodes(syntax, field),
        [FieldKind.Text] = static (binder, syntax, field) => binder.WrongOperator(syntax, field),
        [FieldKind.Integer] = static (binder, syntax, field) => binder.BindNumber(syntax, field),
        [FieldKind.Decimal] = static (binder, syntax, field) => binder.BindNumber(syntax, field),
        [FieldKind.Money] = static (binder, syntax, field) => binder.BindNumber(syntax, field),
        [FieldKind.Duration] = static (binder, syntax, field) => binder.BindNumber(syntax, field),
        [FieldKind.Instant] = static (binder, syntax, field) => binder.BindNumber(syntax, field),
        [FieldKind.Flag] = static (binder, syntax, field) => binder.BindFlag(syntax, field),
    };

    private readonly BindingScope _scope;
    private readonly CodeBinder _codes;
    private readonly FieldNumberBinder _numbers;
    private readonly MomentBinder _moments;

    public ComparisonBinder(BindingScope scope)
    {
        _scope = scope;
        _codes = new(scope);
        _numbers = new(scope);
        _moments = new(scope);
    }

    public BoundCondition? Bind(ComparisonSyntax syntax)
    {
        if (syntax.Left is BadOperandSyntax || syntax.Right is BadOperandSyntax)
        {
            return null;
        }

        return syntax.Left switch
        {
            WordsSyntax { IsField: false } words when Is(words, ContactMoment.Weekday) => _moments.BindWeekday(syntax),
            WordsSyntax { IsField: false } words when Is(words, ContactMoment.LocalTime) => _moments.BindLocalTime(syntax),
            WordsSyntax words => BindField(syntax, words),
            _ => BindReversed(syntax),
        };
    }

    public BoundCondition? Bind(BetweenSyntax syntax)
    {
        if (syntax.Left is WordsSyntax { IsField: false } words && Is(words, ContactMoment.LocalTime))
        {
            return _moments.BindLocalTime(syntax);
        }

        var low = Bind(Half(syntax, OperatorKind.GreaterOrEqual, syntax.Low));
        var high = Bind(Half(syntax, OperatorKind.LessOrEqual, syntax.High));
        return low is null || high is null ? null : Logic.And(low, high);
    }

    private static bool Is(WordsSyntax words, string name) => string.Equals(words.Value, name, StringComparison.OrdinalIgnoreCase);

    private static ComparisonSyntax Half(BetweenSyntax syntax, OperatorKind kind, OperandSyntax bound) =>
        new(syntax.Span, syntax.Left, new(syntax.Span, kind), bound, null);

    private BoundCondition? BindField(ComparisonSyntax syntax, WordsSyntax words)
    {
        if (_scope.IsNoField(words) && syntax.Right is WordsSyntax right && _scope.Symbols.Field(right.Value) is { } meant && ComparisonTable.Mirror(syntax) is { } mirror)
        {
            var mended = $"{meant.Name} {ComparisonTable.Text(mirror.Operator.Kind)} {words.Value}";
            _scope.ReportWithFix(BindingErrors.Reversed, syntax.Span, mended, words.Value, $"Write `{mended}`.");
            return null;
        }

        return _scope.Field(words) is { } field ? ByKind[field.Kind](this, syntax, field) : null;
    }

    private BoundCondition? BindReversed(ComparisonSyntax syntax)
    {
        if (syntax.Left is ArithmeticSyntax)
        {
            _scope.Report(BindingErrors.ContactArithmetic, syntax.Left);
            return null;
        }

        if (syntax.Right is WordsSyntax words && _scope.Symbols.Field(words.Value) is not null && ComparisonTable.Mirror(syntax) is { } mirrored)
        {
            return Bind(mirrored);
        }

        _scope.Report(BindingErrors.Reversed, syntax.Left, _scope.Written(syntax.Left), "Begin with the field: `disposition = billing-confusion`, `handle time > 20 min`.");
        return null;
    }

    private BoundCondition? BindCodes(ComparisonSyntax syntax, ContactField field)
    {
        var kind = syntax.Operator.Kind;
        if (kind is OperatorKind.Less or OperatorKind.LessOrEqual or OperatorKind.Greater or OperatorKind.GreaterOrEqual)
        {
            return WrongOperator(syntax, field);
        }

        var isMember = kind is OperatorKind.In or OperatorKind.NotIn;
        if (!isMember && syntax.Right is ListSyntax)
        {
            var mended = kind == OperatorKind.Equal ? "in" : "not in";
            _scope.ReportWithFix(BindingErrors.WrongOperator, syntax.Operator.Span, mended, field.Name, FieldKinds.Noun(field.Kind), $"Write `{field.Name} {mended} {_scope.Written(syntax.Right)}`.");
            return null;
        }

        return _codes.Bind(syntax, field, syntax.Right, kind) is { } codes ? MomentBinder.Negated(codes, kind) : null;
    }

    private BoundCondition? BindNumber(ComparisonSyntax syntax, ContactField field)
    {
        if (ComparisonTable.TryBind(syntax.Operator.Kind, out var comparison))
        {
            return BindValue(syntax, field, comparison, syntax.Right);
        }

        if (syntax.Right is not ListSyntax && !(syntax.Right is WordsSyntax words && _scope.Names.Definitions.Find(words) is not null))
        {
            return WrongOperator(syntax, field);
        }

        var complete = ListItems.TryRead(_scope, syntax.Right, syntax.Operator.Kind, out var items);
        ImmutableArray<BoundCondition> values = [.. items.Select(item => BindItem(syntax, field, item.Scope, item.Item)).OfType<BoundCondition>()];
        return !complete || values.Length < items.Count ? null : MomentBinder.Negated(Logic.Or(values.AsSpan()), syntax.Operator.Kind);
    }

    private BoundCondition? BindItem(ComparisonSyntax syntax, ContactField field, BindingScope owner, OperandSyntax item)
    {
        var value = (owner == _scope ? this : new ComparisonBinder(owner)).BindValue(syntax, field, Comparison.Equal, item);
        if (value is null && owner != _scope)
        {
            _scope.Fail();
        }

        return value is null ? null : _scope.At(syntax, value);
    }

    private BoundCondition? BindValue(ComparisonSyntax syntax, ContactField field, Comparison comparison, OperandSyntax value)
    {
        if (field.Kind != FieldKind.Instant)
        {
            return _numbers.Bind(syntax, field, comparison, value);
        }

        switch (value)
        {
            case DateSyntax date:
                return _moments.BindDate(syntax, field, comparison, date.Value);
            case WordsSyntax words:
                return _numbers.BindField(syntax, field, comparison, words);
            case BadOperandSyntax:
                return null;
            default:
                _scope.Report(BindingErrors.NotAValue, value, field.Name, FieldKinds.Noun(field.Kind), _scope.Written(value), $"Write a date, {FieldKinds.Sample(field)}.");
                return null;
        }
    }

    private BoundCondition? BindFlag(ComparisonSyntax syntax, ContactField field)
    {
        if (syntax.Operator.Kind is not (OperatorKind.Equal or OperatorKind.NotEqual))
        {
            return WrongOperator(syntax, field);
        }

        if (syntax.Right is not WordsSyntax words || !YesOrNo.TryGetValue(words.Value, out var isYes))
        {
            _scope.Report(BindingErrors.NotAValue, syntax.Right, field.Name, FieldKinds.Noun(field.Kind), _scope.Written(syntax.Right), $"Write `{field.Name}` or `not {field.Name}`.");
            return null;
        }

        BoundCondition flag = _scope.At(syntax, new BoundFlag(field));
        return isYes == (syntax.Operator.Kind == OperatorKind.Equal) ? flag : Logic.Not(flag);
    }

    private BoundCondition? WrongOperator(ComparisonSyntax syntax, ContactField field)
    {
        var help = field.Kind == FieldKind.Text
            ? $"Write `{field.Name} contains \"word\"` or `{field.Name} matches /pattern/`."
            : $"Write for example {FieldKinds.Sample(field)}.";
        _scope.Report(BindingErrors.WrongOperator, syntax.Operator, field.Name, FieldKinds.Noun(field.Kind), help);
        return null;
    }
}
