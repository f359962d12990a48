using System.Collections.Immutable;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>How channels differ, and who came to one from another.</summary>
internal static class ChannelSheet
{
    private const int ShownDispositions = 10;
    private const int ShownSwitches = 10;
    private const int ShownAbout = 4;

    /// <param name="channels">Of the survey.</param>
    public static Sheet Of(Survey survey, ChannelReport channels) => new($"{survey.Replay.RuleSetName}: channels", [
        Channels(survey, channels),
        .. Dispositions(survey, channels),
        Switches(channels),
        .. SurveyWords.Mind(survey.Replay, Notes(channels)),
    ])
    {
        Subtitle = SurveyWords.Scope(survey.Replay),
    };

    private static SheetTable Channels(Survey survey, ChannelReport channels) => new(
        "All contacts",
        [new("channel"), .. Columns(survey)],
        [.. channels.Channels.Select(line => Cells(line).Insert(0, line.Channel))],
        null)
    {
        Bars = channels.Channels.IsEmpty ? [] : [.. channels.Channels.Select(line => 100 * line.Share / channels.Channels[0].Share)],
    };

    private static IEnumerable<SheetPart> Dispositions(Survey survey, ChannelReport channels)
    {
        if (channels.Dispositions.IsEmpty)
        {
            yield break;
        }

        yield return new SheetTable(
            channels.Dispositions.Length > ShownDispositions ? $"The same matter on each channel: the {ShownDispositions} of most contacts" : "The same matter on each channel",
            [new("disposition"), new("channel"), .. Columns(survey)],
            [.. channels.Dispositions.Take(ShownDispositions).SelectMany(matter => matter.Channels.Select((line, index) => Cells(line).Insert(0, line.Channel).Insert(0, index == 0 ? matter.Disposition : "")))],
            null);
    }

    private static SheetPart Switches(ChannelReport channels) => channels.Switches.IsEmpty
        ? new SheetLines("From one channel to another", ["Nobody is known to have come to one channel within 24 hours of another."])
        : new SheetTable(
            "From one channel to another within 24 hours",
            [new("from"), new("to"), new("contacts", Side.Right), new("of those there", Side.Right), new("mostly about")],
            [.. channels.Switches.Take(ShownSwitches).Select(change => ImmutableArray.Create(change.From, change.To, Figures.Count(change.Contacts), SurveyWords.Percent(change.Share), About(change)))],
            null);

    private static IEnumerable<SheetColumn> Columns(Survey survey) =>
    [
        new("contacts", Side.Right), new("share", Side.Right), new("minutes", Side.Right) { IsDetail = true }, new(survey.Replay.Currency is { } currency ? $"each, {currency}" : "each", Side.Right),
        new("rating", Side.Right), new("ratings", Side.Right) { IsDetail = true }, new("repeats", Side.Right),
    ];

    private static ImmutableArray<string> Cells(ChannelLine line) =>
    [
        Figures.Count(line.Contacts), SurveyWords.Percent(line.Share), line.HandleSeconds is { } seconds ? Figures.Quantity(seconds / 60) : Figures.None, Each(line), SurveyWords.Rating(line.Rating), Figures.Count(line.Rated), SurveyWords.Percent(line.RepeatRate),
    ];

    private static string Each(ChannelLine line) => line.Cost is { Unknown: 0 } cost ? Figures.Money(cost.Sum / line.Contacts) : line.Cost is null ? Figures.None : "unknown";

    private static string About(ChannelSwitch change) =>
        string.Join(", ", change.About.Take(ShownAbout).Select(about => $"{about.Key} {Figures.Count(about.Value)}"));

    private static IEnumerable<string> Notes(ChannelReport channels)
    {
        yield return "`minutes` is the average handle time, `each` what a contact costs on average, `rating` the average rating. `repeats` are contacts of a customer who came about the same within the 7 days before, on whatever channel.";
        yield return "A contact follows a channel on which its customer was within the 24 hours before. That somebody was on the web first says that it did not end there, not why.";
        if (channels.Nameless > 0)
        {
            yield return $"{Figures.Plural(channels.Nameless, "contact")} named no customer: whether they repeat or follow another is unknown, and they are in neither figure.";
        }
    }
}
