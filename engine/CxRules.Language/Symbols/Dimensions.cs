using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Symbols;

/// <summary>What fields and measures are measured in, before they are bound.</summary>
internal static class Dimensions
{
    private static readonly Dictionary<MeasureName, Dimension> ByMeasure = new()
    {
        [MeasureName.Volume] = Dimension.Contacts,
        [MeasureName.Tally] = Dimension.Contacts,
        [MeasureName.Customers] = Dimension.Customers,
        [MeasureName.Cancellations] = Dimension.Customers,
        [MeasureName.Cost] = Dimension.Money,
        [MeasureName.Share] = Dimension.Percent,
        [MeasureName.BottomRate] = Dimension.Percent,
        [MeasureName.TopRate] = Dimension.Percent,
        [MeasureName.RepeatRate] = Dimension.Percent,
    };

    private static readonly Dictionary<FieldKind, Dimension> ByField = new()
    {
        [FieldKind.Integer] = Dimension.Plain,
        [FieldKind.Decimal] = Dimension.Plain,
        [FieldKind.Duration] = Dimension.Time,
        [FieldKind.Money] = Dimension.Money,
    };

    /// <summary>Null where the operand is no amount, or is not known.</summary>
    public static Dimension? Of(OperandSyntax operand, ProjectSymbols symbols) => operand switch
    {
        CaseCostSyntax => Dimension.Money,
        MeasureSyntax { Per: not null } => Dimension.Plain,
        MeasureSyntax { Field: { } field } => Of(field, symbols),
        MeasureSyntax measure => ByMeasure.TryGetValue(measure.Name, out var dimension) ? dimension : null,
        WordsSyntax words => symbols.Field(words.Value) is { } field ? Of(field.Kind) : null,
        _ => null,
    };

    public static Dimension? Of(FieldKind kind) => ByField.TryGetValue(kind, out var dimension) ? dimension : null;
}
