using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Windows;

/// <summary>How a measure is read off a series: the same for all groups.</summary>
/// <param name="exposure">What <see cref="MeasurePlan.Per"/> names; null: nothing.</param>
internal sealed class MeasureReading(MeasurePlan plan, ProfileLayout layout, IReadOnlyDictionary<int, List<long>> cancellations, ExposureSeries? exposure = null)
{
    public MeasurePlan Plan { get; } = plan;

    /// <summary>Its place among the averaged fields; -1 for other measures.</summary>
    public int AverageField { get; } = plan is { Kind: QuantityKind.Average, Field: { } averaged } ? layout.AverageFields.IndexOf(averaged) : -1;

    /// <summary>Stored units of the field's own unit.</summary>
    public decimal Scale { get; } = plan.Field is { } field ? FieldScale.Of(field.Kind) : 1;

    /// <summary>What the value is divided by; null: nothing.</summary>
    public ExposureSeries? Exposure { get; } = exposure;

    /// <summary>By customer: the instants at which they cancelled.</summary>
    public IReadOnlyDictionary<int, List<long>> Cancellations { get; } = cancellations;
}
