using System.Collections.Immutable;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Projects;

/// <summary>One entry of a source's `fields`: a column's name, or what there is to say about the column.</summary>
internal sealed class SourceFieldReader(ValueReader values, ContactSchema schema)
{
    private static readonly string[] Keys = ["column", "map", "unit", "pattern", "missing", "value"];

    private static readonly (string Name, DurationUnit Value)[] Units =
    [
        ("seconds", DurationUnit.Seconds), ("milliseconds", DurationUnit.Milliseconds), ("minutes", DurationUnit.Minutes), ("hours", DurationUnit.Hours),
        ("s", DurationUnit.Seconds), ("ms", DurationUnit.Milliseconds), ("min", DurationUnit.Minutes), ("h", DurationUnit.Hours),
    ];

    public SourceField? Read(YamlEntry entry)
    {
        var (key, value) = (entry.Key, entry.Value);
        if (schema.Find(key.Value) is not { } field)
        {
            string[] names = [.. schema.Fields.Select(known => known.Name)];
            values.ReportName(SourceErrors.UnknownField, key, key.Value, "", names, "Declare it under `fields` of cxrules.yaml, such as `plan: category`.");
            return null;
        }

        return value is YamlMapping map ? ReadMap(field, key, map) : ReadColumn(field, key, value);
    }

    private SourceField? ReadColumn(ContactField field, YamlScalar key, YamlNode value) =>
        values.Scalar(value, key.Value, "the name of a column", $"{key.Value}: the column's name") is { } column
            ? new(field, column.Value, null, null, null, ImmutableDictionary<string, string>.Empty, [], values.LineOf(key))
            : null;

    private SourceField? ReadMap(ContactField field, YamlScalar key, YamlMapping map)
    {
        values.CheckKeys(map, $"the field `{field.Name}`", Keys);
        if (map["column"] is null == map["value"] is null)
        {
            values.Report(SourceErrors.ColumnOrValue, key, field.Name);
            return null;
        }

        if (map["value"] is { } constant)
        {
            CheckConstant(field, key, map);
            return values.Text(constant, "value", "value: phone") is { } text ? new(field, null, text, null, null, ImmutableDictionary<string, string>.Empty, [], values.LineOf(key)) : null;
        }

        var column = values.Scalar(map["column"], "column", "the name of a column", "column: created_at")?.Value;
        var source = new SourceField(field, column, null, Pattern(field, map["pattern"]), Unit(field, map["unit"]), Codes(map["map"]), Missing(map["missing"]), values.LineOf(key));
        return column is null ? null : source;
    }

    private void CheckConstant(ContactField field, YamlScalar key, YamlMapping map)
    {
        if (field.Name is "id" or "occurred at")
        {
            values.Report(SourceErrors.OneValueForAll, key, field.Name);
        }

        foreach (var other in map.Entries.Select(item => item.Key).Where(other => other.Value is "map" or "unit" or "pattern" or "missing"))
        {
            values.Report(SourceErrors.ValueOnly, other, field.Name, other.Value);
        }
    }

    private string? Pattern(ContactField field, YamlNode? node)
    {
        if (node is not null && field.Kind != FieldKind.Instant)
        {
            values.Report(SourceErrors.PatternNotInstant, node, field.Name);
            return null;
        }

        if (values.Scalar(node, "pattern", "a pattern", "pattern: \"yyyy-MM-dd HH:mm:ss\"") is not { } scalar)
        {
            return null;
        }

        if (InstantPattern.Mistake(scalar.Value) is { } mistake)
        {
            values.Report(SourceErrors.Pattern, scalar, scalar.Value, mistake.Why, mistake.Help);
        }

        return scalar.Value;
    }

    private DurationUnit? Unit(ContactField field, YamlNode? node)
    {
        if (node is not null && field.Kind != FieldKind.Duration)
        {
            values.Report(SourceErrors.UnitNotDuration, node, field.Name);
            return null;
        }

        return values.Choice(node, "unit", "unit", Units);
    }

    private ImmutableDictionary<string, string> Codes(YamlNode? node)
    {
        var codes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in values.Map(node, "map", "map: { Self Service: web }")?.Entries ?? [])
        {
            if (values.Text(entry.Value, entry.Key.Value, $"{entry.Key.Value}: web") is { } code)
            {
                codes[entry.Key.Value] = code;
            }
        }

        return codes.ToImmutable();
    }

    /// <summary>Source values that mean "missing"; an empty text says what is so anyway.</summary>
    private ImmutableArray<string> Missing(YamlNode? node) => node is YamlScalar { Value: "" }
        ? []
        : [.. values.Scalars(node, "missing", "values of the column", "missing: [\"?\", n/a]").Select(value => value.Value)];
}
