using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Projects;

/// <summary>The keys of a `*.source.yaml`.</summary>
internal static class SourceKeys
{
    public const string ArrivedAt = "arrived at";

    public const string Partition = "partition";

    public static readonly Key<TextShape> Source = new("source", new("a text", "crm-export"), "The name of the source: each contact carries it, and `--source` takes it.") { IsRequired = true };

    public static readonly Key<ChoiceShape<HistoryFormat>> Format = new("format", new(
        "format",
        new("csv", HistoryFormat.Csv, "Values separated by commas, names of the columns in the first line."),
        new("tsv", HistoryFormat.Tsv, "Values separated by tabs, names of the columns in the first line."),
        new("jsonl", HistoryFormat.JsonLines, "A JSON object in each line."),
        new("ndjson", HistoryFormat.JsonLines, "Another name for `jsonl`."),
        new("json", HistoryFormat.Json, "JSON objects in an array, behind one another, or in the list that `records` names; over lines as they please.")),
        "How the files are written; those that end in `.gz` are unpacked.") { IsRequired = true };

    public static readonly Key<TextShape> Records = new(
        "records",
        new("the name of a list", "tickets"),
        "For `json`: the list of records, where the file is an object around it, as answers of an API are; a dot reaches into objects.");

    public static readonly Key<TextShape> Zone = new("zone", new("a time zone", "Europe/London"), "The time zone of time stamps that name none; without it these are refused.");

    public static readonly Key<TextShape> Column = new(
        "column", new("the name of a column", "created_at"), "The column that has it. In JSON the property; a dot reaches into objects, brackets into lists: `custom_fields[id=7].value`, `items[].name`.") { IsRequired = true };

    public static readonly Key<ListShape<TextShape>> Columns = new(
        "columns",
        new(new("the name of a column", "call_id"), "names of columns", "[date, time]") { AllowsNone = false },
        "Instead of `column`, for an id and for points in time: several columns that have it together. Values of an id are joined with `/`, with a `\\` before each `/` and `\\` of their own; those of a time with a space.") { IsRequired = true };

    public static readonly Key<ListShape<TextShape>> Sum = new(
        "sum of",
        new(new("the name of a column", "talk_time"), "names of columns", "[talk_time, hold_time]") { AllowsOne = true, AllowsNone = false },
        "Instead of `column`, for numbers and durations: columns whose values are added up, each value that a path finds. What is missing adds nothing; where all is missing, so is the sum.") { IsRequired = true };

    public static readonly Key<ChoiceShape<ValueChoice>> Take = new("take", new(
        "choice",
        new("first", ValueChoice.First, "The value that stands first in the record."),
        new("last", ValueChoice.Last, "The value that stands last.")),
        "Which value counts where a path into lists finds several; `null` is none. A field that holds a list takes all.") { Default = "first" };

    public static readonly Key<NamesShape<TextShape>> Codes = new(
        "map", new("value", new("a code", "web"), "{ Self Service: web }"), "What values of the column are called in rules; those not listed stay as they are.");

    public static readonly Key<ListShape<TextShape>> Missing = new(
        "missing",
        new(new("values of the column", "n/a") { IsVerbatim = true }, "values of the column", "[\"?\", n/a]") { AllowsOne = true },
        "Values of the column that say that there is none.");

    public static readonly Key<ChoiceShape<DurationUnit>> Unit = new("unit", new(
        "unit",
        new("seconds", DurationUnit.Seconds), new("milliseconds", DurationUnit.Milliseconds), new("minutes", DurationUnit.Minutes), new("hours", DurationUnit.Hours),
        new("s", DurationUnit.Seconds), new("ms", DurationUnit.Milliseconds), new("min", DurationUnit.Minutes), new("h", DurationUnit.Hours)),
        "What the numbers of the column count.") { Default = "seconds" };

    public static readonly Key<TextShape> Pattern = new(
        "pattern", new("a pattern", "\"yyyy-MM-dd HH:mm:ss\""), "How the column writes dates and times, where it is not ISO 8601.");

    public static readonly Key<TextShape> Value = new("value", new("a text", "phone"), "One value for all rows, instead of a column.") { IsRequired = true };

