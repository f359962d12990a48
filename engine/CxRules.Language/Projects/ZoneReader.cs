using CxRules.Language.Diagnostics;
using CxRules.Language.Shapes;
using CxRules.Model.Time;

namespace CxRules.Language.Projects;

/// <summary>`zone`, in a project file and in a source.</summary>
internal sealed class ZoneReader(ValueReader values)
{
    public ZoneRules? Read(Slot<TextShape> slot)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (Zones.Find(scalar.Value) is { } zone)
        {
            return zone;
        }

        var meant = Zones.Suggest(scalar.Value);
        var help = meant is null ? "Write the continent and a large city of the zone, such as `Europe/London`, or `UTC`." : $"Did you mean `{meant}`?";
        var fix = meant is null ? null : new Fix($"Write `{meant}`", [new(scalar.Span, meant)]);
        values.Report(values.Errors.UnknownZone, scalar, fix, scalar.Value, help);
        return null;
    }
}
