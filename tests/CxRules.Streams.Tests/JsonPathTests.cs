using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

/// <summary>Values inside of lists: which elements are meant, and what becomes of several values.</summary>
public sealed class JsonPathTests
{
    /// <summary>Column, the record's property `a`, what the field `note` is.</summary>
    public static TheoryData<string, string, string> Paths => new()
    {
        { "a[id=7].value", """[{"id":6,"value":"x"},{"id":7,"value":"y"}]""", "y" },
        { "a[id=7].value", """[{"value":"y","id":7}]""", "y" },
        { "a[id=7].value", """[{"value":"y","id":"7"}]""", "y" },
        { "a[id=7].value", """[{"value":"y","id":77}]""", "" },
        { "a[id=7].value", "[]", "" },
        { "a[id=7].value", "null", "" },
        { "a[id=7].value", "\"flat\"", "" },
        { "a[id=7].value", """{"id":7,"value":"y"}""", "" },
        { "a[id=7].value", """["x",7,null,[{"id":7,"value":"deep"}],{"id":7,"value":"y"}]""", "y" },
        { "a[id=7].value", """[{"id":7,"value":null},{"id":7,"value":"z"}]""", "z" },
        { "a[id=7].value", """[{"id":7},{"id":7,"value":"z"}]""", "z" },
        { "a[id=7].value", """[{"id":{"id":7},"value":"x"},{"id":[7],"value":"x"}]""", "" },
        { "a[is=true].value", """[{"is":false,"value":"x"},{"is":true,"value":"y"}]""", "y" },
        { "a[name=caf\u00e9].value", """[{"na\u006de":"caf\u00e9","value":"y\u00fc"}]""", "y\u00fc" },
        { "a[k=x and l=2].v", """[{"k":"x","l":1,"v":"a"},{"l":2,"k":"x","v":"b"}]""", "b" },
        { "a[ k = x ].v", """[{"k":"x","v":"b"}]""", "b" },
        { "a[k=\"x and y\"].v", """[{"k":"x","v":"a"},{"k":"x and y","v":"b"}]""", "b" },
        { "a[k='a]b' and l=1].v", """[{"k":"a]b","l":1,"v":"b"}]""", "b" },
        { "a[]", """[1,2]""", "1" },
        { "a[].v", """[{"v":"x"},{"v":"y"}]""", "x" },
        { "a[].b[].v", """[{"b":[]},{"b":[{"w":1},{"v":"y"}]}]""", "y" },
        { "a[].b.v", """[{"b":null},{"b":{"v":"y"}}]""", "y" },
        { "a[\"b.c\"]", """{"b.c":"y","b":{"c":"x"}}""", "y" },
        { "a['b [1]'].d", """{"b [1]":{"d":"y"}}""", "y" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Path_IntoALists_FindsTheFirstValue(string column, string json, string expected)
    {
        using var history = History.Json(History.Map("note", column));
        var contents = history.Add(Line("1", json)).Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal([expected], contents.Values("note"));
    }

    [Theory]
    [InlineData("""[{"v":"x"},{"v":"y"},{"v":"z"}]""", "z")]
    [InlineData("""[{"v":"x"},{"v":"y"},{"v":null},{"w":1}]""", "y")]
    [InlineData("""[{"v":null}]""", "")]
    public void Last_OfSeveral_IsTheOneThatStandsLast(string json, string expected)
    {
        using var history = History.Json(History.Map("note", "a[].v") with { Take = ValueChoice.Last }, History.Map("disposition", "a[].v"));
        var contents = history.Add(Line("1", json)).Read();
        Assert.Equal([expected], contents.Values("note"));
    }

    [Theory]
    [InlineData("""[{"v":["x","y,z"]},{"v":["x","w"]}]""", "a[].v[]", "x+y,z+w")]
    [InlineData("""[{"v":"x"},{"v":"y,\u007a"},{"v":3},{"v":null},{"v":" "}]""", "a[].v", "x+y,z+3")]
    [InlineData("[]", "a[].v", "")]
    public void List_TakesAllValuesOfItsPath(string json, string column, string expected)
    {
        using var history = History.Json(History.Map("labels", column));
        Assert.Equal([expected, ""], history.Add(Line("1", json) + Line("2", "0")).Read().Values("labels"));
    }

    [Theory]
    [InlineData("""[{"v":1000},{"v":"20.5"}]""", "", "1020500")]
    [InlineData("""[{"v":1000},{"v":null}]""", "30", "1030000")]
    [InlineData("""[]""", "30", "30000")]
    [InlineData("""[{"v":"1:01"}]""", "0:00:02", "63000")]
    [InlineData("""[{"v":""}]""", "", "")]
    [InlineData("""[]""", "", "")]
    public void Sum_OfAPathAndAColumn_AddsWhatIsThere(string json, string more, string expected)
    {
        using var history = History.Json(History.Map("length", "a[].v") with { IsSum = true, MoreColumns = ["more"] });
        var contents = history.Add($$"""{"id":"1","at":"2026-01-01","ch":"web","a":{{json}},"more":"{{more}}"}""").Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal([expected], contents.Values("length"));
    }

    [Fact]
    public void SameElement_ReadByManyFields_IsReadForEach()
    {
        using var history = History.Json(
            History.Map("note", "a[k=x].v"),
            History.Map("disposition", "a[k=x].v"),
            History.Map("queue", "a[k=x].v") with { Take = ValueChoice.Last },
            History.Map("labels", "a[k=x].v"),
            History.Map("count", "a[k=x].v") with { IsSum = true },
            History.Map("agent", "a[k=y].v"));
        var row = Assert.Single(history.Add(Line("1", """[{"k":"x","v":"1"},{"k":"y","v":"5"},{"k":"x","v":"2"}]""")).Read().Rows);
        Assert.Equal(("1", "1", "2", "1+2", "3", "5"), (row["note"], row["disposition"], row["queue"], row["labels"], row["count"], row["agent"]));
    }

    [Theory]
    [InlineData("""[{"v":{"w":1}}]""", "CXR4019")]
    [InlineData("""[{"v":[1]}]""", "CXR4019")]
    public void Value_ThatIsNone_IsRefused(string json, string code)
    {
        using var history = History.Json(History.Map("note", "a[].v"));
        Assert.Equal(code, Assert.Single(history.Add(Line("1", json)).Read().Rejects).Code);
    }

    /// <summary>Two deliveries of one record differ in what says only how they came, wherever that stands.</summary>
    [Fact]
    public void ContentHash_LeavesOutTheDelivery_InListsToo()
    {
        using var history = History.Json(History.Map("arrived at", "a[k=in].v"), History.Map("partition", "a[k=shard].v"));
        var contents = history.Add(
            Line("1", """[{"k":"shard","v":"s1"},{"k":"in","v":"2026-01-01T00:00:00Z"}]""")
            + Line("1", """[{"k":"shard","v":"s2"},{"k":"in","v":"2026-01-01T01:00:00Z"}]""")
            + Line("1", """[{"k":"shard","w":"s2"},{"k":"in","v":"2026-01-01T01:00:00Z"}]""")).Read();
        Assert.Equal(contents.Rows[0].ContentHash, contents.Rows[1].ContentHash);
        Assert.NotEqual(contents.Rows[1].ContentHash, contents.Rows[2].ContentHash);
    }

    [Theory]
    [InlineData("a[]")]
    [InlineData("a[].b")]
    [InlineData("a[k=v]")]
    [InlineData("a[\"x\"]")]
    [InlineData("plain name")]
    [InlineData("a..b")]
    public void Mistake_OfAGoodPath_IsNone(string path) => Assert.Null(ColumnPath.Mistake(path));

    [Theory]
    [InlineData("a[", "not closed")]
    [InlineData("a[k=v", "not closed")]
    [InlineData("a[k=v and ]", "which element")]
    [InlineData("a[k]", "which element")]
    [InlineData("a[3]", "which element")]
    [InlineData("a[=v]", "which element")]
    [InlineData("a[k=]", "value is missing")]
    [InlineData("a[k=\"v]", "quote is not closed")]
    [InlineData("a[\"v]", "quote is not closed")]
    [InlineData("[k=v].b", "name is missing")]
    [InlineData("a[].", "name is missing")]
    [InlineData("a.[]", "name is missing")]
    [InlineData("a[]b", "follows a bracket")]
    [InlineData("a[][]", "brackets follow")]
    [InlineData("a]b", "never opened")]
    [InlineData("a[k=\"x\" y]", "which element")]
    public void Mistake_OfABadPath_SaysWhatItIs(string path, string why)
    {
        var mistake = ColumnPath.Mistake(path);
        Assert.NotNull(mistake);
        Assert.Contains(why, mistake.Why, StringComparison.Ordinal);
        Assert.EndsWith(".", mistake.Help, StringComparison.Ordinal);
        Assert.False(ColumnPath.Parse(path).HasSelector);
    }

    private static string Line(string id, string json) => $$"""{"id":"{{id}}","at":"2026-01-01","ch":"web","a":{{json}}}""" + "\n";
}
