using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

public sealed class InstantTests
{
    [Theory]
    [InlineData("2026-02-01T10:20:30Z", "2026-02-01 10:20:30")]
    [InlineData("2026-02-01t10:20:30z", "2026-02-01 10:20:30")]
    [InlineData("2026-02-01 10:20:30", "2026-02-01 09:20:30")]
    [InlineData("2026-02-01T10:20", "2026-02-01 09:20:00")]
    [InlineData("2026-02-01T10:20Z", "2026-02-01 10:20:00")]
    [InlineData("2026-02-01T10:20:30.1234567Z", "2026-02-01 10:20:30.1234567")]
    [InlineData("2026-02-01T10:20:30.123456789Z", "2026-02-01 10:20:30.1234567")]
    [InlineData("2026-02-01T10:20:30.5", "2026-02-01 09:20:30.5")]
    [InlineData("\"2026-02-01T10:20:30,5\"", "2026-02-01 09:20:30.5")]
    [InlineData("2026-02-01T10:20:30+05:30", "2026-02-01 04:50:30")]
    [InlineData("2026-02-01T10:20:30-0500", "2026-02-01 15:20:30")]
    [InlineData("2026-02-01T10:20:30+01", "2026-02-01 09:20:30")]
    [InlineData("2026-02-01 10:20:30 UTC", "2026-02-01 10:20:30")]
    [InlineData("2026-02-01 10:20:30 +0100", "2026-02-01 09:20:30")]
    [InlineData("2026-02-01", "2026-01-31 23:00:00")]
    [InlineData("2026-07-01", "2026-06-30 22:00:00")]
    [InlineData("2026-03-29 02:30:00", "2026-03-29 01:30:00")] // skipped
    [InlineData("2026-03-29 03:00:00", "2026-03-29 01:00:00")]
    [InlineData("2026-10-25 02:30:00", "2026-10-25 00:30:00")] // twice: the earlier
    [InlineData("2026-10-25 03:00:00", "2026-10-25 02:00:00")]
    [InlineData("2024-02-29 00:00:00Z", "2024-02-29 00:00:00")]
    [InlineData("2026-02-29 00:00:00Z", "CXR4005")]
    [InlineData("2026-13-01", "CXR4005")]
    [InlineData("2026-00-01", "CXR4005")]
    [InlineData("0000-01-01", "CXR4005")]
    [InlineData("2026-02-01T24:00:00Z", "CXR4005")]
    [InlineData("2026-02-01T10:60:00Z", "CXR4005")]
    [InlineData("2026-02-01T10:20:60Z", "CXR4005")]
    [InlineData("2026-02-01T10:20:30+19:00", "CXR4003")]
    [InlineData("2026-02-01T10:20:30+1:00", "CXR4003")]
    [InlineData("2026-02-01T10:20:30 EST", "CXR4003")]
    [InlineData("2026-02-01T10:20:3", "CXR4003")]
    [InlineData("2026-02-01T10:20:30.", "CXR4003")]
    [InlineData("2026-02-01T1", "CXR4003")]
    [InlineData("2026-02-01X10:20:30", "CXR4003")]
    [InlineData("2026-2-1", "CXR4003")]
    [InlineData("20260201", "CXR4003")]
    [InlineData("01/02/2026 10:20", "CXR4003")]
    [InlineData("yesterday, at noon", "CXR4001")]
    [InlineData("tomorrow at noon", "CXR4003")]
    [InlineData("", "")]
    public void Instant_WithoutPattern_IsIso8601(string written, string expected) => AssertReads(History.Map("moment", "value"), written, expected);

