using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Tests.Docs;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Language.Tests.Projects;

public sealed class SourceFileReaderTests
{
    public const string Boston = """
        source: boston-311
        format: csv                 # csv | tsv | jsonl
        zone: America/New_York
        fields:
          id: case_enquiry_id
          occurred at: { column: open_dt, pattern: "yyyy-MM-dd HH:mm:ss" }
          channel: { column: source, map: { "Self Service": web, "Constituent Call": phone } }
          handle time: { column: secs, unit: minutes }
          customer: { column: customer_id, missing: ["0", "?", ""] }
          kind: { value: contact }
        """;

    private const string Start = "source: a\nformat: csv\nfields:\n  id: i\n  occurred at: o\n  channel: c\n";

    private const string Json = "source: a\nformat: json\nfields:\n  id: i\n  occurred at: o\n  channel: c\n";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "CXR2201", Start + "«formt»: csv" },
        { "CXR2201", Start + "  product: { column: p, «uint»: x }" },
        { "CXR2202", "«only text»" },
        { "CXR2202", Start + "  product: «[a, b]»" },
        { "CXR2202", Start + "  product:«»" },
        { "CXR2202", "source: a\nformat: csv\nfields: «~»" },
        { "CXR2202", "«~»" },
        { "CXR2203", Start.Replace("csv", "«xml»") },
        { "CXR2203", Start + "  wait time: { column: w, unit: «days» }" },
        { "CXR2204", "«»" + Start.Replace("source: a\n", "") },
        { "CXR2204", "«»" + Start.Replace("format: csv\n", "") },
        { "CXR2204", Start.Replace("  id", "  «»id").Replace("  channel: c\n", "") },
        { "CXR2205", Start + "zone: «Boston»" },
        { "CXR2206", Start + "  «prodct»: p" },
        { "CXR2206", Start + "  «plan»: p" },
        { "CXR2207", Start + "  «product»: { missing: [x] }" },
        { "CXR2207", Start + "  «product»: { column: p, value: x }" },
        { "CXR2208", Start + "  product: { column: p, unit: «seconds» }" },
        { "CXR2209", Start + "  product: { column: p, pattern: «yyyy-MM-dd» }" },
        { "CXR2210", Start + "  ended at: { column: p, pattern: «YYYY-MM-DD» }" },
        { "CXR2211", Start + "  product: { value: p, «map»: { a: b } }" },
        { "CXR2212", Start.Replace("  id: i", "  «id»: { value: x }") },
        { "CXR2212", Start + "  «arrived at»: { value: 2026-01-01 }" },
        { "CXR2212", Start + "  «erased»: { value: no }" },
        { "CXR2214", Start + "  «partition»: shard" },
        { "CXR2214", Start + "  «partition»: { column: shard, missing: [none] }" },
        { "CXR2207", Start + "  «ended at»: { column: p, columns: [a, b] }" },
        { "CXR2213", Start + "  product: { columns: «[a, b]» }" },
        { "CXR2202", Start.Replace("  id: i", "  id: { columns: «[]» }") },
        { "CXR2202", Start.Replace("  id: i", "  id: { columns: «i» }") },
        { "CXR2201", Start.Replace("  id: i", "  id: { columns: [a, b], «colums»: c }") },
        { "CXR2208", Start.Replace("  id: i", "  id: { columns: [a, b], unit: «hours» }") },
        { "CXR2209", Start.Replace("  id: i", "  id: { columns: [a, b], pattern: «yyyy» }") },
        { "CXR2207", Start + "  «handle time»: { column: p, sum of: [a, b] }" },
        { "CXR2216", Start + "  product: { sum of: «[a, b]» }" },
        { "CXR2216", Start + "  ended at: { sum of: «a» }" },
        { "CXR2202", Start + "  handle time: { sum of: «[]» }" },
        { "CXR2202", Start + "  handle time: { sum of: [«[a]»] }" },
        { "CXR2209", Start + "  handle time: { sum of: [a, b], pattern: «yyyy» }" },
        { "CXR2208", Start + "  transfers: { sum of: [a, b], unit: «hours» }" },
        { "CXR2215", Json + "  product: «a[3].b»" },
        { "CXR2215", Json + "  product: { column: «\"a[k=v\"», take: last }" },
        { "CXR2215", Json + "  handle time: { sum of: [a, «\"b[]c\"»] }" },
        { "CXR2215", Json.Replace("  id: i", "  id: { columns: [a, «\"b[k]\"»] }") },
        { "CXR2217", Start + "  product: { column: \"p[].q\", take: «last» }" },
        { "CXR2217", Json + "  product: { column: p.q, take: «last» }" },
        { "CXR2217", Json + "  tag: { column: \"p[]\", take: «last» }" },
        { "CXR2217", Json + "  handle time: { sum of: \"p[]\", take: «last» }" },
        { "CXR2203", Json + "  product: { column: \"p[]\", take: «lst» }" },
        { "CXR2218", Start + "records: «rows»" },
        { "CXR2218", Json.Replace("json", "jsonl") + "records: «rows»" },
        { "CXR2215", Json + "records: «a..b»" },
        { "CXR2215", Json + "records: «rows[]»" },
        { "CXR2202", Json + "records: «[rows]»" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_Mistake_IsOneLocatedDiagnosticAndNoSource(string code, string marked)
    {
        var (text, span) = Marked.Parse(marked);
        var bag = new DiagnosticBag();

        Assert.Null(SourceFileReader.Read(new("a.source.yaml", text), ContactSchema.Default, bag));

        var found = Assert.Single(bag.ToImmutable());
        Assert.Equal((code, span), (found.Code, found.Span));
    }

    [Fact]
    public void Read_WholeFile_BecomesTheSource()
    {
        var bag = new DiagnosticBag();

        var source = SourceFileReader.Read(new("boston.source.yaml", Boston), ContactSchema.Default, bag);

        Assert.Empty(bag.ToImmutable());
        Assert.NotNull(source);
        Assert.Equal(("boston-311", "boston.source.yaml", HistoryFormat.Csv, "America/New_York"), (source.Name, source.File, source.Format, source.Zone?.Id));
        var fields = source.Fields.ToDictionary(field => field.Field.Name);
        Assert.Equal(("case_enquiry_id", 5), (fields["id"].Column, fields["id"].Line));
        Assert.Equal("yyyy-MM-dd HH:mm:ss", fields["occurred at"].Pattern);
        Assert.Equal("web", fields["channel"].Map["Self Service"]);
        Assert.Equal(DurationUnit.Minutes, fields["handle time"].Unit);
        Assert.Equal<string>(["0", "?"], fields["customer"].Missing);
        Assert.Equal((null, "contact"), (fields["kind"].Column, fields["kind"].Constant));
    }

    [Fact]
    public void Read_Log_HasArrivalPartitionErasureAndJoinedColumns()
    {
        var text = Start.Replace("  id: i", "  id: { columns: [line, call], missing: [\"0\"] }").Replace("occurred at: o", "occurred at: { columns: [day, time], pattern: \"yyMMdd H:mm:ss\" }")
            + "  arrived at: received\n  partition: shard\n  erased: { column: gone, map: { x: yes } }\n";
        var bag = new DiagnosticBag();

        var source = SourceFileReader.Read(new("a.source.yaml", text), ContactSchema.Default, bag);

        Assert.Empty(bag.ToImmutable());
        Assert.NotNull(source);
        var fields = source.Fields.ToDictionary(field => field.Field.Name);
        Assert.True(source.IsLog);
        Assert.Equal(["arrived at", "partition", "erased"], source.DoorFields.Select(field => field.Name));
        Assert.Equal(("line", "call"), (fields["id"].Column, Assert.Single(fields["id"].MoreColumns)));
        Assert.Equal(("day", "time", "yyMMdd H:mm:ss"), (fields["occurred at"].Column, Assert.Single(fields["occurred at"].MoreColumns), fields["occurred at"].Pattern));
    }

    [Fact]
    public void Read_Document_HasRecordsPathsAndSums()
    {
        const string text = """
            source: a
            format: json
            records: data.rows
            fields:
              id: i
              occurred at: o
              channel: c
              queue: { column: "q[k=v].n", take: last }
              agent: Attributes["a.b"]
              handle time: { sum of: ["m[].v", t.w], unit: ms, map: { "": "0" } }
              transfers: { sum of: n }
            """;
        var bag = new DiagnosticBag();

        var source = SourceFileReader.Read(new("a.source.yaml", text), ContactSchema.Default, bag);

        Assert.Empty(bag.ToImmutable());
        Assert.NotNull(source);
        var fields = source.Fields.ToDictionary(field => field.Field.Name);
        Assert.Equal(HistoryFormat.Json, source.Format);
        Assert.Equal<string>(["data", "rows"], source.Records);
        Assert.Equal(("q[k=v].n", ValueChoice.Last, false), (fields["queue"].Column, fields["queue"].Take, fields["queue"].IsSum));
        Assert.Equal(("Attributes[\"a.b\"]", ValueChoice.First), (fields["agent"].Column, fields["agent"].Take));
        Assert.Equal<string>(["m[].v", "t.w"], fields["handle time"].Columns);
        Assert.Equal((true, DurationUnit.Milliseconds, "0"), (fields["handle time"].IsSum, fields["handle time"].Unit, fields["handle time"].Map[""]));
        Assert.Equal<string>(["n"], fields["transfers"].Columns);
    }

    public static TheoryData<string> Pages => [.. typeof(SourceErrors).GetFields().Select(member => member.GetValue(null)).OfType<DiagnosticDescriptor>().Select(descriptor => descriptor.Code)];

    /// <summary>The wrong example of a page reports its code and nothing else, the right one nothing; what an example leaves out is filled in.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = MarkdownBlocks.Read(Path.Combine(MarkdownBlocks.DocsFolder(), "diagnostics", $"{code}.md")).Select(block => Whole(block.Text)).ToArray();

        Assert.Equal(2, blocks.Length);
        Assert.Equal([code], Codes(blocks[0]));
        Assert.Empty(Codes(blocks[1]));
    }

    [Fact]
    public void Read_EmptyFile_NamesWhatIsMissing()
    {
        var bag = new DiagnosticBag();

        Assert.Null(SourceFileReader.Read(new("a.source.yaml", "# nothing\n"), ContactSchema.Default, bag));

        Assert.Equal(["CXR2204", "CXR2204", "CXR2204"], bag.ToImmutable().Select(found => found.Code));
    }

    [Fact]
    public void Read_DeclaredField_IsKnown()
    {
        var schema = ContactSchema.Create([("plan", FieldKind.Category)]);

        Assert.NotNull(SourceFileReader.Read(new("a.source.yaml", Start + "  plan: p"), schema, new()));
    }

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm:ss")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fffK")]
    [InlineData("yyMMdd")]
    [InlineData("d/M/yyyy H:mm")]
    [InlineData("MM/dd/yyyy hh:mm:ss tt")]
    [InlineData("dd MMM yyyy 'at' HH:mm zzz")]
    public void Mistake_GoodPattern_IsNone(string pattern) => Assert.Null(InstantPattern.Mistake(pattern));

    [Theory]
    [InlineData("YYYY-MM-DD", "`yyyy`")]
    [InlineData("yyyy-mm-dd", "`MM`")]
    [InlineData("yyyy-MM-dd hh:mm", "`HH`")]
    [InlineData("yyyy-MM-dd HH:mm tt", "`hh`")]
    [InlineData("%Y-%m-%d", "yyyy")]
    [InlineData("HH:mm:ss", "yyyy")]
    [InlineData("yyyyy-MM-dd", "yyyy")]
    [InlineData("yyyy-MM-dd 'at", "Close")]
    [InlineData("yyyy-MM-dd q", "yyyy")]
    public void Mistake_BadPattern_SaysWhatToWrite(string pattern, string help) =>
        Assert.Contains(help, InstantPattern.Mistake(pattern)?.Help, StringComparison.Ordinal);

    private static IEnumerable<string> Codes(string text)
    {
        var bag = new DiagnosticBag();
        SourceFileReader.Read(new("a.source.yaml", text), ContactSchema.Default, bag);
        return bag.ToImmutable().Select(found => found.Code);
    }

    private static string Whole(string example)
    {
        if (example.Contains("source:", StringComparison.Ordinal) && example.Contains("fields:", StringComparison.Ordinal))
        {
            return example;
        }

        string[] lines = ["source: a", "format: csv"];
        string[] fields = ["  id: i", "  occurred at: o", "  channel: c"];
        if (example.StartsWith("fields:", StringComparison.Ordinal))
        {
            return string.Join('\n', [.. lines.Where(line => !Has(line)), example.TrimEnd(), .. fields.Where(line => !Has(line) && !example.Contains("fields: {", StringComparison.Ordinal))]);
        }

        var isOfFile = SourceKeys.File.Names.Any(key => example.StartsWith($"{key}:", StringComparison.Ordinal)) || example.StartsWith("formt", StringComparison.Ordinal);
        string[] inner = isOfFile ? [] : example.TrimEnd().Split('\n').Select(line => "  " + line).ToArray();
        return string.Join('\n', [.. isOfFile ? [example.TrimEnd()] : Array.Empty<string>(), .. lines.Where(line => !Has(line)), "fields:", .. fields.Where(line => !Has(line)), .. inner]);

        bool Has(string line) => example.Split('\n').Any(written => written.Trim().StartsWith(line.Split(':')[0].Trim() + ":", StringComparison.Ordinal));
    }
}
