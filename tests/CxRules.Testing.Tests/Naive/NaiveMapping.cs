using System.Globalization;
using System.Text.RegularExpressions;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A row becomes a contact, or null where it cannot: a reject.</summary>
internal sealed partial class NaiveMapping(ContactSource source)
{
    private static readonly string[] Yes = ["true", "yes", "y", "t", "1"];
    private static readonly string[] No = ["false", "no", "n", "f", "0"];
    private readonly NaiveCalendar? _calendar = source.Zone is { } zone ? new(zone.Id) : null;
    private readonly string _versionField = source.Fields.Any(field => field.Field.Name == "version") ? "version" : "revised at";
    private readonly Dictionary<string, Dictionary<string, string>> _spellings = [];

    public NaiveContact? Map(List<string> header, NaiveRow row)
    {
        if (row.Cells.Count != header.Count)
        {
            return null;
        }

        var values = new Dictionary<string, object> { ["source"] = source.Name };
        foreach (var field in source.Fields)
        {
            var text = field.Column is { } column ? row.Cells[header.FindIndex(name => name.Trim() == column.Trim())].Trim() : field.Constant ?? "";
            if (text.Length == 0 || field.Missing.Contains(text))
            {
                continue;
            }

            text = field.Map.GetValueOrDefault(text, text);
            if (text.Length == 0)
            {
                continue;
            }

            if (Value(field, text) is not { } value)
            {
                return null;
            }

            values[field.Field.Name] = value;
        }

        if (!values.TryGetValue("id", out var id) || !values.TryGetValue("occurred at", out var occurredAt) || !values.ContainsKey("channel"))
        {
            return null;
        }

        return new()
        {
            Id = (string)id,
            Version = values.GetValueOrDefault(_versionField) is long version ? version : 0,
            OccurredAt = (long)occurredAt,
            Content = row.Raw,
            Values = values.ToDictionary(pair => pair.Key, pair => pair.Value is string code && IsCategory(pair.Key) ? Spell(pair.Key, code) : pair.Value),
        };
    }

    private bool IsCategory(string name) => source.Fields.Any(field => field.Field.Name == name && field.Field.Kind == FieldKind.Category);

    /// <summary>Values that differ by case alone are one code, spelled as first seen.</summary>
    private string Spell(string field, string code)
    {
        if (!_spellings.TryGetValue(field, out var spellings))
        {
            _spellings[field] = spellings = new(StringComparer.OrdinalIgnoreCase);
        }

        return spellings.TryAdd(code, code) ? code : spellings[code];
    }

    private object? Value(SourceField field, string text) => field.Field.Kind switch
    {
        FieldKind.Category or FieldKind.Text => text,
        FieldKind.List => text.Split([';', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        FieldKind.Instant => Instant(text, field.Pattern),
        FieldKind.Flag => Yes.Contains(text.ToLowerInvariant()) ? 1L : No.Contains(text.ToLowerInvariant()) ? 0L : null,
        FieldKind.Duration => Duration(text, field.Unit),
        _ => Scaled(text, FieldScale.Of(field.Field.Kind)),
    };

    private static long? Scaled(string text, decimal scale) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (long)decimal.Round(number * scale, MidpointRounding.ToEven)
            : null;

    private static long? Duration(string text, DurationUnit? unit)
    {
        var parts = text.Split(':');
        return parts.Length == 3 && unit is null && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? ((((long.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture)) * 60) + int.Parse(parts[2], CultureInfo.InvariantCulture)) * 1000
            : Scaled(text, unit switch { DurationUnit.Milliseconds => 1, DurationUnit.Minutes => 60_000, DurationUnit.Hours => 3_600_000, _ => 1_000 });
    }

    private long? Instant(string text, string? pattern)
    {
        if (pattern is not null)
        {
            return DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? Zoned(exact) : null;
        }

        var match = Iso().Match(text);
        if (!match.Success || !DateTime.TryParse(match.Groups["date"].Value + "T" + (match.Groups["time"].Success ? match.Groups["time"].Value : "00:00"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var offset = match.Groups["offset"];
        return !offset.Success ? Zoned(local)
            : offset.Value == "Z" ? local.Ticks
            : local.Ticks - ((offset.Value[0] == '-' ? -1 : 1) * ((int.Parse(offset.Value.AsSpan(1, 2), CultureInfo.InvariantCulture) * TimeSpan.TicksPerHour) + (int.Parse(offset.Value.AsSpan(offset.Length - 2), CultureInfo.InvariantCulture) * TimeSpan.TicksPerMinute)));
    }

    private long? Zoned(DateTime local) => _calendar?.Utc(LocalDateTime.FromDateTime(local));

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)([T ](?<time>\d\d:\d\d(:\d\d(\.\d{1,7})?)?))?(?<offset>Z|[+-]\d\d:?\d\d)?$")]
    private static partial Regex Iso();
}
