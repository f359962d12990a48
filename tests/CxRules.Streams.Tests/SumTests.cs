using System.Collections.Immutable;

namespace CxRules.Streams.Tests;

/// <summary>A number that several columns have together.</summary>
public sealed class SumTests
{
    [Theory]
    [InlineData("length", "10,20,30", "60000")]
    [InlineData("length", "10,,", "10000")]
    [InlineData("length", ",,30.5", "30500")]
    [InlineData("length", ",,", "")]
    [InlineData("length", "0:01:00,5,", "65000")]
    [InlineData("length", "?,5,-", "5000")]
    [InlineData("count", "1,2,-3", "0")]
    [InlineData("count", "\"1\",\" 2 \",3", "6")]
    [InlineData("price", "0.10,0.20,0.30", "600000")]
    [InlineData("score", "1e1,,.5", "10500000")]
    public void Sum_OfColumns_IsExact(string field, string cells, string expected)
    {
        using var history = Sum(field);
        var contents = history.Add($"id,at,ch,a,b,c\n1,2026-01-01,web,{cells}\n").Read();
        Assert.Empty(contents.Rejects);
        Assert.Equal([expected], contents.Values(field));
    }

    [Theory]
    [InlineData("length", "10,x,30", "CXR4009", "One of the columns 'a', 'b', 'c' (length)")]
    [InlineData("length", "-1,2,3", "CXR4009", "'a'")]
    [InlineData("count", "1,2.5,3", "CXR4006", "'a'")]
    [InlineData("count", "9223372036854775807,1,", "CXR4016", "'a'")]
    [InlineData("count", "-9223372036854775807,-1,", "CXR4016", "'a'")]
    public void Sum_OfAWrongPart_IsRefused(string field, string cells, string code, string message)
    {
        using var history = Sum(field);
        var reject = Assert.Single(history.Add($"id,at,ch,a,b,c\n1,2026-01-01,web,{cells}\n").Read().Rejects);
        Assert.Equal(code, reject.Code);
        Assert.Contains(message, reject.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_OfNothing_IsWhatTheMapSaysOfNothing()
    {
        using var history = History.Json(History.Map("count", "a[].n") with { IsSum = true, Map = ImmutableDictionary<string, string>.Empty.Add("", "0") });
        history.Add("""{"id":1,"at":"2026-01-01","ch":"web"}""" + "\n" + """{"id":2,"at":"2026-01-01","ch":"web","a":[{"n":2},{"n":3}]}""");
        Assert.Equal(["0", "5"], history.Read().Values("count"));
    }

    [Theory]
    [InlineData("web", "1")]
    [InlineData("", "0")]
    public void Map_OfTheEmptyText_IsForWhatIsMissing(string cell, string expected)
    {
        using var history = History.Csv(History.Map("flagged", "x") with { Map = ImmutableDictionary<string, string>.Empty.Add("", "no").Add("web", "yes") });
        Assert.Equal([expected], history.Add($"id,at,ch,x\n1,2026-01-01,web,{cell}\n").Read().Values("flagged"));
    }

    private static History Sum(string field) => History.Csv(History.Map(field, "a") with { IsSum = true, MoreColumns = ["b", "c"], Missing = ["?", "-"] });
}
