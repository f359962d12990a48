using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Testing.Surveys;

/// <summary>Takes satisfaction apart by who owns the contacts.</summary>
internal sealed class Satisfaction(DriverMap map, SurveyFields fields)
{
    private const decimal One = 1_000_000m;

    public SatisfactionReport Of(Cube cube, IReadOnlyDictionary<DateOnly, RatingTally> months)
    {
        var all = cube.All.Ratings;
        return new()
        {
            Field = fields.Rating.Name,
            All = Line("all", cube.All, all),
            Owners = Lines(cube, sort => map.OwnerOf(sort.Touchpoint)),
            Dispositions = Lines(cube, sort => sort.Disposition),
            Months = [.. months.Select(month => new SatisfactionMonth(month.Key, month.Value.Rated, month.Value.Average ?? 0, all.OffScale > 0 ? null : Percent.Of(month.Value.Bottom, month.Value.Rated)))],
            UnknownBecause = all.Rated == 0 ? $"no contact has a {fields.Rating.Name}" : null,
            PointsUnknownBecause = all.OffScale == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{all.OffScale:N0} of {all.Rated:N0} ratings are not on a scale of 1 to {SatisfactionReport.Top}"),
        };
    }

    private static ImmutableArray<SatisfactionLine> Lines(Cube cube, Func<ContactSort, string?> nameOf) =>
    [
        .. cube.By(nameOf).Select(tally => Line(tally.Key, tally.Value, cube.All.Ratings))
            .OrderByDescending(line => line.PointsLost ?? line.Pull ?? 0).ThenByDescending(line => line.Rated).ThenBy(line => line.Name, StringComparer.Ordinal),
    ];

    private static SatisfactionLine Line(string name, ContactTally tally, RatingTally all)
    {
        var own = tally.Ratings;
        var isOnScale = all is { Rated: > 0, OffScale: 0 };
        return new(
            name,
            tally.Contacts,
            own.Rated,
            own.Average,
            isOnScale ? ((SatisfactionReport.Top * own.Rated) - (own.Sum / One)) / all.Rated : null,
            all.Average is { } average ? ((average * own.Rated) - (own.Sum / One)) / all.Rated : null,
            isOnScale ? own.Bottom : null,
            isOnScale ? Percent.Of(own.Bottom, all.Rated) : null);
    }
}
