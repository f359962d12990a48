using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

public sealed class CsvTests
{
    private const string Header = "id,at,ch,note\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_EndedInAnyWay_AreTheSameRows(string end)
    {
        using var history = Notes();
        history.Add(string.Join(end, "id,at,ch,note", "1,2026-01-01,web,a", "", "\"2\",2026-01-01,web,\"b", "c\"", "3,2026-01-01,web,d"));
        var contents = history.Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal(["1", "2", "3"], contents.Values("id"));
        Assert.Equal(["a", $"b{end}c", "d"], contents.Values("note"));
        Assert.Equal([2, 4, 6], contents.Rows.Select(row => row.Line));
    }

    [Fact]
    public void ByteOrderMark_BeforeTheHeader_IsNoPartOfIt()
    {
        using var history = Notes();
        history.Add("\uFEFF" + Header + "1,2026-01-01,web,a\n");
        Assert.Equal(["1"], history.Read().Values("id"));
    }

    [Theory]
    [InlineData("\"a \"\"b\"\" c\"", "a \"b\" c")]
    [InlineData("\"a,b\"", "a,b")]
    [InlineData("\"a\" ", "a ")]
    [InlineData("5\" pipe", "5\" pipe")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\"", "\"")]
    public void Quotes_OfOneField_AreUndone(string written, string expected)
    {
        using var history = Notes();
        history.Add(Header + $"1,2026-01-01,web,{written}\n2,2026-01-01,web,z\n");
        var contents = history.Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal([expected, "z"], contents.Values("note"));
    }

    [Fact]
    public void Tsv_WithQuotesAndCommas_SplitsAtTabs()
    {
        using var history = new History(HistoryFormat.Tsv, History.Map("id", "id"), History.Map("occurred at", "at"), History.Map("channel", "ch"), History.Map("note", "note"));
        history.Add("id\tat\tch\tnote\r\n1\t2026-01-01\tweb\ta,b\r\n2\t2026-01-01\tweb\t\"c\td\"\r\n");
        Assert.Equal(["a,b", "c\td"], history.Read().Values("note"));
    }

    [Fact]
    public void Semicolons_InAHeaderWithoutCommas_Separate()
    {
        using var history = Notes();
        history.Add("id;at;ch;note\n1;2026-01-01;web;a,b\n");
        Assert.Equal(["a,b"], history.Read().Values("note"));
    }

    [Fact]
    public void Header_WithSpacesAndQuotes_IsFound()
    {
        using var history = Notes();
        history.Add("\"id\", at ,ch,\"note\"\n1,2026-01-01,web,a\n");
        Assert.Equal(["a"], history.Read().Values("note"));
    }

    [Fact]
    public void HeaderAlone_IsNoRows()
    {
        using var history = Notes();
        var contents = history.Add(Header).Add("id,at,ch,note").Add(Header + "1,2026-01-01,web,a\n").Read();
        Assert.Null(contents.Failure);
        Assert.Equal((2, 2), (Assert.Single(contents.Rows).File, contents.Rows[0].Line));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Batches_OfAnySize_HoldTheSameRows(int capacity)
    {
        using var history = Notes(capacity);
        var lines = Enumerable.Range(0, 20).Select(i => i % 5 == 3 ? $"{i},never,web,no{i}\n" : $"{i},2026-01-01,web,n{new string('x', i)}\n").ToArray();
        history.Add(Header + string.Concat(lines[..9])).Add(Header + string.Concat(lines[9..]));
        var contents = history.Read();
        var good = Enumerable.Range(0, 20).Where(i => i % 5 != 3).ToArray();
        Assert.Equal(good.Select(i => $"{i}"), contents.Values("id"));
        Assert.Equal(good.Select(i => $"n{new string('x', i)}"), contents.Values("note"));
        Assert.Equal(good.Select(i => i < 9 ? (0, i + 2) : (1, i - 7)), contents.Rows.Select(row => (row.File, row.Line)));
        Assert.Equal([5, 10, 6, 11], contents.Rejects.Select(reject => reject.Line));
    }

    [Fact]
    public void OpenQuote_ThatIsNeverClosed_CostsItsLineAlone()
    {
        using var history = Notes();
        history.Add(Header + "1,2026-01-01,web,a\n2,2026-01-01,web,\"b\n3,2026-01-01,web,c\n4,2026-01-01,web,d\n");
        var contents = history.Read();
        Assert.Equal(("CXR4002", 3), (Assert.Single(contents.Rejects).Code, contents.Rejects[0].Line));
        Assert.Equal(["1", "3", "4"], contents.Values("id"));
        Assert.Equal([2, 4, 5], contents.Rows.Select(row => row.Line));
    }

    [Fact]
    public void OpenQuote_ClosedByALaterRow_CostsItsLineAlone()
    {
        using var history = Notes(2);
        history.Add(Header + "1,2026-01-01,web,\"a\n2,2026-01-01,web,b\n3,2026-01-01,web,\"c, d\"\n4,2026-01-01,web,\"e\"f\n5,2026-01-01,web,g\n");
        var contents = history.Read();
        Assert.Equal([("CXR4021", 2), ("CXR4021", 5)], contents.Rejects.Select(reject => (reject.Code, reject.Line)));
        Assert.Equal(["b", "c, d", "g"], contents.Values("note"));
        Assert.Equal([3, 4, 6], contents.Rows.Select(row => row.Line));
    }

    [Fact]
    public void StrayQuote_BeforeAnOpenOne_HidesNothing()
    {
        using var history = Notes();
        history.Add("id,at,note,ch\n1,2026-01-01,5\" x,\"web\n2,2026-01-01,b,web\n");
        var contents = history.Read();
        Assert.Equal(("CXR4002", 2), (Assert.Single(contents.Rejects).Code, contents.Rejects[0].Line));
        Assert.Equal(["2"], contents.Values("id"));
    }

    [Fact]
    public void BlankLines_AreNoRows()
    {
        using var history = Notes();
        history.Add(Header + "\n  \n1,2026-01-01,web,a\n\t\n\n");
        var contents = history.Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal(4, Assert.Single(contents.Rows).Line);
    }

    [Fact]
    public void ContentHash_OfRowsWithOneId_TellsThemApart()
    {
        using var history = Notes();
        history.Add(Header + "1,2026-01-01,web,a\n1,2026-01-01,web,b\n1,2026-01-01,web,a\n");
        var rows = history.Read().Rows;
        Assert.Equal(rows[0].IdHash, rows[1].IdHash);
        Assert.NotEqual(rows[0].ContentHash, rows[1].ContentHash);
        Assert.Equal(rows[0].ContentHash, rows[2].ContentHash);
    }

    [Fact]
    public void Rows_LongerThanTheBuffer_AreRead()
    {
        using var history = Notes();
        var texts = new[] { new string('a', 300_000), new string('ü', 500_000), "x" };
        history.Add(Header + string.Concat(texts.Select((text, i) => $"{i},2026-01-01,web,\"{text}\"\n")));
        Assert.Equal(texts, history.Read().Values("note"));
    }

    private static History Notes(int capacity = 100) =>
        new(HistoryFormat.Csv, History.Map("id", "id"), History.Map("occurred at", "at"), History.Map("channel", "ch"), History.Map("note", "note")) { Capacity = capacity };
}
