using System.Globalization;
using CxRules.Model.Projects;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Baselines;

/// <summary>Each method by hand.</summary>
public sealed class BaselineMethodsTests
{
    /// <summary>Reference windows, the newest first; `-` is one that was left out.</summary>
    public static TheoryData<BaselineMethod, string, string> Methods => new()
    {
        { BaselineMethod.Median, "9 1 5", "5" },
        { BaselineMethod.Median, "9 1 5 7", "6" },
        { BaselineMethod.SameWeekday, "9 - 1 5 7", "6" },
        { BaselineMethod.Mean, "9 1 5 7", "5.5" },

        // Below four nothing is trimmed; from four on one at either end; of sixteen, two.
        { BaselineMethod.TrimmedMean, "9 1 2", "4" },
        { BaselineMethod.TrimmedMean, "9 1", "5" },
        { BaselineMethod.TrimmedMean, "7", "7" },
        { BaselineMethod.TrimmedMean, "9 1 5 7", "6" },
        { BaselineMethod.TrimmedMean, "100 1 2 3 4 5 6 0", "3.5" },
        { BaselineMethod.TrimmedMean, "1 1 1 1 1 1 1 1 1 1 1 1 5 5 90 -8", "1.333333333333" },
        { BaselineMethod.TrimmedMean, "0 0 1 1 1 1 1 1 1 1 1 1 1 1 9 9", "1" },

        // (10 + 0.7·20) ÷ 1.7
        { BaselineMethod.Ewma, "10 20", "14.117647058824" },

        // (10 + 0.7·20 + 0.49·0 + 0.343·40) ÷ (1 + 0.7 + 0.49 + 0.343)
        { BaselineMethod.Ewma, "10 20 0 40", "14.8914330833" },

        // A window left out leaves its age: (10 + 0.49·0 + 0.343·40) ÷ (1 + 0.49 + 0.343)
        { BaselineMethod.Ewma, "10 - 0 40", "12.940534642662" },
        { BaselineMethod.Ewma, "- 10 20", "14.117647058824" },
        { BaselineMethod.Ewma, "5 5 5 5 5 5 5 5", "5" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Learn_FromWindows_IsTheMethodsFigure(BaselineMethod method, string windows, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), decimal.Round(BaselineMethods.Learn(method, Values(windows), 1) ?? -1, 12));

    /// <summary>Reference windows as quotients, the newest first, and the figure as one: no digit is lost on the way.</summary>
    [Theory]
    [InlineData(BaselineMethod.Mean, "1/3 2/3 4/3", 7, 9)]
    [InlineData(BaselineMethod.Mean, "1/3", 1, 3)]
    [InlineData(BaselineMethod.Median, "5/3 1/3 2/3", 2, 3)]
    [InlineData(BaselineMethod.Median, "5/3 1/7 2/3 8/3", 7, 6)]
    [InlineData(BaselineMethod.SameWeekday, "5/3 - 1/7 2/3 8/3", 7, 6)]
    [InlineData(BaselineMethod.PerExposure, "5/3 1/3 2/3", 2, 3)]
    [InlineData(BaselineMethod.TrimmedMean, "100/1 1/3 0/1 1/7", 5, 21)]
    [InlineData(BaselineMethod.TrimmedMean, "9/1 1/3 2/3", 10, 3)]

    // Alike, they are the figure; (⅓ + 0.7·⅔) ÷ 1.7; and one left out: (⅓ + 0.49·⅔) ÷ 1.49.
    [InlineData(BaselineMethod.Ewma, "1/3 1/3 1/3 1/3", 1, 3)]
    [InlineData(BaselineMethod.Ewma, "1/3 2/3", 8, 17)]
    [InlineData(BaselineMethod.Ewma, "1/3 - 2/3", 66, 149)]
    [InlineData(BaselineMethod.Ewma, "- 1/3 2/3", 8, 17)]
    public void LearnExactly_FromWindows_IsTheMethodsFigure(BaselineMethod method, string windows, int over, int under)
    {
        var exact = windows.Split(' ').Index().Where(window => window.Item != "-").ToDictionary(window => window.Index + 1, window => Numbers(window.Item));
        List<ReferenceValue> values = [.. exact.Select(window => new ReferenceValue(window.Key, window.Value[0] / window.Value[1]))];
        Assert.Equal(0, BaselineMethods.LearnExactly(method, values, value => (Fraction)exact[value.Back][0] / exact[value.Back][1]).CompareTo((Fraction)(decimal)over / under));
    }

    private static decimal[] Numbers(string quotient) => [.. quotient.Split('/').Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData(BaselineMethod.Median)]
    [InlineData(BaselineMethod.Mean)]
    [InlineData(BaselineMethod.TrimmedMean)]
    [InlineData(BaselineMethod.Ewma)]
    [InlineData(BaselineMethod.PerExposure)]
    public void Learn_FromTooFewWindows_IsUnknown(BaselineMethod method)
    {
        Assert.Null(BaselineMethods.Learn(method, Values("1 2 3"), 4));
        Assert.NotNull(BaselineMethods.Learn(method, Values("1 2 3 4"), 4));
        Assert.Null(BaselineMethods.Learn(method, [], 0));
    }

    private static List<ReferenceValue> Values(string windows) =>
        [.. windows.Split(' ').Index().Where(window => window.Item != "-").Select(window => new ReferenceValue(window.Index + 1, decimal.Parse(window.Item, CultureInfo.InvariantCulture)))];
}
