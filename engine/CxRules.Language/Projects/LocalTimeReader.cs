using System.Globalization;
using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>Local times: `2026-02-10T08:00`, `2026-02-10`.</summary>
internal sealed class LocalTimeReader(ValueReader values)
{
    private static readonly string[] s_forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>A date by itself is its midnight, or one so many days after.</summary>
    public DateTime? Read(Slot<LocalTimeShape> slot, int daysAfterDate)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (DateTime.TryParseExact(scalar.Value, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue)
        {
            return date.AddDays(daysAfterDate).ToDateTime(TimeOnly.MinValue);
        }

        values.Report(ProjectErrors.BadDate, scalar, scalar.Value, "local time", slot.Shape.Example);
        return null;
    }
}
