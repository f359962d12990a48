using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
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
}
