using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>Lowers conditions about numbers that were estimated from a part.</summary>
internal sealed class EstimateLowering(PlanCompiler plan, Project project)
{
    /// <summary>A rule that asks for estimates alone names no contacts: its cases hold the records that were looked at, where the history has them.</summary>
    public static BoundCondition PopulationOf(BoundRule rule, ContactSchema schema) =>
        EstimateSignals.IsSamples(rule.Signal) ? new BoundOr([])
        : EstimateSignals.IsAll(rule.Signal) ? new BoundAnd([rule.Population, LookedAt(schema)])
        : rule.Population;

    /// <param name="population">That of the rule: where the sample does not say how many contacts came, they are counted.</param>
    public SampleSignal Lower(BoundSample sample, BoundCondition population) => new(
        sample.Sample,
        (ComparisonKind)sample.Comparison,
        sample.Count,
        sample.Per.NominalHours / 24m,
        NeedsCount(sample.Sample) ? plan.MeasureOf(new(MeasureKind.Volume, population, null, null, null, Window.Daily)) : -1);

    public TallySignal Lower(BoundThreshold threshold, decimal value)
    {
        var measure = threshold.Measure;
        var lookedAt = LookedAt(project.Schema);
        return new(
            plan.MeasureOf(measure with { Kind = MeasureKind.Share, Population = new BoundAnd([measure.Population, lookedAt]), Among = lookedAt }),
            plan.MeasureOf(measure with { Kind = MeasureKind.Volume, Population = BoundAnd.Everything }),
            (ComparisonKind)threshold.Comparison,
            value);
    }

    private bool NeedsCount(string name) => project.Samples.FirstOrDefault(sample => sample.Name == name)?.Sheet is { } sheet && sheet.Lines.Any(line => line.Whole is null);

    private static BoundCodeIn LookedAt(ContactSchema schema) => new(schema.Kind, [new CodePattern(RecordKind.Sample, false)]);
}
