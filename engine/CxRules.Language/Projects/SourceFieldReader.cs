using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Projects;

/// <summary>One entry of a source's `fields`: a column's name, or what there is to say about the column.</summary>
internal sealed class SourceFieldReader(ValueReader values, ContactSchema schema)
{
    public SourceField? Read(YamlEntry entry)
    {
        var (key, value) = (entry.Key, entry.Value);
        if (schema.Find(key.Value) is not { } field)
        {
            string[] names = [.. schema.Fields.Select(known => known.Name)];
            values.ReportName(SourceErrors.UnknownField, key, key.Value, "", names, "Declare it under `fields` of cxrules.yaml, such as `plan: category`.");
            return null;
        }

        if (value is YamlMapping map)
        {
            return ReadMap(field, key, map);
        }

        var name = SourceKeys.ColumnName with { Example = "the column's name" };
        return values.Scalar(new Slot<TextShape>(value, key.Value, name)) is { } column ? Plain(field, column.Value, null, key) : null;
    }

    private SourceField? ReadMap(ContactField field, YamlScalar key, YamlMapping map)
    {
        values.CheckKeys(map, $"the field `{field.Name}`", SourceKeys.FieldKeys);
        string[] origins = [SourceKeys.Column.Name, SourceKeys.Columns.Name, SourceKeys.Value.Name];
        if (origins.Count(origin => map[origin] is not null) != 1)
        {
            values.Report(SourceErrors.ColumnOrValue, key, field.Name);
            return null;
        }

        if (map[SourceKeys.Value.Name] is not null)
        {
            CheckConstant(field, key, map);
            return values.Read(SourceKeys.Value.In(map)) is { } text ? Plain(field, null, text, key) : null;
        }

        var columns = map[SourceKeys.Columns.Name] is null ? [values.Scalar(SourceKeys.Column.In(map))?.Value] : Columns(field, map);
        var column = columns.FirstOrDefault();
        var source = Plain(field, column, null, key) with { MoreColumns = [.. columns.Skip(1).OfType<string>()], Pattern = Pattern(field, map), Unit = Unit(field, map), Map = Codes(map), Missing = Missing(map) };
        return column is null ? null : source;
    }

    private ImmutableArray<string?> Columns(ContactField field, YamlMapping map)
    {
        var slot = SourceKeys.Columns.In(map);
        if (!SourceKeys.TakesColumns(field) && slot.Node is { } place)
        {
            values.Report(SourceErrors.OneColumn, place, field.Name);
            return [];
        }

        var columns = values.Read(slot);
        if (columns.IsEmpty && slot.Node is YamlSequence)
        {
            values.ReportShape(slot);
        }

        return [.. columns.Select(column => values.Scalar(column)?.Value)];
    }

    private SourceField Plain(ContactField field, string? column, string? constant, YamlScalar key) =>
        new(field, column, constant, null, null, ImmutableDictionary<string, string>.Empty, [], values.LineOf(key));

    private void CheckConstant(ContactField field, YamlScalar key, YamlMapping map)
    {
        if (SourceKeys.DiffersFromRowToRow(field))
        {
            values.Report(SourceErrors.OneValueForAll, key, field.Name);
        }

        foreach (var other in map.Entries.Select(item => item.Key).Where(other => SourceKeys.FieldMap.Names.Contains(other.Value)))
        {
            values.Report(SourceErrors.ValueOnly, other, field.Name, other.Value);
        }
    }

    private string? Pattern(ContactField field, YamlMapping map)
    {
        var slot = SourceKeys.Pattern.In(map);
        if (slot.Node is { } node && field.Kind != FieldKind.Instant)
        {
            values.Report(SourceErrors.PatternNotInstant, node, field.Name);
            return null;
        }

        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (InstantPattern.Mistake(scalar.Value) is { } mistake)
        {
            values.Report(SourceErrors.Pattern, scalar, scalar.Value, mistake.Why, mistake.Help);
        }

        return scalar.Value;
    }

    private DurationUnit? Unit(ContactField field, YamlMapping map)
    {
        var slot = SourceKeys.Unit.In(map);
        if (slot.Node is { } node && field.Kind != FieldKind.Duration)
        {
            values.Report(SourceErrors.UnitNotDuration, node, field.Name);
            return null;
        }

        return values.Read(slot);
    }

    private ImmutableDictionary<string, string> Codes(YamlMapping map)
    {
        var codes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, about) in values.Read(SourceKeys.Codes.In(map)))
        {
            if (values.Read(about) is { } code)
            {
                codes[name.Value] = code;
            }
        }

        return codes.ToImmutable();
    }

    /// <summary>Source values that mean "missing", as they stand; an empty text says what is so anyway.</summary>
    private ImmutableArray<string> Missing(YamlMapping map) =>
        [.. values.Read(SourceKeys.Missing.In(map)).Select(Verbatim).OfType<string>().Where(value => value.Length > 0)];

    private string? Verbatim(Slot<TextShape> slot)
    {
        if (slot.Node is YamlScalar scalar)
        {
            return scalar.Value;
        }

        values.ReportShape(slot);
        return null;
    }
}
