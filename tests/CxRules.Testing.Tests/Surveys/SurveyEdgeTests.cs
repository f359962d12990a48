using CxRules.Testing.Surveys;

namespace CxRules.Testing.Tests.Surveys;

/// <summary>Histories that have little to say.</summary>
public sealed class SurveyEdgeTests
{
    private const string NoCosts = """
        zone: Europe/London

        """;

    private const string OneRule = "rule late if disposition = late-fee and daily volume >= 2 then route to Billing\n";

    [Fact]
    public void Survey_OfNoContact_HasNoLineAndSaysWhy()
    {
        using var folder = new SurveyFolder("");
        var survey = Surveyor.Survey(folder.Options, SurveyDetail.Visits);
        Assert.Equal((0, 0), (survey.Drivers.All.Contacts, survey.Satisfaction.All.Rated));
        Assert.All(survey.Drivers.Lists, list => Assert.Empty(list.Lines));
        Assert.Empty(survey.Causes.Lines);
        Assert.Empty(survey.Portfolio.Owners);
        Assert.Empty(survey.Channels?.Channels ?? throw new InvalidOperationException());
        Assert.Equal("no contact has a rating", survey.Satisfaction.UnknownBecause);
    }

    [Fact]
    public void Survey_WithoutCostsAndRatings_IsUnknownNotNothing()
    {
        using var folder = new SurveyFolder("a,2026-03-10T09:00:00Z,phone,late-fee,k1,60,,,,,,,\nb,2026-03-10T10:00:00Z,phone,late-fee,k2,60,,,,,,,\n", NoCosts, OneRule);
        var survey = Surveyor.Survey(folder.Options, SurveyDetail.Sums);
        Assert.Null(survey.Drivers.All.Cost);
        Assert.Null(survey.Drivers.All.Found);
        Assert.Null(survey.Satisfaction.All.Average);
        Assert.Null(survey.Satisfaction.All.PointsLost);
        var owner = Assert.Single(survey.Portfolio.Owners);
        Assert.Equal((null, null, "the project file names no costs"), (owner.Cost, owner.PerYear, owner.PerYearUnknownBecause));
    }

    [Fact]
    public void Cost_OfAContactWithoutOne_IsALeast()
    {
        var project = SurveyFolder.Project.Replace("    contacts: { spend: 6000 GBP per month, contacts: 1000 per month }\n", "", StringComparison.Ordinal);
        using var folder = new SurveyFolder("a,2026-03-10T09:00:00Z,phone,hours,k1,360,,,,,,,\nb,2026-03-10T10:00:00Z,phone,hours,k2,,,,,,,,\n", project);
        Assert.Equal(new KnownCost(3.1m, 1), Surveyor.Survey(folder.Options, SurveyDetail.Sums).Drivers.All.Cost);
    }

    [Fact]
    public void Ratings_OfAnotherScale_LoseUnknownPoints()
    {
        using var folder = new SurveyFolder("a,2026-03-10T09:00:00Z,phone,hours,k1,,,,,,,9,\nb,2026-03-10T10:00:00Z,phone,broken,k2,,,,,,,4,\n");
        var satisfaction = Surveyor.Survey(folder.Options, SurveyDetail.Sums).Satisfaction;
        Assert.Equal((6.5m, null, null), (satisfaction.All.Average, satisfaction.All.PointsLost, satisfaction.All.Bottom));
        Assert.Equal("1 of 2 ratings are not on a scale of 1 to 5", satisfaction.PointsUnknownBecause);
        Assert.Equal([1.25m, -1.25m], satisfaction.Owners.Select(line => line.Pull));
    }

    [Fact]
    public void Findings_NameWhatKeepsContactsFromTheirOwner()
    {
        using var folder = SurveyFolder.Random(1);
        var findings = Surveyor.Survey(folder.Options, SurveyDetail.Sums).Drivers.Findings;
        Assert.Equal([DriverGap.NoDisposition, DriverGap.UnknownDisposition, DriverGap.NoTouchpoint, DriverGap.NoOwner], findings.Select(finding => finding.Gap));
        Assert.Equal(["", "strange", "mapless", "shop"], findings.Select(finding => string.Join(' ', finding.Names)));
        string?[] codes = [null, "strange", "mapless", "hours"];
        Assert.Equal(codes.Select(code => (long)folder.Contacts.Count(contact => contact.Code("disposition") == code)), findings.Select(finding => finding.Contacts));
    }

