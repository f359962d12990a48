using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class ExposuresTests
{
    private static readonly Project Declared = new()
    {
        Exposures =
        [
            new("orders", "orders.csv") { Counts = ImmutableSortedDictionary<DateOnly, decimal>.Empty.Add(SmallHistory.Monday, 7) },
            new("bills", "bills.csv") { Counts = ImmutableSortedDictionary<DateOnly, decimal>.Empty.Add(SmallHistory.Monday, 5) },
        ],
    };

    [Fact]
    public void Find_AName_IsItsSeries()
    {
        var exposures = new Exposures(Declared, SmallHistory.Timeline(TimeUnit.Day, 3));
        Assert.Equal(5, exposures.Find("bills")?.Over(0, 1));
        Assert.Equal(7, exposures.Find("orders")?.Over(0, 1));
        Assert.Same(exposures.Find("bills"), exposures.Find("bills"));
        Assert.Null(exposures.Find(null));
        var unknown = exposures.Find("Bills");
        Assert.NotNull(unknown);
        Assert.Null(unknown.Over(0, 1));
    }
}
