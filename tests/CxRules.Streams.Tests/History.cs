using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Model.Time;

namespace CxRules.Streams.Tests;

/// <summary>A history under test: a source whose fields are all needed, written to files of its own.</summary>
internal sealed class History : IDisposable
{
    public static readonly ContactSchema Schema = ContactSchema.Create(
    [
        ("price", FieldKind.Money), ("score", FieldKind.Decimal), ("length", FieldKind.Duration), ("flagged", FieldKind.Flag),
        ("count", FieldKind.Integer), ("moment", FieldKind.Instant), ("note", FieldKind.Text), ("labels", FieldKind.List),
    ]);

    public static readonly ZoneRules Berlin = new(
        "Europe/Berlin",
        [
            (0, TimeSpan.TicksPerHour),
            (new DateTime(2026, 3, 29, 1, 0, 0).Ticks, 2 * TimeSpan.TicksPerHour),
            (new DateTime(2026, 10, 25, 1, 0, 0).Ticks, TimeSpan.TicksPerHour),
        ]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxrules-streams-");
    private readonly List<string> _files = [];

    public History(HistoryFormat format, params SourceField[] fields) => Source = new("crm", "crm.source.yaml", format, Berlin, [.. fields]);

    public ContactSource Source { get; set; }

    public int Capacity { get; init; } = 100;

    /// <summary>Needed beside the mapped fields.</summary>
    public ImmutableArray<string> AlsoNeeded { get; init; } = [];

    public IReadOnlyList<string> Files => _files;

    /// <summary>A source with id, occurred at and channel in columns `id`, `at`, `ch`, and more fields.</summary>
    public static History Csv(params SourceField[] more) => new(HistoryFormat.Csv, [Map("id", "id"), Map("occurred at", "at"), Map("channel", "ch"), .. more]);

    public static History Json(params SourceField[] more) => new(HistoryFormat.JsonLines, [Map("id", "id"), Map("occurred at", "at"), Map("channel", "ch"), .. more]);

    public static SourceField Map(string field, string? column, string? pattern = null, DurationUnit? unit = null) =>
        new(Schema.Find(field) ?? throw new ArgumentException(field), column, null, pattern, unit, ImmutableDictionary<string, string>.Empty, [], 7);

    public static SourceField Constant(string field, string value) => Map(field, null) with { Constant = value };

    public History Add(string text, string name = "history.csv") => Add(Encoding.UTF8.GetBytes(text), name);

    public History Add(byte[] bytes, string name = "history.csv")
    {
        var path = Path.Combine(_folder.FullName, $"{_files.Count}-{name}");
        File.WriteAllBytes(path, bytes);
        _files.Add(path);
        return this;
    }

    public History AddMissing(string name)
    {
        _files.Add(Path.Combine(_folder.FullName, name));
        return this;
    }

    public ContactDictionaries Dictionaries() => new(Schema, Source.Fields.Select(field => field.Field).Concat(AlsoNeeded.Select(name => Schema.Find(name) ?? throw new ArgumentException(name))));

    public Contents Read()
    {
        var dictionaries = Dictionaries();
        var batch = new ContactBatch(dictionaries, Capacity);
        var rows = new List<Row>();
        HistoryException? failure = null;
        using var reader = HistoryReader.Open(Source, _files, dictionaries);
        try
        {
            while (reader.Read(batch))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    rows.Add(RowAt(batch, i));
                }
            }
        }
        catch (HistoryException caught)
        {
            failure = caught;
        }

        Assert.Equal(reader.Received, rows.Count + reader.Rejects.Count);
        return new(rows, [.. reader.Rejects], failure);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Row RowAt(ContactBatch batch, int row) => new(
        batch.FileIndex[row],
        batch.Line[row],
        batch.IdHash[row],
        batch.ContentHash[row],
        batch.Dictionaries.Needed.ToImmutableDictionary(field => field.Name, field => Show(batch, field, row)));

    private static string Show(ContactBatch batch, ContactField field, int row) => batch.Find(field) switch
    {
        CategoryColumn codes => batch.Dictionaries[field][codes.Codes[row]],
        NumberColumn numbers when numbers.Values[row] == FieldScale.Missing => "",
        NumberColumn numbers when field.Kind == FieldKind.Instant => new DateTime(numbers.Values[row]).ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        NumberColumn numbers => numbers.Values[row].ToString(CultureInfo.InvariantCulture),
        TextColumn texts => Encoding.UTF8.GetString(texts[row]),
        ListColumn lists => string.Join('+', lists[row].ToArray().Select(code => batch.Dictionaries[field][code])),
        _ => throw new InvalidOperationException(field.Name),
    };
}

internal sealed record Contents(IReadOnlyList<Row> Rows, IReadOnlyList<Reject> Rejects, HistoryException? Failure)
{
    public IEnumerable<string> Values(string field) => Rows.Select(row => row[field]);
}

internal sealed record Row(int File, int Line, ulong IdHash, ulong ContentHash, ImmutableDictionary<string, string> Fields)
{
    public string this[string field] => Fields[field];
}