    [Theory]
    [InlineData("yyMMdd", "990131", "1999-01-30 23:00:00")]
    [InlineData("yyMMdd", "490131", "2049-01-30 23:00:00")]
    [InlineData("yyMMdd", "9901311", "CXR4003")]
    [InlineData("yyMMdd", "990231", "CXR4005")]
    [InlineData("d/M/yyyy HH:mm", "29/2/2016 01:16", "2016-02-29 00:16:00")]
    [InlineData("d/M/yyyy HH:mm", "3/12/2016 23:16", "2016-12-03 22:16:00")]
    [InlineData("d/M/yyyy HH:mm", "3/13/2016 23:16", "CXR4005")]
    [InlineData("d/M/yyyy HH:mm", "3-12-2016 23:16", "CXR4003")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2026-02-01 10:20:30", "2026-02-01 09:20:30")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2026-02-01 10:20", "CXR4003")]
    [InlineData("dd-MMM-yy", "22-Apr-15", "2015-04-21 23:00:00")]
    [InlineData("dd-MMM-yy", "22-APR-15", "2015-04-21 23:00:00")]
    [InlineData("dd-MMM-yy", "22-Foo-15", "CXR4003")]
    [InlineData("MMMM d, yyyy", "\"March 5, 2026\"", "2026-03-04 23:00:00")]
    [InlineData("ddd dd MMM yyyy", "Thu 05 Mar 2026", "2026-03-04 23:00:00")]
    [InlineData("M/d/yyyy h:mm:ss tt", "3/5/2026 12:00:01 AM", "2026-03-04 23:00:01")]
    [InlineData("M/d/yyyy h:mm:ss tt", "3/5/2026 12:00:01 pm", "2026-03-05 11:00:01")]
    [InlineData("M/d/yyyy h:mm:ss tt", "3/5/2026 1:00:01 PM", "2026-03-05 12:00:01")]
    [InlineData("M/d/yyyy h:mm:ss tt", "3/5/2026 13:00:01 PM", "CXR4005")]
    [InlineData("M/d/yyyy h:mm:ss tt", "3/5/2026 0:00:01 AM", "CXR4005")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fffzzz", "2026-03-05T10:00:00.250-05:00", "2026-03-05 15:00:00.25")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2026-03-05T10:00:00Z", "2026-03-05 10:00:00")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2026-03-05T10:00:00+0100", "2026-03-05 09:00:00")]
    [InlineData("yyyyMMdd 'at' HHmm", "20260305 at 1000", "2026-03-05 09:00:00")]
    [InlineData("dd.MM.yyyy", "05.03.2026", "2026-03-04 23:00:00")]
    [InlineData("dd.MM.yyyy", "5.3.2026", "CXR4003")]
    public void Instant_WithPattern_IsReadAsWritten(string pattern, string written, string expected) =>
        AssertReads(History.Map("moment", "value", pattern), written, expected);

    [Theory]
    [InlineData("YYYY-MM-DD", "did you mean 'yyyy'?")]
    [InlineData("yyyy-mm-dd", "it has no month")]
    [InlineData("yyyy-MM", "it has no day")]
    [InlineData("HH:mm", "it has no year")]
    [InlineData("yyyy-MM-dd hh:mm", "need AM or PM")]
    [InlineData("yyyy-MM-dd HH:mm tt", "need hours of 12")]
    [InlineData("yyyy-MM-dd mm", "no hours")]
    [InlineData("yyyy-MM-dd yyyy", "twice")]
    [InlineData("yyyy-MM-dd 'at", "not closed")]
    [InlineData("yyyy-MM-dd at", "means nothing")]
    [InlineData("", "it has no year")]
    public void Pattern_ThatCannotBeUsed_IsToldAtOnce(string pattern, string expected)
    {
        using var history = History.Csv(History.Map("moment", "value", pattern));
        history.Add("id,at,ch,value\n");
        var failure = Assert.Throws<HistoryException>(history.Read);
        Assert.Equal(("CXR4061", "crm.source.yaml", 7), (failure.Code, failure.File, failure.Line));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-01 10:20:30", "CXR4004")]
    [InlineData("2026-02-01", "CXR4004")]
    [InlineData("2026-02-01T10:20:30Z", "2026-02-01 10:20:30")]
    [InlineData("2026-02-01T10:20:30.5+01:00", "2026-02-01 09:20:30.5")]
    public void Instant_WhereTheSourceHasNoZone_NeedsAnOffset(string written, string expected)
    {
        using var history = History.Csv(History.Map("moment", "value"));
        history.Source = history.Source with { Zone = null };
        history.Add($"id,at,ch,value\n1,2026-01-01T00:00:00Z,web,{written}\n");
        var contents = history.Read();
        Assert.Equal(expected, expected.StartsWith("CXR", StringComparison.Ordinal) ? contents.Rejects.Single().Code : contents.Values("moment").Single());
    }

    [Fact]
    public void Instants_InDisorder_AreEachInTheirOwnHour()
    {
        using var history = History.Csv(History.Map("moment", "value"));
        var random = new Random(5);
        var moments = Enumerable.Range(0, 3000).Select(_ => new DateTime(2026, 1, 1).AddSeconds(random.Next(365 * 86400))).ToArray();
        history.Add("id,at,ch,value\n" + string.Concat(moments.Select((moment, i) => $"{i},2026-01-01,web,{moment:yyyy-MM-dd HH:mm:ss}\n")));
        Assert.Equal(moments.Select(moment => $"{new DateTime(History.Berlin.ToUtc(moment.Ticks)):yyyy-MM-dd HH:mm:ss}"), history.Read().Values("moment"));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1949-12-31T23:59:59Z")]
    [InlineData("9999-12-31T00:00:00Z")]
    public void OccurredAt_OutsideTheYearsOfContacts_IsRefused(string written)
    {
        using var history = History.Csv();
        history.Add($"id,at,ch\n1,{written},web\n");
        Assert.Equal("CXR4022", Assert.Single(history.Read().Rejects).Code);
    }

    private static void AssertReads(SourceField field, string written, string expected)
    {
        using var history = History.Csv(field);
        history.Add($"id,at,ch,value\n1,2026-01-01,web,{written}\n");
        var contents = history.Read();
        if (expected.StartsWith("CXR", StringComparison.Ordinal))
        {
            Assert.Equal((expected, 2), (contents.Rejects.Single().Code, contents.Rejects.Single().Line));
            return;
        }

        Assert.Empty(contents.Rejects);
        Assert.Equal([expected], contents.Values("moment"));
    }
}
