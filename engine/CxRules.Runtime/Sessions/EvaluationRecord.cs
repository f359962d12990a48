using CxRules.Runtime.Baselines;
using CxRules.Runtime.Samples;

namespace CxRules.Runtime.Sessions;

/// <summary>What the parts of a condition came to while it was decided.</summary>
internal sealed class EvaluationRecord
{
    /// <summary>The measure; null: unknown.</summary>
    public decimal? Value { get; set; }

    /// <summary>The amount it was compared with.</summary>
    public decimal? Reference { get; set; }

    public decimal? Baseline { get; set; }

    /// <summary>What was estimated from a sample; null: nothing was.</summary>
    public SampleEstimate? Estimate { get; set; }

    /// <summary>Reference windows that the baseline was learned from; null where none was learned.</summary>
    public IReadOnlyList<UnitRange>? Learned { get; set; }
}
