using System.Text;
using System.Text.RegularExpressions;
using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

public sealed partial class RejectTests
{
    private const string Good = "9,2026-01-01,web,\n";

    /// <summary>Code, mapped field beside the required ones, rows of a CSV `id,at,ch,value`, a part of the message.</summary>
    public static TheoryData<string, string, string, string> CsvRows => new()
    {
        { "CXR4001", "note", "1,2026-01-01,web", "The row has 3 fields, the header 4." },
        { "CXR4001", "note", "1,2026-01-01,web,a,b", "The row has 5 fields, the header 4." },
        { "CXR4002", "note", "1,2026-01-01,web,\"a", "field 4" },
        { "CXR4003", "count", "1,noon,web,", "Column 'at' (occurred at) holds 'noon'" },
        { "CXR4005", "count", "1,2026-02-30,web,", "'2026-02-30', a date or time that does not exist" },
        { "CXR4006", "count", "1,2026-01-01,web,x", "Column 'value' (count) holds 'x'" },
        { "CXR4007", "score", "1,2026-01-01,web,x", "not a number" },
        { "CXR4008", "price", "1,2026-01-01,web,£5", "the project's currency" },
        { "CXR4009", "length", "1,2026-01-01,web,x", "a number of seconds, h:mm:ss or m:ss" },
        { "CXR4010", "flagged", "1,2026-01-01,web,x", "neither yes nor no" },
        { "CXR4011", "labels", "1,2026-01-01,web,[1", "JSON array" },
        { "CXR4012", "count", " ,2026-01-01,web,1", "Column 'id' (id) is empty" },
        { "CXR4013", "count", "1,,web,1", "Column 'at' (occurred at) is empty" },
        { "CXR4014", "count", "1,2026-01-01,,1", "value: phone" },
        { "CXR4016", "count", "1,2026-01-01,web,99999999999999999999", "too large" },
        { "CXR4021", "note", "1,2026-01-01,web,\"a\"b", "field 4" },
        { "CXR4022", "count", "1,0001-01-01,web,", "1950" },
        { "CXR4026", "kind", "1,2026-01-01,web,whisper", "'whisper', which is not contact, idea, feedback or sample" },
    };

    /// <summary>Code, line of JSON, a part of the message.</summary>
    public static TheoryData<string, string, string> JsonRows => new()
    {
        { "CXR4011", """{"id":"1","at":"2026-01-01","ch":"web","labels":[[1]]}""", "'labels' (labels)" },
        { "CXR4012", """{"at":"2026-01-01","ch":"web"}""", "'id'" },
        { "CXR4014", """{"id":"1","at":"2026-01-01","ch":null}""", "'ch'" },
        { "CXR4017", """{"id":"1","at":"2026-01-01","ch":"\ud800"}""", "not valid JSON" },
        { "CXR4017", """{"id":"1","at":"2026-01-01","ch":"web" """, "one JSON object on each line" },
        { "CXR4017", """{"id":"1","at":"2026-01-01","ch":"web"} {}""", "byte 41" },
        { "CXR4017", """{'id':'1'}""", "byte 2" },
        { "CXR4017", "{\"a\":" + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "not valid JSON" },
        { "CXR4018", "[1,2]", "{\"id\": \"1\"}" },
        { "CXR4018", "\"text\"", "but not an object" },
        { "CXR4019", """{"id":{"a":1},"at":"2026-01-01","ch":"web"}""", "'id' (id)" },
        { "CXR4019", """{"id":["1"],"at":"2026-01-01","ch":"web"}""", "dotted path" },
        { "CXR4020", """{"id":"1","at":"2026-01-01","ch":"web","id":"2"}""", "'id' (id) stands twice" },
        { "CXR4024", """{"id":"1","at":"2026-01-01","ch":"web","more":[{"name":"x"}]}""", "'more.name' (note) leads into a list" },
        { "CXR4025", """{"page":1,"tickets":[{"id":"1"}],"users":[{}]}""", "`records: tickets`" },
    };

