using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("count", "12", "12")]
    [InlineData("count", "-12", "-12")]
    [InlineData("count", "+12", "12")]
    [InlineData("count", " 12 ", "12")]
    [InlineData("count", "3.0", "3")]
    [InlineData("count", "3.5", "CXR4006")]
    [InlineData("count", "1e3", "CXR4006")]
    [InlineData("count", "three", "CXR4006")]
    [InlineData("count", "-", "CXR4006")]
    [InlineData("count", "9223372036854775807", "9223372036854775807")]
    [InlineData("count", "9223372036854775808", "CXR4016")]
    [InlineData("count", "", "")]
    [InlineData("score", "4", "4000000")]
    [InlineData("score", "-4.25", "-4250000")]
    [InlineData("score", "+4.25", "4250000")]
    [InlineData("score", "0.123456", "123456")]
    [InlineData("score", "0.1234565", "123457")]
    [InlineData("score", "-0.1234565", "-123457")]
    [InlineData("score", "0.33333333333333331", "333333")]
    [InlineData("score", ".5", "500000")]
    [InlineData("score", "5.", "5000000")]
    [InlineData("score", "1.5E2", "150000000")]
    [InlineData("score", "1e-7", "0")]
    [InlineData("score", "9000000000000.5", "9000000000000500000")]
    [InlineData("score", "10000000000000", "CXR4016")]
    [InlineData("score", "1e400", "CXR4016")]
    [InlineData("score", "\"1,250.5\"", "CXR4007")]
    [InlineData("score", "\"4,5\"", "CXR4007")]
    [InlineData("score", "NaN", "CXR4007")]
    [InlineData("score", "Infinity", "CXR4007")]
    [InlineData("score", "1.2.3", "CXR4007")]
    [InlineData("score", "1-2", "CXR4007")]
    [InlineData("score", "1.2x", "CXR4007")]
    [InlineData("score", "-", "CXR4007")]
    [InlineData("score", "", "")]
    [InlineData("price", "12.50", "12500000")]
    [InlineData("price", "-3", "-3000000")]
    [InlineData("price", "$12.50", "CXR4008")]
    [InlineData("price", "12.50 GBP", "CXR4008")]
    [InlineData("price", "(3)", "CXR4008")]
    [InlineData("flagged", "true", "1")]
    [InlineData("flagged", "YES", "1")]
    [InlineData("flagged", "y", "1")]
    [InlineData("flagged", "T", "1")]
    [InlineData("flagged", "1", "1")]
    [InlineData("flagged", "False", "0")]
    [InlineData("flagged", "no", "0")]
    [InlineData("flagged", "N", "0")]
    [InlineData("flagged", "f", "0")]
    [InlineData("flagged", "0", "0")]
    [InlineData("flagged", "", "")]
    [InlineData("flagged", "maybe", "CXR4010")]
    [InlineData("flagged", "2", "CXR4010")]
    [InlineData("disposition", " Late Fee ", "Late Fee")]
    [InlineData("disposition", "\u00a0Late Fee\u3000", "Late Fee")]
    [InlineData("disposition", "\" \"", "")]
    [InlineData("disposition", "Gebühr, hoch", "CXR4001")]
    [InlineData("disposition", "\"Gebühr, hoch\"", "Gebühr, hoch")]
    [InlineData("note", "\" two words \"", " two words ")]
    [InlineData("note", "ein Wort: über", "ein Wort: über")]
    [InlineData("note", "\"  \"", "")]
    [InlineData("labels", "a;b; c ;a;;", "a+b+c")]
    [InlineData("labels", "a|b", "a+b")]
    [InlineData("labels", "\"a,b\"", "a+b")]
    [InlineData("labels", "\"[\"\"a, b\"\",\"\"c\"\",1,null]\"", "a, b+c+1")]
    [InlineData("labels", "\"[\"\"a\"\"\"", "CXR4011")]
    [InlineData("labels", "[[1]]", "CXR4011")]
    [InlineData("labels", "", "")]
    public void Value_OfEachKind_IsReadOrRefused(string field, string written, string expected) =>
        AssertReads(History.Map(field, "value"), written, expected);

    [Theory]
    [InlineData(null, "90", "90000")]
    [InlineData(null, "1.5", "1500")]
    [InlineData(null, "0.0004", "0")]
    [InlineData(null, "1:02:03", "3723000")]
    [InlineData(null, "100:00:00", "360000000")]
    [InlineData(null, "2:03", "123000")]
    [InlineData(null, "90:00", "5400000")]
    [InlineData(null, "0:00:05.250", "5250")]
    [InlineData(null, "1:60:00", "CXR4009")]
    [InlineData(null, "1:2:3", "CXR4009")]
    [InlineData(null, "2:60", "CXR4009")]
    [InlineData(null, ":30", "CXR4009")]
    [InlineData(null, "1:00:00:00", "CXR4009")]
    [InlineData(null, "-1", "CXR4009")]
    [InlineData(null, "5 min", "CXR4009")]
    [InlineData(null, "", "")]
    [InlineData(DurationUnit.Milliseconds, "1500", "1500")]
    [InlineData(DurationUnit.Milliseconds, "1500.6", "1501")]
    [InlineData(DurationUnit.Seconds, "2:03", "123000")]
    [InlineData(DurationUnit.Minutes, "1.5", "90000")]
    [InlineData(DurationUnit.Minutes, "1:30", "CXR4009")]
    [InlineData(DurationUnit.Hours, "0.25", "900000")]
    [InlineData(DurationUnit.Hours, "9000000000000", "CXR4016")]
    public void Duration_InEachUnit_IsMilliseconds(DurationUnit? unit, string written, string expected) =>
        AssertReads(History.Map("length", "value", unit: unit), written, expected);

    [Theory]
    [InlineData("phone", "Phone")]
    [InlineData(" Constituent Call ", "Phone")]
    [InlineData("constituent call", "constituent call")]
    [InlineData("?", "")]
    [InlineData("n/a", "")]
    [InlineData("N/A", "N/A")]
    public void Category_WithMapAndMissing_MapsExactly(string written, string expected)
    {
        var field = History.Map("disposition", "value") with
        {
            Map = ImmutableDictionary<string, string>.Empty.Add("Constituent Call", "Phone").Add("phone", "Phone"),
            Missing = ["?", "n/a"],
        };
        AssertReads(field, written, expected);
    }

    [Theory]
    [InlineData("count", "?", "")]
    [InlineData("moment", "?", "")]
    [InlineData("length", "?", "")]
    [InlineData("labels", "a;?;b", "a+b")]
    [InlineData("note", "?", "")]
    public void Missing_OfAnyKind_IsMissing(string field, string written, string expected) =>
        AssertReads(History.Map(field, "value") with { Missing = ["?"] }, written, expected);

    [Theory]
    [InlineData("flagged", "HANG", "yes", "1")]
    [InlineData("count", "none", "0", "0")]
    [InlineData("labels", "x;vip", "VIP", "x+VIP")]
    [InlineData("note", "vip", "VIP", "VIP")]
    public void Map_OfAnyKind_ReplacesBeforeReading(string field, string written, string to, string expected)
    {
        var from = written.Split(';')[^1];
        AssertReads(History.Map(field, "value") with { Map = ImmutableDictionary<string, string>.Empty.Add(from, to) }, written, expected);
    }

    [Fact]
    public void Categories_DifferingByCase_AreOneCodeWhateverTheirOrder()
    {
        foreach (var rows in new[] { "1,2026-01-01,Phone\n2,2026-01-01,PHONE\n3,2026-01-01,phone\n", "1,2026-01-01,phone\n2,2026-01-01,Phone\n3,2026-01-01,PHONE\n" })
        {
            using var history = History.Csv();
            history.Add("id,at,ch\n" + rows);
            Assert.Equal(["PHONE", "PHONE", "PHONE"], history.Read().Values("channel"));
        }
    }

    [Fact]
    public void Categories_ManyAndLong_KeepTheirCodes()
    {
        using var history = History.Csv(History.Map("customer", "c"));
        var codes = Enumerable.Range(0, 5000).Select(i => $"{new string('x', i % 23)}{i % 1700}").ToArray();
        history.Add("id,at,ch,c\n" + string.Concat(codes.Select((code, i) => $"{i},2026-01-01,web,{code}\n")));
        Assert.Equal(codes, history.Read().Values("customer"));
    }

    [Fact]
    public void Version_WhereMapped_IsTheNumber()
    {
        using var history = History.Csv(History.Map("version", "v"));
        history.Add("id,at,ch,v\n1,2026-01-01,web,3\n2,2026-01-01,web,\n");
        Assert.Equal(["3", "0"], history.Read().Values("version"));
    }

    [Fact]
    public void Version_WithoutColumn_IsRevisedAt()
    {
        using var history = History.Csv(History.Map("revised at", "rev"));
        history.Add("id,at,ch,rev\n1,2026-01-01,web,2026-01-02T00:00:00Z\n2,2026-01-01,web,\n");
        var ticks = new DateTime(2026, 1, 2).Ticks;
        Assert.Equal([$"{ticks}", "0"], history.Read().Values("version"));
        Assert.Equal(["2026-01-02 00:00:00", ""], history.Read().Values("revised at"));
    }

    [Fact]
    public void Version_WithNeither_IsZero()
    {
        using var history = History.Csv();
        history.Add("id,at,ch\n1,2026-01-01,web\n");
        Assert.Equal(["0"], history.Read().Values("version"));
    }

    [Fact]
    public void Source_WhereNeeded_IsTheSourcesName()
    {
        using var history = new History(HistoryFormat.Csv, History.Map("id", "id"), History.Map("occurred at", "at"), History.Constant("channel", "phone")) { AlsoNeeded = ["source", "note", "labels", "csat"] };
        history.Add("id,at\n1,2026-01-01\n2,2026-01-01\n");
        var contents = history.Read();
        Assert.Equal(["crm", "crm"], contents.Values("source"));
        Assert.Equal(["phone", "phone"], contents.Values("channel"));
        Assert.Equal(["", ""], contents.Values("note"));
        Assert.Equal(["", ""], contents.Values("labels"));
        Assert.Equal(["", ""], contents.Values("csat"));
    }

    [Fact]
    public void Fields_ThatNobodyNeeds_AreNotRead()
    {
        using var history = History.Csv(History.Map("count", "no such column"));
        history.Add("id,at,ch\n1,2026-01-01,web\n");
        var dictionaries = new ContactDictionaries(History.Schema, []);
        var batch = new ContactBatch(dictionaries, 4);
        using var reader = HistoryReader.Open(history.Source, history.Files, dictionaries);
        Assert.True(reader.Read(batch));
        Assert.Equal(1, batch.Count);
        Assert.False(reader.Read(batch));
    }

    private static void AssertReads(SourceField field, string written, string expected)
    {
        using var history = History.Csv(field);
        history.Add($"id,at,ch,value\n1,2026-01-01,web,{written}\n2,2026-01-01,web,\n");
        var contents = history.Read();
        if (expected.StartsWith("CXR", StringComparison.Ordinal))
        {
            var reject = Assert.Single(contents.Rejects);
            Assert.Equal((expected, 2), (reject.Code, reject.Line));
            return;
        }

        Assert.Empty(contents.Rejects);
        Assert.Equal([expected, ""], contents.Values(field.Field.Name));
    }
}
