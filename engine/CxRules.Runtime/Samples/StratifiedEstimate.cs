using CxRules.Model.Projects;

namespace CxRules.Runtime.Samples;

/// <summary>What a sample found in one part of the work.</summary>
/// <param name="Looked">Hours in which was tallied, or contacts that were looked at.</param>
/// <param name="Whole">Hours open, or contacts that came; at least as many.</param>
/// <param name="Found">How many were found.</param>
public readonly record struct Stratum(double Looked, double Whole, long Found);

/// <summary>
/// Σ N_h·p̂_h over the strata of a sample (W. G. Cochran, Sampling Techniques, 3rd edition 1977, chapter 5). Its interval joins those of the strata by their
/// squared distances from the middle (G. Y. Zou, W. Huang, X. Zhang, "A note on confidence interval estimation for a linear function of binomial
/// proportions", Computational Statistics and Data Analysis 53, 2009, 1080–1085): with one stratum it is that of the stratum, and it holds its level
/// where few were found, which the middle ± z·√Var does not.
/// </summary>
public static class StratifiedEstimate
{
    private static readonly Dictionary<SampleMethod, Func<Stratum, SampleEstimate>> ByMethod = new()
    {
        [SampleMethod.Tally] = Tally,
        [SampleMethod.Review] = Review,
    };

    /// <summary>How many there are in all strata together; null where nobody looked at one of them.</summary>
    public static SampleEstimate? Of(SampleMethod method, IEnumerable<Stratum> strata)
    {
        var (middle, below, above, variance) = (0.0, 0.0, 0.0, 0.0);
        foreach (var stratum in strata.Where(stratum => stratum.Whole > 0))
        {
            if (stratum.Looked <= 0)
            {
                return null;
            }

            var part = ByMethod[method](stratum);
            middle += part.Mid;
            below += Math.Pow(part.Mid - part.Low, 2);
            above += Math.Pow(part.High - part.Mid, 2);
            variance += part.StandardError * part.StandardError;
        }

        return new(middle - Math.Sqrt(below), middle, middle + Math.Sqrt(above), Math.Sqrt(variance));
    }

    /// <summary>
    /// A count of part of the hours, times total ÷ sampled hours. What was counted is known: only the other hours are uncertain, so the interval is
    /// √(1 − f) as wide, f being the part of the hours (the finite population correction, Cochran 2.6).
    /// </summary>
    private static SampleEstimate Tally(Stratum stratum)
    {
        var scale = stratum.Whole / stratum.Looked;
        var open = Math.Sqrt(1 - (stratum.Looked / stratum.Whole));
        var middle = stratum.Found * scale;
        var (low, high) = Limits.Garwood(stratum.Found);
        return new(
            Math.Max(stratum.Found, middle - (open * (middle - (low * scale)))),
            middle,
            middle + (open * ((high * scale) - middle)),
            open * scale * Math.Sqrt(stratum.Found));
    }

    /// <summary>
    /// N·k/n with the Wilson interval of an effective size n·(N − 1)/(N − n) (Cochran 3.2: what of a small population was looked at is known).
    /// Never fewer than were found, nor more than were not found to be otherwise.
    /// </summary>
    private static SampleEstimate Review(Stratum stratum)
    {
        var (size, whole) = (stratum.Looked, stratum.Whole);
        var proportion = stratum.Found / size;
        if (size >= whole)
        {
            return new(stratum.Found, stratum.Found, stratum.Found, 0);
        }

        var (low, high) = Limits.Wilson(proportion, size * (whole - 1) / (whole - size));
        var deviation = Math.Sqrt((1 - (size / whole)) * proportion * (1 - proportion) / Math.Max(1, size - 1));
        var middle = whole * proportion;
        return new(
            Math.Min(middle, Math.Max(stratum.Found, whole * low)),
            middle,
            Math.Max(middle, Math.Min(whole - (size - stratum.Found), whole * high)),
            whole * deviation);
    }
}
