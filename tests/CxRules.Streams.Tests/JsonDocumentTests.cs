using System.Globalization;
using System.Text;
using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

/// <summary>JSON that is no JSON lines: arrays, answers of an API, objects behind one another, broken off anywhere.</summary>
public sealed class JsonDocumentTests
{
    private const string One = """{"id":"1","at":"2026-01-01","ch":"web"}""";
    private const string Two = """{"id":"2","at":"2026-01-01","ch":"web","x":["a]}",{"y":"\"}"}]}""";

    [Theory]
    [InlineData("", $"[{One},{Two}]")]
    [InlineData("", $"[\r\n  {One},\r\n  {Two}\r\n]\r\n")]
    [InlineData("", $"{One}{Two}")]
    [InlineData("", $"{One}\n{Two}\n")]
    [InlineData("", $"\uFEFF [{One}]\n[{Two}]")]
    [InlineData("items", "{\"items\":[" + One + "," + Two + "]}")]
    [InlineData("items", "{\"n\":12,\"text\":\"[{\\\"items\\\":[\",\"more\":{\"items\":[1]},\"items\":[" + One + "," + Two + "],\"after\":[{}],\"end\":true}")]
    [InlineData("items", "{\"items\":[" + One + "]}\n{\"items\":null}\n{\"items\":[" + Two + "]}")]
    [InlineData("items", "[{\"items\":[" + One + "]},{\"items\":[" + Two + "]}]")]
    [InlineData("data.items", "{\"items\":[9],\"data\":{\"n\":1,\"items\":[" + One + "," + Two + "]},\"z\":0}")]
    public void Records_HoweverTheyStand_AreRead(string records, string json)
    {
        foreach (var capacity in new[] { 1, 100 })
        {
            using var history = Document(records, capacity);
            var contents = history.Add(json).Read();
            Assert.Equal((null, 0), (contents.Failure?.Message, contents.Rejects.Count));
            Assert.Equal(["1", "2"], contents.Values("id"));
        }
    }

    [Fact]
    public void Records_OverLines_AreAtTheLineTheyBeginOn()
    {
        using var history = Document("items");
        var contents = history.Add("{\r\n\"a\": [\r\n1],\r\n\"items\": [\r\n{\r\n\"id\": 1, \"at\": \"2026-01-01\",\r\n\"ch\": \"web\"\r\n},\r\n3,\r\n" + One + "]}").Read();
        Assert.Equal([5, 10], contents.Rows.Select(row => row.Line));
        Assert.Equal(("CXR4018", 9), (contents.Rejects[0].Code, contents.Rejects[0].Line));
    }