    /// <summary>Code, contents, a part of the message.</summary>
    private static readonly (string Code, Func<byte[]> Bytes, string Message)[] BadFiles =
    [
        ("CXR4042", () => [], "is empty"),
        ("CXR4042", () => "\n\n"u8.ToArray(), "is empty"),
        ("CXR4042", () => GzipTests.Pack(""), "is empty"),
        ("CXR4043", () => "identity,at,ch\n"u8.ToArray(), "no column 'id', which the source maps to 'id'. It has: 'identity', 'at', 'ch'."),
        ("CXR4043", () => "Id,at,ch\n"u8.ToArray(), "Did you mean 'Id'?"),
        ("CXR4043", () => "id,att,ch\n"u8.ToArray(), "Did you mean 'att'?"),
        ("CXR4043", () => "id\tat\tch\n"u8.ToArray(), "`format`"),
        ("CXR4044", () => "id,at,id,ch\n"u8.ToArray(), "more than once"),
        ("CXR4045", () => [.. "PK"u8, 3, 4, 9, 9], "Excel"),
        ("CXR4045", () => [1, 2, 0, 3, 4], "binary"),
        ("CXR4045", () => GzipTests.Pack("a\0b"), "binary"),
        ("CXR4046", () => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id,at,ch\n")).ToArray(), "UTF-16"),
        ("CXR4046", () => Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("id,at,ch\n")).ToArray(), "UTF-16"),
        ("CXR4047", () => [0x1f, 0x8b, 8, 0], "gzip -t"),
        ("CXR4048", () => Encoding.ASCII.GetBytes("id,at,ch\n1,2026-01-01,\"" + new string('x', 40 << 20)), "16 MB"),
    ];

    public static TheoryData<int> BadFileNumbers => [.. Enumerable.Range(0, BadFiles.Length)];