    public static readonly TextShape ColumnName = Column.Shape;

    public static readonly MapShape ValueMap = new("a field", "The field", "{ value: phone }", Value);

    /// <summary>Any key that a field takes, whatever it holds.</summary>
    public static readonly MapShape FieldMap = Map(Take, Codes, Missing, Unit, Pattern);

    public static readonly MapShape ColumnsMap = JoinedMap(Take, Codes, Missing, Pattern);

    public static readonly MapShape SumMap = Summed(Codes, Missing, Unit);

    public static readonly Key<NamesShape<UnionShape>> Fields = new(
        "fields",
        new("field", Field(ColumnName, FieldMap, ColumnsMap, SumMap, ValueMap), "{ id: contact_id, occurred at: created, channel: source }")
        {
            IsNeeded = true,
            Known = [.. ContactSchema.Default.Fields.Select(Known)],
        },
        "Which column each field of a contact comes from; fields that the project file declares may stand here too.") { IsRequired = true };

    public static readonly MapShape File = new("a source file", "The source file", "source: crm-export", Source, Format, Records, Zone, Fields);

    public static readonly ImmutableArray<string> FieldKeys = [.. FieldMap.Names, Columns.Name, Sum.Name, Value.Name];

    public static bool DiffersFromRowToRow(ContactField field) => field.Name is "id" or "occurred at" or ArrivedAt or "erased";

    /// <summary>Several columns can have it together.</summary>
    public static bool TakesColumns(ContactField field) => field.Name == "id" || field.Kind == FieldKind.Instant;

    /// <summary>Values of several columns can be added up for it.</summary>
    public static bool TakesSum(ContactField field) => field.Kind is FieldKind.Duration || IsNumber(field);

    private static bool IsNumber(ContactField field) => field.Kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Money;

    private static Key Known(ContactField field)
    {
        var shape = new SharedShape(NameFor(field), "the name of a column", "the column's name", () => Field(ShapesFor(field)));
        return new Key<SharedShape>(field.Name, shape, BuiltInFields.About(field.Name)) { IsRequired = IsRequired(field) };
    }

    private static string NameFor(ContactField field) =>
        $"{(DiffersFromRowToRow(field) ? "column of" : "field of")} {(field.Name == "id" ? "id" : IsNumber(field) ? "number" : field.Kind is FieldKind.Duration or FieldKind.Instant ? field.Kind.ToString().ToLowerInvariant() : "any")}".Replace(' ', '-');

    private static Shape[] ShapesFor(ContactField field) =>
    [
        ColumnName,
        MapFor(field.Kind),
        .. TakesColumns(field) ? [field.Kind == FieldKind.Instant ? JoinedMap(Take, Codes, Missing, Pattern) : JoinedMap(Take, Codes, Missing)] : ImmutableArray<Shape>.Empty,
        .. TakesSum(field) ? [field.Kind == FieldKind.Duration ? SumMap : Summed(Codes, Missing)] : ImmutableArray<Shape>.Empty,
        .. DiffersFromRowToRow(field) ? [] : ImmutableArray.Create<Shape>(ValueMap),
    ];

    /// <summary>Without it a row is no contact.</summary>
    private static bool IsRequired(ContactField field) => field.Name is "id" or "occurred at" or "channel";

    private static UnionShape Field(params Shape[] shapes) => new("the name of a column", "the column's name", [.. shapes]);

    private static MapShape MapFor(FieldKind kind) => kind switch
    {
        FieldKind.Duration => Map(Take, Codes, Missing, Unit),
        FieldKind.Instant => Map(Take, Codes, Missing, Pattern),
        _ => Map(Take, Codes, Missing),
    };

    private static MapShape Map(params Key[] keys) => new("a field", "The field", "{ column: created_at }", [Column, .. keys]);

    private static MapShape JoinedMap(params Key[] keys) => new("a field", "The field", "{ columns: [date, time] }", [Columns, .. keys]);

    private static MapShape Summed(params Key[] keys) => new("a field", "The field", "{ sum of: [talk_time, hold_time] }", [Sum, .. keys]);
}
