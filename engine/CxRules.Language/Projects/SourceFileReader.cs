using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Shapes;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Projects;

/// <summary>Reads `*.source.yaml`: how the rows of a history become contacts.</summary>
public static class SourceFileReader
{
    /// <summary>The source, or null where something in the file is wrong, which is reported.</summary>
    public static ContactSource? Read(SourceText text, ContactSchema schema, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        var document = YamlDocumentReader.Read(text, diagnostics);
        if (diagnostics.Count > before && document is null)
        {
            return null;
        }

        var values = new ValueReader(text, diagnostics, SourceErrors.Values);
        var root = values.Map(new Slot<MapShape>(document, "A source file", SourceKeys.File)) ?? new YamlMapping(new(0, 0), [], false);
        values.CheckKeys(root, SourceKeys.File.Owner, SourceKeys.File.Names);
        if (document is YamlMapping or null)
        {
            values.CheckRequired(root, SourceKeys.File, StartOf(root));
        }

        var name = values.Read(SourceKeys.Source.In(root));
        var format = values.Read(SourceKeys.Format.In(root));
        var zone = new ZoneReader(values).Read(SourceKeys.Zone.In(root));
        var records = Records(SourceKeys.Records.In(root), SourceKeys.Format.In(root), format, values);
        var fields = Fields(SourceKeys.Fields.In(root), new(values, schema, format), values);
        return name is null || format is not { } known || diagnostics.Count > before ? null : new(name, text.File, known, zone, fields) { Records = records };
    }

    private static ImmutableArray<string> Records(Slot<TextShape> slot, Slot<ChoiceShape<HistoryFormat>> written, HistoryFormat? format, ValueReader values)
    {
        if (slot.Node is not { } node)
        {
            return [];
        }

        if (format is not (null or HistoryFormat.Json))
        {
            values.Report(SourceErrors.RecordsWithoutDocument, node, (written.Node as YamlScalar)?.Value);
        }

        string[] names = values.Read(slot)?.Split('.') ?? [];
        if (names.Any(name => string.IsNullOrWhiteSpace(name) || name.AsSpan().ContainsAny('[', ']')))
        {
            values.Report(SourceErrors.Path, node, string.Join('.', names), "the list of records is named by names with dots between them", "Write it like `records: tickets` or `records: data.tickets`.");
        }

        return [.. names];
    }

    private static ImmutableArray<SourceField> Fields(Slot<NamesShape<UnionShape>> slot, SourceFieldReader reader, ValueReader values)
    {
        if (values.Map(slot) is not { } map)
        {
            return [];
        }

        foreach (var field in slot.Shape.Known.Where(field => field.IsRequired && map[field.Name] is null))
        {
            values.Report(SourceErrors.MissingKey, StartOf(map), "`fields`", field.Name, $"{field.Name}: {field.Value.Example}");
        }

        CheckPartition(map, values);
        return [.. map.Entries.Select(reader.Read).OfType<SourceField>()];
    }

    /// <summary>Parts of a log come in side by side; an export has none, and would leave the column unread.</summary>
    private static void CheckPartition(YamlMapping map, ValueReader values)
    {
        if (map[SourceKeys.ArrivedAt] is null && map.Entries.FirstOrDefault(entry => entry.Key.Value == SourceKeys.Partition) is { } partition)
        {
            values.Report(SourceErrors.PartitionWithoutArrival, partition.Key);
        }
    }

    /// <summary>The map may be the whole file: what it lacks is said at its start.</summary>
    private static YamlScalar StartOf(YamlMapping map) => new(new(map.Span.Start, 0), "", YamlStyle.Plain, CharacterOffsets.From(map.Span.Start, 1));
}
