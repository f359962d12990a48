using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CxRules.Model.Time;

namespace CxRules.Cli.Cases;

/// <summary>Who writes something down about a case, and when it was.</summary>
internal sealed class CaseAuthor
{
    private static readonly string[] s_formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"];

    private readonly Option<string> _by = new("--by") { Description = "Who decided it", HelpName = "NAME", Required = true };

    private readonly Option<DateTime?> _on = new("--on")
    {
        Description = "When, in the project's time zone: 2026-03-04, its first moment, or 2026-03-04T09:30. Without it, now",
        HelpName = "DATE",
        CustomParser = ReadTime,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_by);
        command.Options.Add(_on);
    }

    /// <summary>`at` and `by` as the file has them.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Read(ParseResult parsed, ZoneRules zone, TimeProvider time)
    {
        var at = parsed.GetValue(_on) ?? new DateTime(zone.ToLocal(time.GetUtcNow().UtcTicks) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
        return [new("at", [at.ToString(at.TimeOfDay == TimeSpan.Zero ? s_formats[0] : s_formats[1], CultureInfo.InvariantCulture)]), new("by", [parsed.GetRequiredValue(_by)])];
    }

    private static DateTime? ReadTime(ArgumentResult result)
    {
        var text = result.Tokens is [var token, ..] ? token.Value : "";
        if (DateTime.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            return at;
        }

        result.AddError($"`{text}` is no day and no time: write 2026-03-31 or 2026-03-31T09:30.");
        return null;
    }
}