    [Fact]
    public void Records_BesideContacts_AreToldApart()
    {
        const string Rows = """
            a,2026-03-10T09:00:00Z,phone,hours,k1,,,,,,,,contact
            b,2026-03-10T10:00:00Z,phone,broken,k2,,,,,,,,Feedback
            c,2026-03-10T10:00:00Z,phone,broken,k2,,,,,,,,feedback
            d,2026-03-10T10:00:00Z,phone,broken,k2,,,,,,,,idea
            e,2026-03-10T10:00:00Z,phone,,k2,,,,,,,,idea

            """;
        using var folder = new SurveyFolder(Rows);
        var drivers = Surveyor.Survey(folder.Options, SurveyDetail.Sums).Drivers;
        Assert.Equal(1, drivers.All.Contacts);
        Assert.Equal(["broken feedback 2 idea 1", "(none) idea 1"], drivers.Beside.Select(line => $"{line.Disposition} {string.Join(' ', line.Records.Select(kind => $"{kind.Key} {kind.Value}"))}"));
    }

    [Theory]
    [InlineData("billing", "Billing", null)]
    [InlineData("Bilingl", null, "There is no owner `Bilingl`. Did you mean `Billing`?")]
    [InlineData("Zoo", null, "There is no owner `Zoo`. There are: `Billing`, `CX`, `Legal`, `Products`.")]
    public void Owner_ByName_IsFoundOrHinted(string name, string? found, string? problem)
    {
        using var folder = SurveyFolder.Random(1);
        var digest = Surveyor.Owner(folder.Options, name);
        Assert.Equal((found, problem), (digest.Explanation?.Account.Name, digest.Problem));
    }

    [Fact]
    public void Owner_OfContactsAtItsTouchpoints_HasTheirDrivers()
    {
        using var folder = SurveyFolder.Random(2);
        var naive = new NaiveSurvey(folder);
        var digest = Surveyor.Owner(folder.Options, "Products").Explanation ?? throw new InvalidOperationException();
        Assert.Equal(folder.Contacts.Count(contact => naive.OwnerOf(contact) == "Products"), digest.Drivers.All.Contacts);
        Assert.Equal("broken", Assert.Single(digest.Drivers.Lists[0].Lines).Driver.Name);
        Assert.Equal("Products", digest.Satisfaction?.Name);
    }

    [Fact]
    public void Evidence_OfACase_HasItsContactsAndRank()
    {
        using var folder = SurveyFolder.Random(1);
        var portfolio = Surveyor.Portfolio(folder.Options);
        var naive = folder.Naive.Cases.MaxBy(@case => @case.Contacts) ?? throw new InvalidOperationException();
        var evidence = Surveyor.Case(folder.Options, naive.Id).Explanation ?? throw new InvalidOperationException();
        Assert.Equal(naive.Members.Select(contact => contact.Id).Order(StringComparer.Ordinal), evidence.Explanation.Contacts.Select(contact => contact.Contact.Id).Order(StringComparer.Ordinal));
        Assert.Equal(evidence.Case.Evidence, evidence.Examples.Take(evidence.Case.Evidence.Length));
        Assert.Equal(Math.Min(20, naive.Members.Count), evidence.Examples.Length);
        Assert.Equal(portfolio.Cases.Single(entry => entry.Case.Id == naive.Id).Yearly, evidence.Standing.Yearly);
        Assert.Equal(naive.Members.GroupBy(contact => NaiveSurvey.ChannelOf(contact)).Select(group => (long)group.Count()).OrderDescending(), evidence.Channels.Select(channel => channel.Value));
    }

    [Fact]
    public void Evidence_OfAnUnknownCase_SaysSo()
    {
        using var folder = SurveyFolder.Random(1);
        Assert.StartsWith("There is no case `ffffffff`.", Surveyor.Case(folder.Options, "ffffffff").Problem, StringComparison.Ordinal);
    }

    /// <summary>A replay does not read ratings that no rule asks for; a report does, and refuses what it cannot read.</summary>
    [Fact]
    public void Row_WhoseRatingIsNoNumber_IsRefusedAndListed()
    {
        using var folder = new SurveyFolder("a,2026-03-10T09:00:00Z,phone,hours,k1,,,,,,,good,\nb,2026-03-10T10:00:00Z,phone,broken,k2,,,,,,,4,\n");
        var survey = Surveyor.Survey(folder.Options, SurveyDetail.Sums);
        Assert.Equal((1, 1), (survey.Drivers.All.Contacts, survey.Replay.Rejects.Length));
    }
}
