namespace CxRules.Testing.Surveys;

/// <summary>Ratings added up, in whole millionths.</summary>
internal sealed class RatingTally
{
    private const long One = 1_000_000;

    public long Rated { get; private set; }

    public long Sum { get; private set; }

    /// <summary>Ratings of 1 and 2 (and less), as `bottom-2 rate` counts them.</summary>
    public long Bottom { get; private set; }

    /// <summary>Ratings below 1 or above 5.</summary>
    public long OffScale { get; private set; }

    public void Add(long? rating)
    {
        if (rating is not { } known)
        {
            return;
        }

        Rated++;
        Sum += known;
        Bottom += known <= 2 * One ? 1 : 0;
        OffScale += known is < One or > SatisfactionReport.Top * One ? 1 : 0;
    }

    public void Add(RatingTally other)
    {
        Rated += other.Rated;
        Sum += other.Sum;
        Bottom += other.Bottom;
        OffScale += other.OffScale;
    }

    public decimal? Average => Rated == 0 ? null : Sum / (decimal)One / Rated;
}
