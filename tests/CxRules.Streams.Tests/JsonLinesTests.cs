namespace CxRules.Streams.Tests;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_EndedInAnyWay_AreTheSameRows(string end)
    {
        using var history = History.Json(History.Map("note", "note"));
        history.Add("\uFEFF" + string.Join(end, Line("1", "a"), "", Line("2", "b"), "  ", Line("3", "c")));
        var contents = history.Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal(["1", "2", "3"], contents.Values("id"));
        Assert.Equal([1, 3, 5], contents.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("\"a\\u00fc\\n\\\"b\\\"\"", "aü\n\"b\"")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    public void Values_OfEachSort_BecomeText(string json, string expected)
    {
        using var history = History.Json(History.Map("note", "note"), History.Map("disposition", "d"));
        history.Add($"{{\"d\":\"\\u0041b\",\"id\":1,\"at\":\"2026-01-01\",\"ch\":\"web\",\"skip\":{{\"id\":[1,2]}},\"note\":{json}}}\n");
        var contents = history.Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal([expected], contents.Values("note"));
        Assert.Equal(["Ab"], contents.Values("disposition"));
    }

    [Fact]
    public void Paths_ReachIntoObjectsOrNameTheProperty()
    {
        using var history = History.Json(History.Map("queue", "Queue.Name"), History.Map("agent", "Queue.Agent.Name"), History.Map("product", "a.b"));
        history.Add(
            """{"id":"1","at":"2026-01-01","ch":"web","Queue":{"Other":1,"Name":"first","Agent":{"Name":"Ann"}},"a.b":"x"}""" + "\n"
            + """{"id":"2","at":"2026-01-01","ch":"web","Queue":null,"a":{"b":"y"}}""" + "\n"
            + """{"id":"3","at":"2026-01-01","ch":"web","Queue":"flat","a":{"c":"y"}}""" + "\n");
        var contents = history.Read();
        Assert.Equal(["first", "", ""], contents.Values("queue"));
        Assert.Equal(["Ann", "", ""], contents.Values("agent"));
        Assert.Equal(["x", "y", ""], contents.Values("product"));
    }

    [Fact]
    public void Arrays_AreLists()
    {
        using var history = History.Json(History.Map("labels", "tags"));
        history.Add(
            """{"id":"1","at":"2026-01-01","ch":"web","tags":["a,b","c\u0064",3,null,"c\u0064"]}""" + "\n"
            + """{"id":"2","at":"2026-01-01","ch":"web","tags":[]}""" + "\n"
            + """{"id":"3","at":"2026-01-01","ch":"web","tags":"a;b"}""" + "\n");
        Assert.Equal(["a,b+cd+3", "", "a+b"], history.Read().Values("labels"));
    }

    [Fact]
    public void Lines_LongerThanTheBuffer_AreRead()
    {
        using var history = History.Json(History.Map("note", "note"));
        var texts = new[] { new string('a', 300_000), new string('b', 700_000), "x" };
        history.Add(string.Join("\r\n", texts.Select((text, i) => Line($"{i}", text))));
        Assert.Equal(texts, history.Read().Values("note"));
    }

    private static string Line(string id, string note) => $$"""{"id":"{{id}}","at":"2026-01-01","ch":"web","note":"{{note}}"}""";
}
