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
    private readonly Dictionary<List<string>, Layout> _layouts = [];
    private readonly string _versionField = source.Fields.Any(field => field.Field.Name == "version") ? "version" : "revised at";

    public NaiveContact? Map(List<string> header, NaiveRow row)
    {
        if (row.Cells.Count != header.Count)
        {
            return null;
        }

        if (!_layouts.TryGetValue(header, out var layout))
        {
            _layouts[header] = layout = LayoutOf(header);
        }

        var content = source.IsLog ? string.Join('\u001f', layout.Content.Select(column => row.Cells[column])) : row.Raw;
        return Map(field => [.. layout.Places[field].Select(place => new[] { row.Cells[place] })], row.Raw, content);
    }

    /// <param name="valuesOf">Of each column of a field, what the record says there.</param>
    public NaiveContact? Map(Func<SourceField, string[][]> valuesOf, string raw, string content)
    {
        var values = new Dictionary<string, object> { ["source"] = source.Name };
        var isReadable = true;
        foreach (var field in source.Fields)
        {
            if (!TryRead(field, field.Column is null ? [[field.Constant ?? ""]] : valuesOf(field), out var value))
            {
                // A tombstone says nothing but whose it is.
                if (field.Field.Name is "id" or "source" or "erased")
                {
                    return null;
                }

                isReadable = false;
            }
            else if (value is not null)
            {
                values[field.Field.Name] = value;
            }
        }

        var erased = values.GetValueOrDefault("erased") is 1L;
        var known = isReadable && values.ContainsKey("occurred at") && values.ContainsKey("channel") && (!source.IsLog || values.ContainsKey("arrived at"));
        return values.ContainsKey("id") && (erased || known) ? Contact(values, erased, raw, content) : null;
    }

    /// <summary>Values that differ by case alone are one code, in the spelling that comes first by ordinal.</summary>
    public void Spell(List<NaiveContact> contacts)
    {
        foreach (var field in source.Fields.Where(field => field.Field.Kind == FieldKind.Category).Select(field => field.Field.Name))
        {
            var spellings = contacts.Select(contact => contact.Code(field)).OfType<string>().GroupBy(code => code, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(code => code.Key, code => code.Min(StringComparer.Ordinal) ?? code.Key, StringComparer.OrdinalIgnoreCase);
            foreach (var contact in contacts.Where(contact => contact.Code(field) is not null))
            {
                contact.Values[field] = spellings[contact.Code(field) ?? ""];
            }
        }
    }

    private NaiveContact Contact(Dictionary<string, object> values, bool erased, string raw, string content)
    {
        values.TryAdd("kind", "contact");
        return Described(values, erased, raw, content);
    }

    private NaiveContact Described(Dictionary<string, object> values, bool erased, string raw, string content) => new()
    {
        Source = (string)values["source"],
        Id = (string)values["id"],
        Version = values.GetValueOrDefault(_versionField) is long version ? version : 0,
        OccurredAt = values.GetValueOrDefault("occurred at") is long occurredAt ? occurredAt : 0,
        ArrivedAt = values.GetValueOrDefault("arrived at") is long arrivedAt ? arrivedAt : null,
        Partition = values.GetValueOrDefault("partition") as string ?? "",
        Erased = erased,
        Raw = raw,
        Content = content,
        Values = values,
    };

    private Layout LayoutOf(List<string> header) => new(
        source.Fields.ToDictionary(field => field, field => field.Columns.Select(column => Place(header, column)).ToArray()),
        [.. Enumerable.Range(0, header.Count).Where(column => !SaysHowItCame(header[column]))]);

    private bool SaysHowItCame(string column) =>
        source.Fields.Any(field => field.Field.Name is "arrived at" or "partition" && field.Columns.Any(name => name.Trim() == column.Trim()));

    /// <summary>False where the record is no contact; a missing value is null.</summary>
    private bool TryRead(SourceField field, string[][] columns, out object? value)
    {
        if (field.IsSum)
        {
            return TryAdd(field, [.. columns.SelectMany(found => found).DefaultIfEmpty("")], out value);
        }

        if (field.Field.Kind == FieldKind.List && source.Format is HistoryFormat.Json or HistoryFormat.JsonLines)
        {
            value = columns[0].Select(text => Substitute(field, text)).Where(text => text.Length > 0).Distinct().ToArray();
            return true;
        }

        var cells = columns.Select(found => (field.Take == ValueChoice.Last ? found.LastOrDefault() : found.FirstOrDefault())?.Trim() ?? "").ToArray();
        var text = Substitute(field, cells.Length == 1 ? cells[0] : Joined(field, cells));
        value = text.Length > 0 ? Value(field, text) : null;
        return text.Length == 0 || value is not null;
    }

    private bool TryAdd(SourceField field, string[] texts, out object? sum)
    {
        var numbers = texts.Select(text => Substitute(field, text)).Where(text => text.Length > 0).Select(text => Value(field, text)).ToList();
        sum = numbers.Count == 0 ? null : numbers.OfType<long>().Sum();
        return numbers.All(number => number is not null);
    }

    /// <summary>What a field's `missing` and `map` make of a text.</summary>
    private static string Substitute(SourceField field, string text) =>
        field.Missing.Contains(text.Trim()) ? "" : field.Map.GetValueOrDefault(text.Trim(), text.Trim());

    private static string Joined(SourceField field, string[] cells) => cells.Contains("") ? ""
        : field.Field.Name == "id" ? string.Join('/', cells.Select(cell => cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal)))
        : string.Join(' ', cells);

    /// <summary>`total#2` is the second column called `total`.</summary>
    private static int Place(List<string> header, string column)
    {
        var place = header.FindIndex(name => name.Trim() == column.Trim());
        if (place >= 0)
        {
            return place;
        }

        var mark = column.LastIndexOf('#');
        var count = int.Parse(column.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        return header.Select((name, index) => (name, index)).Where(cell => cell.name.Trim() == column[..mark].Trim()).ElementAt(count - 1).index;
    }

    private object? Value(SourceField field, string text) => field.Field.Kind switch
    {
        FieldKind.Category when field.Field.Name == "kind" => NaiveKinds.All.Contains(text.ToLowerInvariant()) ? text : null,
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

    /// <param name="Places">The columns of each field.</param>
    /// <param name="Content">The columns that say more than how a row came in.</param>
    private sealed record Layout(Dictionary<SourceField, int[]> Places, List<int> Content);
}