    [Theory]
    [MemberData(nameof(CsvRows))]
    public void BadRow_OfCsv_IsLocatedAndTheRunGoesOn(string code, string field, string row, string message)
    {
        using var history = History.Csv(History.Map(field, "value"));
        var contents = history.Add("id,at,ch,value\n" + Good + row + "\n" + Good).Read();
        Assert.Equal(["9", "9"], contents.Values("id"));
        var reject = Assert.Single(contents.Rejects);
        Assert.Equal((history.Files[0], 3, code), (reject.File, reject.Line, reject.Code));
        Assert.Contains(message, reject.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(JsonRows))]
    public void BadLine_OfJson_IsLocatedAndTheRunGoesOn(string code, string line, string message)
    {
        const string GoodLine = """{"id":"9","at":"2026-01-01","ch":"web"}""";
        using var history = History.Json(History.Map("labels", "labels"), History.Map("note", "more.name"));
        var contents = history.Add($"{GoodLine}\n{line}\n{GoodLine}\n").Read();
        Assert.Equal(["9", "9"], contents.Values("id"));
        var reject = Assert.Single(contents.Rejects);
        Assert.Equal((history.Files[0], 2, code), (reject.File, reject.Line, reject.Code));
        Assert.Contains(message, reject.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadFileNumbers))]
    public void BadFile_IsToldAfterTheFilesBeforeIt(int number)
    {
        var (code, bytes, message) = BadFiles[number];
        using var history = History.Csv();
        var contents = history.Add("id,at,ch\n1,2026-01-01,web\n").Add(bytes()).Read();
        Assert.Equal(["1"], contents.Values("id"));
        Assert.Equal((code, history.Files[1]), (contents.Failure?.Code, contents.Failure?.File));
        Assert.Contains(message, contents.Failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ch", "web\u00ff")]
    [InlineData("note", "grün")]
    [InlineData("labels", "grün")]
    public void Latin1_InANeededField_IsRefused(string column, string value)
    {
        using var history = History.Csv(History.Map("note", "note"), History.Map("labels", "labels"));
        var values = new[] { "1", "2026-01-01", "web", "n", "l" };
        values[Array.IndexOf(["id", "at", "ch", "note", "labels"], column)] = value;
        var contents = history.Add(Encoding.Latin1.GetBytes("id,at,ch,note,labels,more\n" + string.Join(',', values) + ",é\n2,2026-01-01,web,n,l,é\n")).Read();
        Assert.Equal("CXR4015", Assert.Single(contents.Rejects).Code);
        Assert.Equal(["2"], contents.Values("id"));
    }

    [Fact]
    public void Instant_WithoutOffsetOrZone_SaysSo()
    {
        using var history = History.Csv();
        history.Source = history.Source with { Zone = null };
        var reject = Assert.Single(history.Add("id,at,ch\n1,2026-01-01 10:00,web\n").Read().Rejects);
        Assert.Equal("CXR4004", reject.Code);
        Assert.Contains("zone: Europe/London", reject.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LongJsonLine_BeyondTheLimit_StopsThere()
    {
        using var history = History.Json();
        var contents = history.Add("""{"id":"9","at":"2026-01-01","ch":"web"}""" + "\n{\"id\":\"" + new string('x', 17 << 20)).Read();
        Assert.Equal(("CXR4048", 2), (contents.Failure?.Code, contents.Failure?.Line));
        Assert.Single(contents.Rows);
    }

    [Fact]
    public void JsonFile_WithoutAnyByte_IsEmpty()
    {
        using var history = History.Json();
        Assert.Equal("CXR4042", history.Add("").Read().Failure?.Code);
    }

    [Fact]
    public void File_ThatDoesNotExist_IsToldAtOnce()
    {
        using var history = History.Csv();
        history.Add("id,at,ch\n").AddMissing("gone.csv");
        var failure = Assert.Throws<HistoryException>(history.Read);
        Assert.Equal(("CXR4041", history.Files[1]), (failure.Code, failure.File));
    }

    [Fact]
    public void File_ThatFailsWhileItIsRead_IsTold()
    {
        using var history = History.Csv();
        history.AddMissing("/proc/self/mem");
        Assert.Equal("CXR4050", history.Read().Failure?.Code);
    }

    [Fact]
    public void Folder_InPlaceOfAFile_IsToldAtOnce()
    {
        using var history = History.Csv();
        history.AddMissing(".");
        Assert.Contains("folder", Assert.Throws<HistoryException>(history.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_ThatCannotBeRead_IsToldAtOnce()
    {
        using var history = History.Csv(History.Constant("score", "many"));
        var failure = Assert.Throws<HistoryException>(history.Add("id,at,ch\n").Read);
        Assert.Equal(("CXR4062", "crm.source.yaml", 7), (failure.Code, failure.File, failure.Line));
    }

    [Fact]
    public void HopelessFile_StopsAfterAHundredThousandRows()
    {
        using var history = History.Csv();
        var contents = history.Add("id,at,ch\n1,2026-01-01,web\n" + string.Concat(Enumerable.Repeat("2,x,web\n", 100_001))).Read();
        Assert.Equal(Enumerable.Range(3, 100_000), contents.Rejects.Select(reject => reject.Line));
        Assert.Equal(("CXR4049", 100_002), (contents.Failure?.Code, contents.Failure?.Line));
        Assert.Equal(100_000, contents.Rejects.Count);
        Assert.Single(contents.Rows);
    }

    [Fact]
    public void Failure_OnceThrown_IsThrownAgain()
    {
        using var history = History.Csv();
        var dictionaries = history.Add("id,at\n").Dictionaries();
        using var reader = HistoryReader.Open(history.Source, history.Files, dictionaries);
        var batch = new Model.Contacts.ContactBatch(dictionaries, 4);
        Assert.Same(Assert.Throws<HistoryException>(() => reader.Read(batch)), Assert.Throws<HistoryException>(() => reader.Read(batch)));
    }

    [Theory]
    [InlineData("customer", "secret")]
    [InlineData("note", "secret")]
    public void PersonalValues_AreNeverShown(string field, string value)
    {
        using var history = History.Csv(History.Map(field, "value"));
        var contents = history.Add(Encoding.Latin1.GetBytes($"id,at,ch,value\n1,2026-01-01,web,{value}ü\n2,2026-01-01,web,{value},x\n3,2026-01-01,web,\"{value}\"x\n")).Read();
        Assert.Equal(3, contents.Rejects.Count);
        Assert.DoesNotContain(contents.Rejects, reject => reject.Message.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void LongValues_AreShownShortened()
    {
        using var history = History.Csv(History.Map("count", "value"));
        var reject = Assert.Single(history.Add($"id,at,ch,value\n1,2026-01-01,web,\"{new string('ä', 39)}\n{new string('b', 300)}\"\n").Read().Rejects);
        Assert.Contains($"'{new string('ä', 39)} …'", reject.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_EachHaveAPageAndAProvokingTest()
    {
        var codes = StreamErrors.All.Select(kind => kind.Code).ToArray();
        Assert.Equal(codes.Distinct(), codes);
        Assert.Equal(typeof(StreamErrors).GetFields().Where(field => field.FieldType == typeof(RejectKind)).Select(field => field.GetValue(null)).ToHashSet(), [.. StreamErrors.All]);

        var provoked = Provoked().ToHashSet();
        Assert.Equal([], codes.Where(code => !provoked.Contains(code)));

        var pages = Path.Combine(Repository.Root, "docs", "diagnostics");
        Assert.Equal([], codes.Where(code => !File.Exists(Path.Combine(pages, code + ".md")) || !File.ReadLines(Path.Combine(pages, code + ".md")).First().StartsWith($"# {code}: ", StringComparison.Ordinal)));
        Assert.Equal([], Directory.GetFiles(pages, "CXR4*.md").Select(Path.GetFileNameWithoutExtension).Except(codes));
    }

    /// <summary>The codes that stand in assertions of these tests.</summary>
    private static IEnumerable<string> Provoked() => Directory
        .GetFiles(Path.Combine(Repository.Root, "tests", "CxRules.Streams.Tests"), "*.cs")
        .SelectMany(file => CodeInQuotes().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    [GeneratedRegex("\"(CXR4\\d{3})\"")]
    private static partial Regex CodeInQuotes();
}
