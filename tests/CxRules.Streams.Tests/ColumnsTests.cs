using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

/// <summary>One value from several columns, and one of several columns that have one name.</summary>
public sealed class ColumnsTests
{
    [Theory]
    [InlineData("A1,7", "A1/7")]
    [InlineData("A/1,7", "A\\/1/7")]
    [InlineData("A/,1", "A\\//1")]
    [InlineData("A,/1", "A/\\/1")]
    [InlineData("A\\,1", "A\\\\/1")]
    [InlineData("A,\\/1", "A/\\\\\\/1")]
    [InlineData(" A , 1 ", "A/1")]
    [InlineData("é,ü", "é/ü")]
    public void Id_OfSeveralColumns_IsJoinedSoThatNoTwoMeet(string cells, string id)
    {
        using var history = Calls().Add($"line,call,at,ch\n{cells},2026-01-01T10:00:00Z,phone\n");

        Assert.Equal(id, Assert.Single(history.Read().Values("id")));
    }

    [Fact]
    public void Id_OfAnyTwoPairs_IsAnother()
    {
        string[] parts = [.. from first in "a/\\" from second in "a/\\" from third in new[] { "", "a", "/", "\\" } select $"{first}{second}{third}"];
        string[] pairs = [.. from first in parts.Append("/").Append("\\") from second in parts.Append("/").Append("\\") select $"{first},{second}"];
        using var history = Calls().Add("line,call,at,ch\n" + string.Concat(pairs.Select(pair => $"{pair},2026-01-01,phone\n")));

        Assert.Equal(pairs.Length, history.Read().Values("id").Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("A,")]
    [InlineData(",7")]
    [InlineData(" ,7")]
    [InlineData("none,7")]
    public void Id_WithAnEmptyPart_IsRejected(string cells)
    {
        using var history = Calls().Add($"line,call,at,ch\n{cells},2026-01-01T10:00:00Z,phone\n");

        var reject = Assert.Single(history.Read().Rejects);

        Assert.Equal("CXR4012", reject.Code);
        Assert.StartsWith("One of the columns 'line', 'call' (id) is empty", reject.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("990203,13:05:07", "yyMMdd H:mm:ss", "1999-02-03 12:05:07")]
    [InlineData("990203,9:05:07", "yyMMdd H:mm:ss", "1999-02-03 08:05:07")]
    [InlineData("2026-07-01,09:30", null, "2026-07-01 07:30:00")]
    public void Instant_OfDateAndTime_IsReadAsOne(string cells, string? pattern, string utc)
    {
        using var history = Dated(pattern).Add($"id,day,time,ch\n1,{cells},phone\n");

        Assert.Equal(utc, Assert.Single(history.Read().Values("occurred at")));
    }

    [Theory]
    [InlineData("990203,", "CXR4013")]
    [InlineData(",13:05:07", "CXR4013")]
    [InlineData("990203,25:05:07", "CXR4005")]
    [InlineData("990203,noon", "CXR4003")]
    public void Instant_WithABadPart_IsRejected(string cells, string code)
    {
        using var history = Dated("yyMMdd H:mm:ss").Add($"id,day,time,ch\n1,{cells},phone\n");

        Assert.Equal(code, Assert.Single(history.Read().Rejects).Code);
    }

    [Fact]
    public void Json_WithSeveralProperties_IsJoined()
    {
        using var history = new History(HistoryFormat.JsonLines, History.Map("id", "line") with { MoreColumns = ["call.id"] }, History.Map("occurred at", "at"), History.Map("channel", "ch"))
            .Add("""{"line":"A","call":{"id":7},"at":"2026-01-01","ch":"web"}""");

        Assert.Equal("A/7", Assert.Single(history.Read().Values("id")));
    }

    [Theory]
    [InlineData("category#1", "a")]
    [InlineData("category#2", "b")]
    public void Column_ThatStandsTwice_IsNamedByItsNumber(string column, string value)
    {
        using var history = History.Csv(History.Map("product", column)).Add("id,at,ch,category,category\n1,2026-01-01,web,a,b\n");

        Assert.Equal(value, Assert.Single(history.Read().Values("product")));
    }

    [Theory]
    [InlineData("category", "CXR4044", "'category#1' is the first, 'category#2' the second")]
    [InlineData("category#3", "CXR4043", "no column 'category#3'")]
    [InlineData("category#0", "CXR4043", "no column 'category#0'")]
    [InlineData("ch#1", "CXR4043", "no column 'ch#1'")]
    public void Column_ThatIsNotOneColumn_IsRefusedWithAClearWord(string column, string code, string message)
    {
        using var history = History.Csv(History.Map("product", column)).Add("id,at,ch,category,category\n1,2026-01-01,web,a,b\n");

        var failure = history.Read().Failure;

        Assert.Equal(code, failure?.Code);
        Assert.Contains(message, failure?.Message, StringComparison.Ordinal);
    }

    /// <summary>A name that really ends so is meant as it stands.</summary>
    [Fact]
    public void Column_WhoseNameHoldsANumberSign_IsItself()
    {
        using var history = History.Csv(History.Map("product", "c#2")).Add("id,at,ch,c,c,c#2\n1,2026-01-01,web,a,b,z\n");

        Assert.Equal("z", Assert.Single(history.Read().Values("product")));
    }

    private static History Calls() => new(
        HistoryFormat.Csv, History.Map("id", "line") with { MoreColumns = ["call"], Missing = ["none"] }, History.Map("occurred at", "at"), History.Map("channel", "ch"));

    private static History Dated(string? pattern) => new(
        HistoryFormat.Csv, History.Map("id", "id"), History.Map("occurred at", "day", pattern) with { MoreColumns = ["time"] }, History.Map("channel", "ch"));
}