    [Fact]
    public void Record_ThatIsBroken_IsToldAtItsLine()
    {
        using var history = Document("");
        var contents = history.Add($"[\n{One},\n{{\n\"id\": '3'\n}},\n{Two}]").Read();
        Assert.Equal(["1", "2"], contents.Values("id"));
        Assert.Equal(("CXR4017", 4), (contents.Rejects[0].Code, contents.Rejects[0].Line));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Document_LargerThanTheBuffer_IsRead(bool gzip)
    {
        using var history = Document("items", 64);
        var text = new StringBuilder("{\r\n\"skipped\": [" + string.Join(",\r\n", Enumerable.Range(0, 40_000).Select(i => $"{{\"n\":\"\\\"[{i}\"}}")) + "],\r\n\"items\": [");
        var line = 3 + 39_999;
        var lines = new List<int>();
        for (var i = 0; i < 9_000; i++)
        {
            lines.Add(line + 1);
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}\r\n{{\r\n  \"id\": {i},\r\n  \"at\": \"2026-01-01\", \"ch\": \"web\", \"pad\": \"{new string('p', i % 90)}\"\r\n}}");
            line += 4;
        }

        text.Append("\r\n]}");
        var contents = history.Add(gzip ? GzipTests.Pack(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString())).Read();
        Assert.Null(contents.Failure);
        Assert.Empty(contents.Rejects);
        Assert.Equal(Enumerable.Range(0, 9_000).Select(i => i.ToString(CultureInfo.InvariantCulture)), contents.Values("id"));
        Assert.Equal(lines, contents.Rows.Select(row => row.Line));
    }

    /// <summary>Cut off behind any of its bytes, a document gives the records before that place and says that it is not whole.</summary>
    [Fact]
    public void Document_CutOffAnywhere_SaysSo()
    {
        var whole = "{\"n\":[1],\"items\":[" + One + ",\n" + Two + "]}";
        for (var length = 1; length < whole.Length; length++)
        {
            using var history = Document("items");
            var contents = history.Add(whole[..length]).Read();
            Assert.Equal("CXR4052", contents.Failure?.Code);
            Assert.Equal(length >= whole.Length - 2 ? 2 : length >= 18 + One.Length ? 1 : 0, contents.Rows.Count);
            Assert.Empty(contents.Rejects);
        }
    }

    [Theory]
    [InlineData("", "id,at,ch\n1,2,3\n", "CXR4053", "'id,at,ch")]
    [InlineData("", One + "; " + Two, "CXR4053", "';")]
    [InlineData("items", "{items: [" + One + "]}", "CXR4053", "'items: [")]
    [InlineData("items", "{\"items\" [" + One + "]}", "CXR4053", "'[")]
    [InlineData("items", "\"text\"", "CXR4053", "text")]
    [InlineData("", "[" + One + "]]", "CXR4053", "']")]
    [InlineData("items", "{\"item\":[" + One + "]}", "CXR4054", "Did you mean `item`?")]
    [InlineData("items", "{\"users\":[],\"tickets\":[" + One + "]}", "CXR4054", "It has `users`, `tickets`.")]
    [InlineData("items", "{\"n\":1}", "CXR4054", "no list at all")]
    [InlineData("data.items", "{\"data\":{\"tickets\":[" + One + "]}}", "CXR4054", "`data.tickets`")]
    public void File_ThatIsNoSuchDocument_SaysWhy(string records, string text, string code, string message)
    {
        using var history = Document(records);
        var contents = history.Add(text).Read();
        Assert.Equal(code, contents.Failure?.Code);
        Assert.Contains(message, contents.Failure?.Message, StringComparison.Ordinal);
        Assert.Equal(history.Files[0], contents.Failure?.File);
    }

    [Theory]
    [InlineData("", "{\"tickets\":[" + One + "]}")]
    public void Envelope_WithoutRecords_NamesItsList(string records, string text)
    {
        using var history = Document(records);
        var reject = Assert.Single(history.Add(text).Read().Rejects);
        Assert.Equal("CXR4025", reject.Code);
        Assert.Contains("`records: tickets`", reject.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[" + One + "]", "a JSON array")]
    [InlineData("\uFEFF\n [\n" + One + "]", "a JSON array")]
    [InlineData("{\n\"id\": 1\n}", "spreads over lines")]
    [InlineData("{  \r\n\"id\": 1\r\n}", "spreads over lines")]
    public void Lines_ThatAreADocument_AreToldOnce(string text, string what)
    {
        using var history = History.Json();
        var contents = history.Add(text).Read();
        Assert.Equal("CXR4051", contents.Failure?.Code);
        Assert.Contains(what, contents.Failure?.Message, StringComparison.Ordinal);
        Assert.Contains("`format: json`", contents.Failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("items")]
    public void EmptyFile_IsToldOfAnyDocument(string records)
    {
        using var history = Document(records);
        Assert.Equal("CXR4042", history.Add("").Read().Failure?.Code);
    }

    [Fact]
    public void EmptyList_HasNoRecordAndIsNoFault()
    {
        using var history = Document("items");
        var contents = history.Add("{\"items\":[]}").Read();
        Assert.Equal((null, 0, 0), (contents.Failure, contents.Rows.Count, contents.Rejects.Count));
    }

    private static History Document(string records, int capacity = 100)
    {
        var history = new History(HistoryFormat.Json, History.Map("id", "id"), History.Map("occurred at", "at"), History.Map("channel", "ch")) { Capacity = capacity };
        history.Source = history.Source with { Records = records.Length == 0 ? [] : [.. records.Split('.')] };
        return history;
    }
}
