using System.Globalization;
using System.Text.RegularExpressions;

namespace CxRules.Language.Projects;

/// <summary>Numbers as people write them: a decimal point, commas between thousands.</summary>
internal static partial class NumberText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var plain = text.Trim().Replace('−', '-');
        return Form().IsMatch(plain)
            && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), Style, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\z")]
    private static partial Regex Form();
}
