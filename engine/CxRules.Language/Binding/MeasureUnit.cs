using CxRules.Language.Symbols;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>What a measure is measured in.</summary>
internal readonly record struct MeasureUnit(Dimension Dimension, string Noun)
{
    private static readonly Dictionary<MeasureKind, MeasureUnit> ByKind = new()
    {
        [MeasureKind.Volume] = new(Dimension.Contacts, "a number of contacts"),
        [MeasureKind.Share] = new(Dimension.Percent, "a share in per cent"),
        [MeasureKind.Customers] = new(Dimension.Customers, "a number of customers"),
        [MeasureKind.Cost] = new(Dimension.Money, "an amount of money"),
        [MeasureKind.Cancellations] = new(Dimension.Customers, "a number of customers"),
        [MeasureKind.RepeatRate] = new(Dimension.Percent, "a share in per cent"),
        [MeasureKind.Tally] = new(Dimension.Contacts, "a number of contacts"),
    };

    private static readonly Dictionary<FieldKind, MeasureUnit> ByField = new()
    {
        [FieldKind.Integer] = new(Dimension.Plain, "a plain number"),
        [FieldKind.Decimal] = new(Dimension.Plain, "a plain number"),
        [FieldKind.Money] = new(Dimension.Money, "an amount of money"),
        [FieldKind.Duration] = new(Dimension.Time, "a duration"),
    };

    private static readonly MeasureUnit Ratio = new(Dimension.Plain, "a plain number for each exposure");

    public bool IsCount => Dimension is Dimension.Contacts or Dimension.Customers;

    public static MeasureUnit Of(BoundMeasure measure)
    {
        var unit = measure.Field is { } field ? ByField[field.Kind] : ByKind[measure.Kind];
        return measure.Per is not null && unit.IsCount ? Ratio : unit;
    }
}
