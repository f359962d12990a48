using CxRules.Model.Contacts;
using CxRules.Testing.Surveys;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Surveys;

/// <summary>Every sum of a survey against loops over the contacts, read and decided by the naive evaluator.</summary>
public sealed class SurveySumsTests
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Drivers_OfARandomHistory_AreWhatLoopsFind(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var drivers = Surveyor.Survey(folder.Options, SurveyDetail.Sums).Drivers;
        var naive = new NaiveSurvey(folder);
        var names = new Dictionary<string, Func<NaiveContact, string?>>
        {
            ["disposition"] = contact => contact.Code("disposition"),
            ["touchpoint"] = contact => contact.Code("touchpoint"),
            ["owner"] = naive.OwnerOf,
            ["demand"] = contact => contact.Code("demand"),
        };
        foreach (var list in drivers.Lists)
        {
            var groups = folder.Contacts.GroupBy(contact => Word(names[list.By](contact)), StringComparer.Ordinal).ToDictionary(group => group.Key, StringComparer.Ordinal);
            Assert.Equal(groups.Keys.Order(StringComparer.Ordinal), list.Lines.Select(line => Word(line.Driver.Name)).Order(StringComparer.Ordinal));
            foreach (var line in list.Lines)
            {
                var group = groups[Word(line.Driver.Name)].ToList();
                Assert.Equal((group.Count, group.Count(naive.IsRouted)), (line.Driver.Contacts, line.Driver.Routed));
                Assert.Equal((group.Sum(naive.CostOf), 0), (line.Driver.Cost?.Sum, line.Driver.Cost?.Unknown));
            }

            Assert.Equal(folder.Contacts.Count, list.Lines.Sum(line => line.Driver.Contacts));
            Assert.Equal(list.Lines.Select(line => line.Driver.Contacts).OrderDescending(), list.Lines.Select(line => line.Driver.Contacts));
            Assert.Equal(100, list.Lines[^1].Cumulative);
            Assert.Equal(100, list.Lines.Sum(line => line.Share), 12);
            Assert.Equal(drivers.All.NotRouted, list.NotRouted.Sum(line => line.Driver.NotRouted));
            Assert.Equal(drivers.All.NotRouted == 0 ? 0 : 100, list.NotRouted.Select(line => line.Cumulative).LastOrDefault());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Found_OfARandomHistory_IsTheReplaysTotalToTheLastDigit(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var survey = Surveyor.Survey(folder.Options, SurveyDetail.Sums);
        var totals = survey.Replay.Totals;
        Assert.True(totals.Cost?.Mid > 0);
        Assert.NotEmpty(survey.Replay.Cases);
        Assert.NotEmpty(survey.Replay.ContactRoutes);
        Assert.Equal(totals.Cost?.Mid, survey.Drivers.All.Found);
        Assert.All(survey.Drivers.Lists, list => Assert.Equal(totals.Cost?.Mid, list.Lines.Sum(line => line.Driver.Found)));
        foreach (var (by, shares) in new[] { ("disposition", totals.ByDisposition), ("touchpoint", totals.ByTouchpoint) })
        {
            var lines = survey.Drivers.Lists.Single(list => list.By == by).Lines.ToDictionary(line => Word(line.Driver.Name), line => line.Driver.Found, StringComparer.Ordinal);
            Assert.All(shares, share => Assert.Equal(share.Cost.Mid, lines[Word(share.Name)]));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Causes_OfARandomHistory_AreWhatLoopsFind(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var causes = Surveyor.Survey(folder.Options, SurveyDetail.Sums).Causes;
        var naive = new NaiveSurvey(folder);
        Assert.Equal(["skill", "operations", "unknown", "weather", "(none)"], causes.Lines.Select(line => Word(line.Cause)));
        Assert.Equal([CauseCourse.Coaching, CauseCourse.Owner, CauseCourse.Review, CauseCourse.Review, CauseCourse.Review], causes.Lines.Select(line => line.Course));
        foreach (var line in causes.Lines)
        {
            var group = folder.Contacts.Where(contact => Word(contact.Code("cause")) == Word(line.Cause)).ToList();
            Assert.Equal((group.Count, group.Sum(naive.CostOf)), (line.Contacts, line.Cost?.Sum));
            Assert.Equal((group.Count(contact => NaiveSurvey.Rating(contact) <= 2), group.Count(IsEscalated)), (line.Dissatisfied, line.Escalated));
        }

        Assert.Equal(100, causes.Lines.Sum(line => line.Share), 12);
        var operations = folder.Contacts.Where(contact => Word(contact.Code("cause")) == "operations").ToList();
        Assert.Equal(
            operations.GroupBy(naive.OwnerOf).Select(group => (group.Key, (long)group.Count())).OrderBy(group => group.Key, StringComparer.Ordinal),
            causes.Operations.Select(line => (line.Name, line.Contacts)).OrderBy(line => line.Name, StringComparer.Ordinal));
        var blamed = folder.Contacts.Where(contact => Word(contact.Code("cause")) is "skill" or "operations").ToList();
        var bad = blamed.Where(contact => NaiveSurvey.Rating(contact) <= 2).ToList();
        var employee = causes.Priors.Single(prior => prior is { Of: "dissatisfaction", Party: "employee" });
        Assert.Equal((100m * bad.Count(contact => contact.Code("cause") == "skill") / bad.Count, bad.Count), (employee.Here, employee.Contacts));
        var agent = causes.Priors.Single(prior => prior.Party == "agent");
        Assert.Equal((100m * blamed.Count(contact => contact.Code("cause") == "skill" && IsEscalated(contact)) / blamed.Count(IsEscalated), blamed.Count(IsEscalated)), (agent.Here, agent.Contacts));
        Assert.All(causes.Priors.Where(prior => prior.Cause is null), prior => Assert.Null(prior.Here));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Satisfaction_OfARandomHistory_AddsUpAndIsWhatLoopsFind(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var satisfaction = Surveyor.Survey(folder.Options, SurveyDetail.Sums).Satisfaction;
        var naive = new NaiveSurvey(folder);
        var rated = folder.Contacts.Where(contact => NaiveSurvey.Rating(contact) is not null).ToList();
        var average = rated.Average(contact => NaiveSurvey.Rating(contact) ?? 0);
        Assert.Equal(("rating", rated.Count, average), (satisfaction.Field, satisfaction.All.Rated, satisfaction.All.Average));
        foreach (var line in satisfaction.Owners)
        {
            var own = rated.Where(contact => naive.OwnerOf(contact) == line.Name).Select(contact => NaiveSurvey.Rating(contact) ?? 0).ToList();
            Assert.Equal(own.Count, line.Rated);
            Assert.Equal(own.Average(), line.Average ?? 0, 20);
            Assert.Equal(own.Sum(rating => 5 - rating) / rated.Count, line.PointsLost ?? 0, 20);
            Assert.Equal((decimal)own.Count / rated.Count * (average - own.Average()), line.Pull ?? 0, 20);
            Assert.Equal(100m * own.Count(rating => rating <= 2) / rated.Count, line.BottomPoints ?? 0, 20);
        }

        Assert.Equal(5 - average, satisfaction.Owners.Sum(line => line.PointsLost ?? 0), 20);
        Assert.Equal(0, satisfaction.Owners.Sum(line => line.Pull ?? 0), 20);
        Assert.Equal(satisfaction.All.BottomPoints ?? 0, satisfaction.Owners.Sum(line => line.BottomPoints ?? 0), 20);
        Assert.Equal(5 - average, satisfaction.Dispositions.Sum(line => line.PointsLost ?? 0), 20);
        Assert.Equal(satisfaction.Owners.Select(line => line.PointsLost).OrderDescending(), satisfaction.Owners.Select(line => line.PointsLost));
        Assert.Equal(
            rated.GroupBy(naive.MonthOf).OrderBy(month => month.Key).Select(month => (month.Key, (long)month.Count(), month.Average(contact => NaiveSurvey.Rating(contact) ?? 0))),
            satisfaction.Months.Select(month => (month.First, month.Rated, month.Average)));
    }

    private static bool IsEscalated(NaiveContact contact) => contact.Code("escalation") is not null || contact.Number("escalated") == 1;

    private static string Word(string? name) => name is null or "(none)" ? "(none)" : Code.ToBareWord(name);
}
