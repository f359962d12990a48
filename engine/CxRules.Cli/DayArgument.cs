using System.CommandLine.Parsing;
using System.Globalization;

namespace CxRules.Cli;

/// <summary>A local day on the command line.</summary>
internal static class DayArgument
{
    public static DateOnly? Read(ArgumentResult result)
    {
        var text = result.Tokens is [var token, ..] ? token.Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"`{text}` is no day: write 2026-03-31.");
        return null;
    }
}
