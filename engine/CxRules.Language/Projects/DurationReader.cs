using System.Text.RegularExpressions;
using CxRules.Language.Shapes;
using CxRules.Language.Symbols;

namespace CxRules.Language.Projects;

/// <summary>Lengths of time such as `15 min`, in the units of rules.</summary>
internal sealed partial class DurationReader(ValueReader values)
{
    // Beyond any limit, and small enough to be multiplied.
    private const decimal Most = 1_000_000_000_000_000;

    public TimeSpan? Read(Slot<DurationShape> slot)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var form = Form().Match(scalar.Value);
        if (!form.Success || !NumberText.TryParse(form.Groups["number"].Value, out var number)
            || !UnitTable.TryFind(form.Groups["unit"].Value, out var unit) || unit.Dimension != Dimension.Time)
        {
            values.ReportShape(slot);
            return null;
        }

        if (Math.Abs(number) < Most && number * unit.Factor is var length && length >= Milliseconds(slot.Shape.Least) && length <= Milliseconds(slot.Shape.Most))
        {
            return TimeSpan.FromTicks((long)(length * TimeSpan.TicksPerMillisecond));
        }

        values.Report(ProjectErrors.OutOfRange, scalar, slot.Name, scalar.Value.Trim(), Shown(slot.Shape.Least), Shown(slot.Shape.Most));
        return null;
    }

    private static decimal Milliseconds(TimeSpan length) => length.Ticks / (decimal)TimeSpan.TicksPerMillisecond;

    private static string Shown(TimeSpan length) => length.TotalDays >= 1 ? $"{length.TotalDays:0} days" : $"{length.TotalSeconds:0} second";

    [GeneratedRegex(@"^\s*(?<number>[-−+]?[0-9.,]+)\s*(?<unit>[A-Za-z]+)\s*\z")]
    private static partial Regex Form();
}
