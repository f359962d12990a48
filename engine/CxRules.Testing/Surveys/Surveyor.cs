using System.Collections.Immutable;
using System.Text;
using CxRules.Language.Diagnostics;
using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>Runs a replay and looks at it as a whole. The history is read once more to see every contact, and once more where somebody waits to hear of a case.</summary>
public static class Surveyor
{
    private const int MostExamples = 20;

    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static Survey Survey(ReplayOptions options, SurveyDetail detail, IProgress<long>? progress = null) => Look(options, detail, progress).Survey;

    /// <summary>What each department has before it: of the cases alone.</summary>
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static Portfolio Portfolio(ReplayOptions options, IProgress<long>? progress = null) => new Portfolios(Replay.Decide(options, progress)).All();

    /// <param name="name">An owner's name, whatever its case and punctuation.</param>
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static Explained<OwnerDigest> Owner(ReplayOptions options, string name, IProgress<long>? progress = null)
    {
        var (replay, survey, cube) = Look(options, SurveyDetail.Sums, progress);
        var map = new DriverMap(options.RuleSet.Project);
        var names = map.Owners.Concat(survey.Portfolio.Owners.Select(owner => owner.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (names.Find(candidate => candidate == name || Code.ToBareWord(candidate) == Code.ToBareWord(name)) is not { } owner)
        {
            return new(null, $"There is no owner `{name}`.{Hint(name, names)}");
        }

        var drivers = new Drivers(map, survey.Replay.Currency).Of(cube.Where(sort => map.OwnerOf(sort.Touchpoint) == owner));
        return new(new(survey.Replay, survey.Portfolio.AsOf, new Portfolios(replay).Of(owner), drivers, cube.All.Contacts, survey.Satisfaction, survey.Satisfaction.Owners.FirstOrDefault(line => line.Name == owner && line.Rated > 0)), null);
    }

    /// <param name="id">The id of a case, or the beginning of just one.</param>
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static Explained<CaseEvidence> Case(ReplayOptions options, string id, IProgress<long>? progress = null)
    {
        var replay = Replay.Decide(options, progress);
        var found = Explainer.Find(replay, id, CaseDetail.Contacts);
        return found.Explanation is { } explanation ? new(Evidence(replay, explanation), null) : new(null, found.Problem);
    }

    private static CaseEvidence Evidence(DecidedReplay replay, CaseExplanation explanation)
    {
        var portfolio = new Portfolios(replay).All();
        var rule = replay.Plan.Rules.Single(rule => rule.Id == explanation.Case.Rule);
        var contacts = explanation.Contacts.Select(contact => contact.Contact).ToList();
        return new(
            explanation,
            portfolio.Cases.Single(entry => entry.Case.Id == explanation.Case.Id),
            portfolio.AsOf,
            [.. contacts.Select(contact => (contact.Id, Hash: StableHash.Of(Encoding.UTF8.GetBytes(contact.Id)))).OrderBy(contact => contact.Hash).ThenBy(contact => contact.Id, StringComparer.Ordinal).Take(MostExamples).Select(contact => contact.Id)],
            [.. contacts.GroupBy(contact => contact.Channel).Select(channel => KeyValuePair.Create(channel.Key, (long)channel.Count())).OrderByDescending(channel => channel.Value).ThenBy(channel => channel.Key, StringComparer.Ordinal)])
        {
            Exposure = rule.Exposure,
            Expectation = rule.Expectation,
        };
    }

    private static (DecidedReplay Replay, Survey Survey, Cube Cube) Look(ReplayOptions options, SurveyDetail detail, IProgress<long>? progress)
    {
        var project = options.RuleSet.Project;
        var fields = new SurveyFields(project.Schema, options.Source);
        var replay = Replay.Decide(options with { AlsoRead = fields.All }, progress);
        var currency = project.Costs.IsEmpty ? null : replay.Result.Currency;
        var map = new DriverMap(project);
        var sink = Read(replay, fields, detail);
        var cube = new Cube(sink?.Cells ?? new Dictionary<ContactSort, ContactTally>());
        var survey = new Survey
        {
            Replay = replay.Result,
            Drivers = new Drivers(map, currency).Of(cube) with { Beside = Drivers.Beside(sink?.Beside ?? new Dictionary<(string, string?), long>()) },
            Causes = new Causes(map, currency).Of(cube),
            Satisfaction = new Satisfaction(map, fields).Of(cube, sink?.Months ?? new Dictionary<DateOnly, RatingTally>()),
            Portfolio = new Portfolios(replay).All(),
            Channels = detail == SurveyDetail.Visits ? ChannelsOf(replay, map, currency, cube, sink?.Visits ?? []) : null,
        };
        return (replay, survey, cube);
    }

    /// <summary>Null where the history holds no contact.</summary>
    private static SurveySink? Read(DecidedReplay replay, SurveyFields fields, SurveyDetail detail)
    {
        if (replay.Result.Totals.Contacts == 0)
        {
            return null;
        }

        var sink = new SurveySink(replay, fields, detail);
        replay.Pass.Again(replay.Plan, replay.Options, replay.Findings, sink);
        return sink;
    }

    private static ChannelReport ChannelsOf(DecidedReplay replay, DriverMap map, string? currency, Cube cube, IReadOnlyList<Visit> visits)
    {
        var reader = new VisitReader(replay.Result.History);
        reader.Read(visits);
        var dictionaries = replay.Pass.Dictionaries;
        var names = dictionaries[dictionaries.Schema.Disposition];
        return new Channels(dictionaries, currency, code => code == 0 ? null : map.NameOf(names[code]), reader).Of(cube, visits.Count);
    }

    private static string Hint(string name, List<string> names) => DidYouMean.Nearest(name, names) is { } nearest ? $" Did you mean `{nearest}`?"
        : names.Count == 0 ? " The project file names none, and no case or contact has one."
        : $" There {(names.Count == 1 ? "is" : "are")}: {string.Join(", ", names.Select(owner => $"`{owner}`"))}.";
}
