using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What a rule measures, and of which populations: the same for all of its groups.</summary>
internal sealed class RuleMeasures
{
    private readonly Dictionary<int, (MeasureReading Reading, int Population, int Among)> _measures = [];
    private readonly List<int> _populations = [];

    /// <param name="readingOf">By measure.</param>
    public RuleMeasures(RulePlan rule, Func<int, MeasureReading> readingOf)
    {
        _populations.Add(rule.Population);
        foreach (var index in SignalMeasures.Of(rule))
        {
            var reading = readingOf(index);
            _measures.Add(index, (reading, Place(reading.Plan.Population), reading.Plan.Among < 0 ? -1 : Place(reading.Plan.Among)));
        }
    }

    /// <summary>The populations it looks at, each once; the rule's own is the first.</summary>
    public IReadOnlyList<int> Populations => _populations;

    public MeasurePlan PlanOf(int measure) => _measures[measure].Reading.Plan;

    /// <summary>Where a population stands among <see cref="Populations"/>.</summary>
    public int PlaceOf(int population) => _populations.IndexOf(population);

    /// <summary>A measure of a group.</summary>
    /// <param name="series">The group's, by the place of their populations.</param>
    public Quantity Of(int measure, Series[] series)
    {
        var (reading, population, among) = _measures[measure];
        return new(reading, series[population], among < 0 ? null : series[among]);
    }

    private int Place(int population)
    {
        if (!_populations.Contains(population))
        {
            _populations.Add(population);
        }

        return PlaceOf(population);
    }
}
