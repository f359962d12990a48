using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Projects;

/// <summary>One entry of a source's `fields`: a column's name, or what there is to say about the column.</summary>
/// <param name="format">Null where it is not known.</param>
internal sealed class SourceFieldReader(ValueReader values, ContactSchema schema, HistoryFormat? format)
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
        return values.Scalar(new Slot<TextShape>(value, key.Value, name)) is { } column ? Plain(field, Checked(column), null, key) : null;
    }

    private SourceField? ReadMap(ContactField field, YamlScalar key, YamlMapping map)
    {
        values.CheckKeys(map, $"the field `{field.Name}`", SourceKeys.FieldKeys);
        string[] origins = [SourceKeys.Column.Name, SourceKeys.Columns.Name, SourceKeys.Sum.Name, SourceKeys.Value.Name];
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

        var isSum = map[SourceKeys.Sum.Name] is not null;
        var columns = isSum ? Sum(field, map) : map[SourceKeys.Columns.Name] is null ? [Checked(SourceKeys.Column.In(map))] : Columns(field, map);
        var column = columns.FirstOrDefault();
        var source = Plain(field, column, null, key) with
        {
            MoreColumns = [.. columns.Skip(1).OfType<string>()], IsSum = isSum, Take = Take(field, columns, map), Pattern = Pattern(field, map), Unit = Unit(field, map), Map = Codes(map), Missing = Missing(map),
        };
        return column is null ? null : source;
    }

    private string? Checked(Slot<TextShape> slot) => values.Scalar(slot) is { } scalar ? Checked(scalar) : null;

    /// <summary>The column's name; in JSON a path, whose mistakes are reported.</summary>
    private string Checked(YamlScalar column)
    {
        if (IsJson && ColumnPath.Mistake(column.Value) is { } mistake)
        {
            values.Report(SourceErrors.Path, column, column.Value, mistake.Why, mistake.Help);
        }

        return column.Value;
    }

    private bool IsJson => format is HistoryFormat.Json or HistoryFormat.JsonLines;

    private ImmutableArray<string?> Sum(ContactField field, YamlMapping map)
    {
        var slot = SourceKeys.Sum.In(map);
        if (!SourceKeys.TakesSum(field) && slot.Node is { } place)
        {
            values.Report(SourceErrors.SumNotNumber, place, field.Name);
            return [];
        }

        return Names(slot);
    }

    private ImmutableArray<string?> Columns(ContactField field, YamlMapping map)
    {
        var slot = SourceKeys.Columns.In(map);
        if (!SourceKeys.TakesColumns(field) && slot.Node is { } place)
        {
            values.Report(SourceErrors.OneColumn, place, field.Name);
            return [];
        }

        return Names(slot);
    }

    private ImmutableArray<string?> Names(Slot<ListShape<TextShape>> slot) => [.. values.Read(slot).Select(Checked)];

    private ValueChoice Take(ContactField field, ImmutableArray<string?> columns, YamlMapping map)
    {
        var slot = SourceKeys.Take.In(map);
        if (slot.Node is not { } node)
        {
            return ValueChoice.First;
        }

        var (why, help) = map[SourceKeys.Sum.Name] is not null ? ("a sum adds all values", "Remove `take`.")
            : field.Kind == FieldKind.List ? ($"`{field.Name}` holds a list and takes all values", "Remove `take`.")
            : !IsJson ? ("a row has one value in each column", "Remove `take`.")
            : columns.OfType<string>().All(column => ColumnPath.Mistake(column) is null && !ColumnPath.Parse(column).HasSelector) ? ("the path finds one value", "Remove `take`, or reach into a list, as in `items[].name`.")
            : ("", "");
        if (why.Length > 0)
        {
            values.Report(SourceErrors.NothingToTake, node, why, help);
            return ValueChoice.First;
        }

        return values.Read(slot) ?? ValueChoice.First;
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
