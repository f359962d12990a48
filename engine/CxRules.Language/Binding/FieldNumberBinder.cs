using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>Numbers beside a field of one contact, in the field's stored units.</summary>
internal readonly struct FieldNumberBinder(BindingScope scope)
{
    private static readonly Dictionary<FieldKind, Dimension> Expected = new()
    {
        [FieldKind.Integer] = Dimension.Plain,
        [FieldKind.Decimal] = Dimension.Plain,
        [FieldKind.Money] = Dimension.Money,
        [FieldKind.Duration] = Dimension.Time,
    };

    private readonly UnitBinder _units = new(scope);

    public BoundCondition? Bind(SyntaxNode condition, ContactField field, Comparison comparison, OperandSyntax value)
    {
        switch (value)
        {
            case NumberSyntax number:
                return Stored(field, number) is { } stored ? scope.At(condition, new BoundNumber(field, comparison, stored)) : null;
            case WordsSyntax words:
                return BindField(condition, field, comparison, words);
            case BadOperandSyntax:
                return null;
            case ArithmeticSyntax:
                scope.Report(BindingErrors.ContactArithmetic, value);
                return null;
            default:
                scope.Report(BindingErrors.NotAValue, value, field.Name, FieldKinds.Noun(field.Kind), scope.Written(value), $"Write for example {FieldKinds.Sample(field)}.");
                return null;
        }
    }

    /// <summary>The right side as a field of the same kind.</summary>
    public BoundCondition? BindField(SyntaxNode condition, ContactField field, Comparison comparison, WordsSyntax words)
    {
        if (!words.IsField && scope.Symbols.Field(words.Value) is null)
        {
            scope.Report(BindingErrors.NotAValue, words, field.Name, FieldKinds.Noun(field.Kind), words.Value, $"Write for example {FieldKinds.Sample(field)}, or another field of its kind.");
            return null;
        }

        if (scope.Field(words) is not { } right)
        {
            return null;
        }

        if (right.Kind == field.Kind)
        {
            return scope.At(condition, new BoundFields(field, comparison, right));
        }

        scope.Report(BindingErrors.FieldKinds, words, field.Name, FieldKinds.Noun(field.Kind), right.Name, FieldKinds.Noun(right.Kind));
        return null;
    }

    private long? Stored(ContactField field, NumberSyntax number)
    {
        var subject = $"'{field.Name}'";
        if (_units.Convert(number, Expected[field.Kind], subject, FieldKinds.Noun(field.Kind)) is not { } value)
        {
            return null;
        }

        // A duration comes in milliseconds, as it is stored.
        var scale = field.Kind == FieldKind.Duration ? 1 : FieldScale.Of(field.Kind);
        if (value > long.MaxValue / scale || value < -long.MaxValue / scale)
        {
            scope.Report(BindingErrors.ValueRefused, number, scope.Written(number), "it is too large", "Write a smaller number.");
            return null;
        }

        var stored = value * scale;
        if (stored == decimal.Truncate(stored))
        {
            return (long)stored;
        }

        var isWhole = field.Kind == FieldKind.Integer;
        scope.Report(
            BindingErrors.ValueRefused,
            number,
            scope.Written(number),
            isWhole ? $"'{field.Name}' is a whole number" : "it is finer than the field is kept",
            isWhole ? "Write a whole number." : "Write fewer decimals.");
        return null;
    }
}
