using CxRules.Model.Contacts;
using CxRules.Testing.Surveys;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Surveys;

/// <summary>The comparison of channels against loops over pairs of contacts.</summary>
public sealed class SurveyChannelsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Channels_OfARandomHistory_AreWhatLoopsFind(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var naive = new NaiveSurvey(folder);
        var report = Channels(folder);
        Same(report.Channels, folder.Contacts, naive);
        Assert.Equal(folder.Contacts.Count(contact => contact.Code("customer") is null), report.Nameless);
        foreach (var matter in report.Dispositions)
        {
            Same(matter.Channels, [.. folder.Contacts.Where(contact => Word(contact.Code("disposition")) == Word(matter.Disposition))], naive);
        }

        Assert.Equal(6, report.Dispositions.Length);
        Assert.Equal(folder.Contacts.Count, report.Dispositions.Sum(matter => matter.Channels.Sum(line => line.Contacts)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Switches_OfARandomHistory_AreWhatLoopsFind(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var naive = new NaiveSurvey(folder);
        var known = folder.Contacts.Select(contact => (Contact: contact, From: naive.CameFrom(contact))).Where(entry => entry.From is not null).ToList();
        var switches = Channels(folder).Switches;
        Assert.Equal(
            known.SelectMany(entry => (entry.From ?? []).Select(from => (From: from, To: NaiveSurvey.ChannelOf(entry.Contact)))).CountBy(pair => pair).Select(pair => $"{pair.Key.From} {pair.Key.To} {pair.Value}").Order(StringComparer.Ordinal),
            switches.Select(change => $"{change.From} {change.To} {change.Contacts}").Order(StringComparer.Ordinal));
        foreach (var change in switches)
        {
            var there = known.Where(entry => NaiveSurvey.ChannelOf(entry.Contact) == change.To).ToList();
            var came = there.Where(entry => (entry.From ?? []).Contains(change.From)).ToList();
            Assert.Equal(100m * came.Count / there.Count, change.Share);
            Assert.Equal(change.Contacts, change.About.Sum(about => about.Value));
            Assert.Equal(came.Count(entry => Word(entry.Contact.Code("disposition")) == "broken"), change.About.FirstOrDefault(about => about.Key == "broken").Value);
        }
    }

    /// <summary>From 8 March on; the second contact of k1 comes a day and a minute later, that of k2 an hour later, that of k3 at the same instant.</summary>
    [Fact]
    public void Switch_OfADay_HoldsForTwentyFourHours()
    {
        const string Rows = """
            z,2026-03-01T09:00:00Z,phone,hours,,,,,,,,,
            a,2026-03-10T09:00:00Z,web,broken,k1,,,,,,,,
            b,2026-03-11T09:01:00Z,phone,broken,k1,,,,,,,,
            c,2026-03-10T09:00:00Z,web,broken,k2,,,,,,,,
            d,2026-03-10T10:00:00Z,phone,hours,k2,,,,,,,,
            e,2026-03-10T09:00:00Z,web,broken,k3,,,,,,,,
            f,2026-03-10T09:00:00Z,phone,broken,k3,,,,,,,,

            """;
        using var folder = new SurveyFolder(Rows);
        var report = Channels(folder);
        var change = Assert.Single(report.Switches);
        Assert.Equal(("web", "phone", 1), (change.From, change.To, change.Contacts));
        Assert.Equal("hours", Assert.Single(change.About).Key);
        Assert.Equal(100m / 3, change.Share);
        Assert.Equal((3, 100m / 3), report.Channels.Where(line => line.Channel == "phone").Select(line => (line.Repeatable, line.RepeatRate)).Single());
    }

    private static void Same(IEnumerable<ChannelLine> lines, List<NaiveContact> contacts, NaiveSurvey naive)
    {
        var groups = contacts.GroupBy(NaiveSurvey.ChannelOf).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(groups.Keys.Order(StringComparer.Ordinal), lines.Select(line => Code.ToBareWord(line.Channel)).Order(StringComparer.Ordinal));
        Assert.Equal(100, lines.Sum(line => line.Share), 12);
        foreach (var line in lines)
        {
            var group = groups[Code.ToBareWord(line.Channel)];
            var handled = group.Select(contact => contact.Number("handle time")).OfType<long>().ToList();
            var ratings = group.Select(NaiveSurvey.Rating).OfType<decimal>().ToList();
            var repeats = group.Where(contact => contact.Code("customer") is not null).Select(naive.Repeats).OfType<bool>().ToList();
            Assert.Equal((group.Count, group.Sum(naive.CostOf)), (line.Contacts, line.Cost?.Sum));
            Assert.Equal((handled.Count, handled.Count == 0 ? null : handled.Sum() / 1000m / handled.Count), (line.Handled, line.HandleSeconds));
            Assert.Equal((ratings.Count, ratings.Count == 0 ? null : ratings.Sum() / ratings.Count), (line.Rated, line.Rating));
            Assert.Equal((repeats.Count, repeats.Count == 0 ? null : 100m * repeats.Count(repeat => repeat) / repeats.Count), (line.Repeatable, line.RepeatRate));
        }
    }

    private static ChannelReport Channels(SurveyFolder folder) => Surveyor.Survey(folder.Options, SurveyDetail.Visits).Channels ?? throw new InvalidOperationException();

    private static string Word(string? name) => name is null or "(none)" ? "(none)" : Code.ToBareWord(name);
}
