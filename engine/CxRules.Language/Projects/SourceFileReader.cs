using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Projects;

/// <summary>Reads `*.source.yaml`: how the rows of a history become contacts.</summary>
public static class SourceFileReader
{
    private static readonly string[] Keys = ["source", "format", "zone", "fields"];

    private static readonly (string Name, HistoryFormat Value)[] Formats =
    [
        ("csv", HistoryFormat.Csv), ("tsv", HistoryFormat.Tsv), ("jsonl", HistoryFormat.JsonLines), ("ndjson", HistoryFormat.JsonLines),
    ];

    private static readonly (string Key, string Example)[] Required =
    [
        ("source", "source: crm-export"), ("format", "format: csv"), ("fields", "fields: { id: contact_id, occurred at: created, channel: source }"),
    ];

    private static readonly (string Field, string Example)[] RequiredFields =
    [
        ("id", "id: the column's name"), ("occurred at", "occurred at: the column's name"), ("channel", "channel: the column's name` or `channel: { value: phone }"),
    ];

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
        var root = values.Map(document, "A source file", "source: crm-export") ?? new YamlMapping(new(0, 0), [], false);
        values.CheckKeys(root, "a source file", Keys);
        foreach (var (key, example) in Required.Where(required => root[required.Key] is null && (document is YamlMapping or null)))
        {
            values.ReportMissing(new YamlScalar(new(root.Span.Start, 0), "", YamlStyle.Plain, [root.Span.Start]), "The source file", key, example);
        }

        var name = values.Text(root["source"], "source", "source: crm-export");
        var format = values.Choice(root["format"], "format", "format", Formats);
        var zone = values.Zone(root["zone"]);
        var fields = Fields(root["fields"], new(values, schema), values);
        return name is null || format is not { } known || diagnostics.Count > before ? null : new(name, text.File, known, zone, fields);
    }

    private static ImmutableArray<SourceField> Fields(YamlNode? node, SourceFieldReader reader, ValueReader values)
    {
        if (values.Map(node, "fields", "fields: { id: contact_id }") is not { } map)
        {
            return [];
        }

        foreach (var (field, example) in RequiredFields.Where(required => map[required.Field] is null))
        {
            values.ReportMissing(new YamlScalar(new(map.Span.Start, 0), "", YamlStyle.Plain, [map.Span.Start]), "`fields`", field, example);
        }

        return [.. map.Entries.Select(reader.Read).OfType<SourceField>()];
    }
}
