using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

/// <summary>What a log says of its rows beside the contact: their arrival, their partition, and that a contact is erased.</summary>
public sealed class LogTests
{
    private const string Header = "id,at,ch,received,part,gone,value\n";

    [Fact]
    public void Read_Log_KeepsArrivalPartitionAndErasure()
    {
        using var history = Log().Add(Header + "1,2026-01-01T10:00:00Z,web,2026-01-01T10:00:07Z,eu-1,,5\n");

        var row = Assert.Single(history.Read().Rows);

        Assert.Equal(("2026-01-01 10:00:07", "eu-1", ""), (row["arrived at"], row["partition"], row["erased"]));
        Assert.True(history.Source.IsLog);
    }

    [Theory]
    [InlineData("1,,,,,true,")]
    [InlineData("1,never,,soon,,yes,not a number")]
    public void Read_Tombstone_NeedsNothingButItsId(string line)
    {
        using var history = Log().Add(Header + line + "\n2,2026-01-01T10:00:00Z,web,2026-01-01T10:00:07Z,eu-1,no,5\n");

        var contents = history.Read();

        Assert.Empty(contents.Rejects);
        Assert.Equal(["1", "2"], contents.Values("id"));
        Assert.Equal(["1", "0"], contents.Values("erased"));
        Assert.Equal(["", "5"], contents.Values("count"));
        Assert.Equal(["", "web"], contents.Values("channel"));
    }

    [Theory]
    [InlineData(",2026-01-01T10:00:00Z,web,2026-01-01T10:00:07Z,,true,", "CXR4012")]
    [InlineData("1,2026-01-01T10:00:00Z,web,2026-01-01T10:00:07Z,,perhaps,", "CXR4010")]
    [InlineData("1,2026-01-01T10:00:00Z,web,,,,", "CXR4023")]
    [InlineData("1,2026-01-01T10:00:00Z,web,0001-01-01T00:00:00Z,,,", "CXR4022")]
    public void Read_RowThatTheDoorCannotJudge_IsRejected(string line, string code)
    {
        using var history = Log().Add(Header + line + "\n");

        Assert.Equal(code, Assert.Single(history.Read().Rejects).Code);
    }

    [Theory]
    [InlineData("2026-01-01T10:09:00Z,eu-1", "2026-01-01T10:00:07Z,eu-1", true)]
    [InlineData("2026-01-01T10:00:07Z,eu-2", "2026-01-01T10:00:07Z,eu-1", true)]
    [InlineData("2026-01-01T10:00:07Z,eu-1", "2026-01-01T10:00:07Z,eu-1", true)]
    public void ContentHash_OfAnotherDelivery_IsTheSame(string first, string second, bool isSame)
    {
        using var history = Log().Add($"{Header}1,2026-01-01T10:00:00Z,web,{first},,5\n1,2026-01-01T10:00:00Z,web,{second},,5\n1,2026-01-01T10:00:00Z,web,{second},,6\n");

        var rows = history.Read().Rows;

        Assert.Equal(isSame, rows[0].ContentHash == rows[1].ContentHash);
        Assert.NotEqual(rows[1].ContentHash, rows[2].ContentHash);
    }

    [Fact]
    public void ContentHash_OfJsonDeliveredAgain_IsTheSame()
    {
        using var history = Json().Add(
            """
            {"id":"1","at":"2026-01-01","ch":"web","received":"2026-01-01T10:00:00Z","n":1}
            {"id":"1","at":"2026-01-01","ch":"web","received":"2026-01-02T11:22:33.123Z","n":1}
            {"id":"1","at":"2026-01-01","ch":"web","received":"2026-01-02T11:22:33.123Z","n":2}

            """);

        var rows = history.Read().Rows;

        Assert.Equal(rows[0].ContentHash, rows[1].ContentHash);
        Assert.NotEqual(rows[1].ContentHash, rows[2].ContentHash);
    }

    /// <summary>A column that another field reads too is part of what the contact says.</summary>
    [Fact]
    public void ContentHash_WhereTheArrivalIsAlsoAnotherField_TellsRowsApart()
    {
        using var history = History.Csv(History.Map("arrived at", "received"), History.Map("ended at", "received"))
            .Add("id,at,ch,received\n1,2026-01-01,web,2026-01-01T10:00:00Z\n1,2026-01-01,web,2026-01-01T11:00:00Z\n");

        var rows = history.Read().Rows;

        Assert.NotEqual(rows[0].ContentHash, rows[1].ContentHash);
    }

    private static History Log() => History.Csv(
        History.Map("arrived at", "received"), History.Map("partition", "part"), History.Map("erased", "gone"), History.Map("count", "value"), History.Map("labels", "value"), History.Map("note", "value"));

    private static History Json() => new(
        HistoryFormat.JsonLines, History.Map("id", "id"), History.Map("occurred at", "at"), History.Map("channel", "ch"), History.Map("arrived at", "received"));
}
