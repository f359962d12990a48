using System.Globalization;
using CxRules.Benchmarks.Simulation;

namespace CxRules.Benchmarks.Detection;

/// <summary>
/// What a detector made of series: an event is found where an alarm falls into it; a false alarm is a run of alarms, one after another,
/// that touches no event.
/// </summary>
internal sealed class Score
{
    private readonly List<int> _delays = [];
    private int _events;
    private int _false;
    private double _years;

    public double Precision => _delays.Count + _false == 0 ? 0 : (double)_delays.Count / (_delays.Count + _false);

    public double Recall => _events == 0 ? 0 : (double)_delays.Count / _events;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double FalseAlarmsAYear => _false / _years;

    public void Add(LabelledSeries series, bool[] alarms)
    {
        _years += series.Years;
        foreach (var (start, end) in series.Events.Where(found => found.Start >= series.From))
        {
            _events++;
            var first = Array.IndexOf(alarms, true, start, end - start);
            if (first >= 0)
            {
                _delays.Add(first - start);
            }
        }

        for (var start = series.From; start < alarms.Length; start++)
        {
            if (alarms[start])
            {
                var end = Array.IndexOf(alarms, false, start);
                end = end < 0 ? alarms.Length : end;
                _false += Array.Exists(series.Events, known => known.Start < end && start < known.End) ? 0 : 1;
                start = end;
            }
        }
    }

    public string Row(string name) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {Precision:.00} | {Recall:.00} | {F1:.00} | {FalseAlarmsAYear:0.00} | {Delay()} |");

    private string Delay()
    {
        if (_delays.Count == 0)
        {
            return "–";
        }

        _delays.Sort();
        return ((_delays[(_delays.Count - 1) / 2] + _delays[_delays.Count / 2]) / 2.0).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
