using CxRules.Language.Shapes;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>The keys of `baseline`.</summary>
internal static class BaselineKeys
{
    private const int MostWindows = 104;

    public static readonly Key<ChoiceShape<BaselineMethod>> Method = new("method", new(
        "method",
        new("median", BaselineMethod.Median, "The middle one of the reference windows: one odd week does not move it."),
        new("mean", BaselineMethod.Mean, "The average of the reference windows."),
        new("same weekday", BaselineMethod.SameWeekday, "The middle one of the same weekdays before."),
        new("trimmed mean", BaselineMethod.TrimmedMean, "The average without the lowest and the highest window."),
        new("ewma", BaselineMethod.Ewma, "An average in which late weeks count for more."),
        new("per exposure", BaselineMethod.PerExposure, "Contacts for each bill, order or appointment, times what the evaluated window had of these.")),
        "How the expected value is made from earlier windows.") { Default = "median" };

    public static readonly Key<WholeShape> Windows = new("windows", new(1, MostWindows, "8"), "How many earlier windows are looked at.") { Default = "8" };

    public static readonly Key<WholeShape> Least = new(
        "least", new(1, MostWindows, "4"), "With fewer windows left, after holidays, incidents and gaps, the baseline is unknown.") { Default = "4" };

    public static readonly Key<TextShape> Exposure = new(
        "exposure", new("the name of an exposure", "bills") { IsReference = true }, "The series that `per exposure` divides by.");

    public static readonly ChoiceShape<bool> NoGuard = new("setting", new Choice<bool>("off", true, "No test: a rule means literally what it says."));

    public static readonly NumberShape Level = new(0.000000001m, 0.5m, "0.001") { Expected = "a chance", AllowsPercent = true };

    public static readonly Key<UnionShape> Guard = new(
        "chance guard", new("a chance", "0.001", Level, NoGuard), "A comparison with a baseline also has to be this unlikely by chance alone.") { Default = "off" };

    public static readonly MapShape Map = new("`baseline`", "`baseline`", "{ method: median, windows: 8, least: 4 }", Method, Windows, Least, Exposure, Guard);
}
