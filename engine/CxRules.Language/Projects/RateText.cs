using System.Text.RegularExpressions;
using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>Numbers such as `52000 per month`.</summary>
internal static partial class RateText
{
    public static decimal? Read(ValueReader values, Slot<RateShape> slot)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var shape = slot.Shape;
        var form = Form().Match(scalar.Value);
        if (form.Success && form.Groups["per"].Value == shape.Per && form.Groups["of"].Value is var of && (of.Length == 0 || of == shape.Of)
            && NumberText.TryParse(form.Groups["number"].Value, out var number))
        {
            return values.InRange(scalar, slot.Name, number, shape.Least, shape.Most);
        }

        values.ReportShape(slot);
        return null;
    }

    [GeneratedRegex(@"^\s*(?<number>[-−+]?[0-9.,]+)(?:\s+(?<of>[a-z]+))??\s+per\s+(?<per>[a-z]+)\s*\z")]
    private static partial Regex Form();
}
