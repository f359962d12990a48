using System.Globalization;
using CxRules.Model.Projects;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Samples;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What the project's samples estimate at an evaluation: of all their days that are over then. Where that is unknown, the evaluation is told why.</summary>
internal sealed class SampleReadings(Project project, Timeline timeline, Exclusions exclusions)
{
    private readonly Dictionary<(string Sample, int Index), (SampleEstimate? Estimate, string? Because)> _known = [];

    /// <summary>Contacts in each <see cref="SampleSignal.Days"/>.</summary>
    public SampleEstimate? Of(SampleSignal signal, Evaluation at)
    {
        var counted = signal.Volume < 0 ? null : at.Group.Quantity(signal.Volume).Population;
        if (counted is not null || !_known.TryGetValue((signal.Sample, at.End.Index), out var found))
        {
            found = Find(signal.Sample, at.End, counted);
            if (counted is null)
            {
                _known[(signal.Sample, at.End.Index)] = found;
            }
        }

        at.UnknownBecause ??= found.Because;
        return found.Estimate?.Times((double)signal.Days);
    }

    private (SampleEstimate? Estimate, string? Because) Find(string name, Instant end, Series? counted)
    {
        if (project.Samples.FirstOrDefault(sample => sample.Name == name) is not { Sheet: { } sheet } sample)
        {
            return (null, $"the project has no figures of the sample '{name}'");
        }

        var today = DateOnly.FromDayNumber(timeline.FirstDay + timeline.DayOfIndex(end.Index - 1));
        if (sample.Until is { } until && today > until)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"the sample '{name}' ended on {until:yyyy-MM-dd}"));
        }

        var lines = sheet.Lines.Where(line => line.To.DayNumber < end.Day).ToList();
        return lines.Count == 0 ? (null, $"no day of the sample '{name}' is over yet") : Estimate(name, sheet.Method, lines, counted);
    }

    private (SampleEstimate? Estimate, string? Because) Estimate(string name, SampleMethod method, List<SampleLine> lines, Series? counted)
    {
        var strata = new List<Stratum>();
        foreach (var part in lines.GroupBy(line => line.Stratum, StringComparer.OrdinalIgnoreCase))
        {
            var (looked, whole) = (part.Sum(line => line.Looked), 0m);
            foreach (var line in part)
            {
                if ((line.Whole ?? Came(line, counted)) is not { } came)
                {
                    return (null, $"the history does not tell how many contacts came on a day of the sample '{name}'");
                }

                whole += came;
            }

            if (looked > whole)
            {
                return (null, $"more contacts were looked at for the sample '{name}' than came");
            }

            if (looked == 0 && whole > 0)
            {
                return (null, part.Key.Length == 0 ? $"nobody has looked yet for the sample '{name}'" : $"nobody has looked at '{part.Key}' yet for the sample '{name}'");
            }

            strata.Add(new((double)looked, (double)whole, part.Sum(line => line.Found)));
        }

        var days = lines.SelectMany(line => Enumerable.Range(line.From.DayNumber, line.To.DayNumber - line.From.DayNumber + 1)).Distinct().Count();
        return (StratifiedEstimate.Of(method, strata)?.Times(1.0 / days), null);
    }

    /// <summary>The contacts of a line's days; null where a day is not in the history.</summary>
    private long? Came(SampleLine line, Series? counted)
    {
        var (start, end) = (timeline.IndexAt(line.From.DayNumber, 0), timeline.IndexAt(line.To.DayNumber + 1, 0));
        return counted is null || start < 0 || end > timeline.Length || exclusions.HasGap(start, end) ? null : counted.Contacts(start, end);
    }
}
