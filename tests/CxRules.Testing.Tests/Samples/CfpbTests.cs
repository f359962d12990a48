using System.Text.RegularExpressions;
using CxRules.Language;
using CxRules.Language.Text;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Samples;

/// <summary>Four years of complaints about one bank: rules/cfpb finds the two known days and stays quiet otherwise.</summary>
public sealed partial class CfpbTests
{
    private const string Checking = "Checking or savings account";
    private const string Mortgage = "Mortgage";

    /// <summary>May 2017 to June 2021.</summary>
    private const int Months = 50;

    private static readonly string Folder = Repository.PathOf("rules/cfpb");
    private static readonly Lazy<ReplayResult> Result = new(() => RuleFolder.Load(Folder).Replay());
    private static readonly Lazy<ReplayResult> WithoutFloor = new(ReplayProductsWithoutFloor);

    public static TheoryData<string, DateTime, int, decimal> KnownDays { get; } = new()
    {
        { Checking, new DateTime(2018, 9, 24), 31, 9.29m },
        { Mortgage, new DateTime(2018, 3, 7), 22, 4.25m },
    };

    [Theory]
    [MemberData(nameof(KnownDays))]
    public void KnownDay_IsInACaseAboutItsProduct(string product, DateTime day, int observed, decimal expected)
    {
        var found = Assert.Single(Result.Value.Cases, found => IsAbout(found, product) && Holds(found, day));
        var point = Assert.Single(found.Chart, point => point.Start == day);
        Assert.Equal((observed, expected), ((int)point.Observed, Math.Round(point.Expected ?? -1, 2)));
        Assert.NotNull(found.Cost);
        Assert.True(found.PValue < 1e-4, $"p = {found.PValue}");
    }

    [Theory]
    [MemberData(nameof(KnownDays))]
    public void KnownDay_IsFoundWithoutAnyFloor(string product, DateTime day, int observed, decimal expected)
    {
        var found = Assert.Single(WithoutFloor.Value.Cases, found => IsAbout(found, product) && Holds(found, day));
        Assert.Contains(found.Chart, point => point.Start == day && point.Observed == observed && expected > 0);
    }

    [Fact]
    public void OtherCases_AreFewerThanOneAMonth()
    {
        var others = Result.Value.Cases.Where(found => !(IsAbout(found, Checking) && Holds(found, new(2018, 9, 24))) && !(IsAbout(found, Mortgage) && Holds(found, new(2018, 3, 7)))).ToList();
        Assert.Equal(Result.Value.Cases.Length - 2, others.Count);
        Assert.InRange(others.Count, 1, Months - 1);
        Assert.All(others.GroupBy(found => (found.OpenedUtc.Year, found.OpenedUtc.Month)), month => Assert.InRange(month.Count(), 1, 4));
    }

    /// <summary>The states' benefits were paid on these cards from April 2020, and a hundred complaints a month came of it.</summary>
    [Fact]
    public void BenefitCards_BringACaseThatIsStillOpen()
    {
        var found = Assert.Single(Result.Value.Cases, found => found.Rule == "benefit-cards-all-year");
        Assert.Equal((2020, 4), (found.OpenedUtc.Year, found.OpenedUtc.Month));
        Assert.Null(found.ClosedUtc);
        Assert.Equal<string>(["Government Cards", "Fraud"], found.Owners);
    }

    [Fact]
    public void ContactRules_RouteEachComplaint() =>
        Assert.Equal([("answered-late", 505L), ("stolen-identity", 720L)], Result.Value.ContactRoutes.Select(route => (route.Rule, route.Contacts)).Order());

    [Fact]
    public void Rules_NameNoDate() =>
        Assert.All(Directory.EnumerateFiles(Folder).Where(file => Path.GetFileName(file) is not "cxrules.yaml"), file => Assert.DoesNotMatch(Year(), File.ReadAllText(file)));

    private static ReplayResult ReplayProductsWithoutFloor()
    {
        var text = Floor().Replace(File.ReadAllText(Path.Combine(Folder, "products.cxr")), "");
        Assert.DoesNotContain("at least", text, StringComparison.Ordinal);
        var compilation = RuleCompilation.Create(new([new("products.cxr", text)], Read("cxrules.yaml"), [Read("cfpb.source.yaml")]), new(2026, 6, 1));
        return Replay.Run(new(compilation.RuleSet, compilation.Sources[0], RuleFolder.Load(Folder).Files));
    }

    private static SourceText Read(string file) => new(Path.Combine(Folder, file), File.ReadAllText(Path.Combine(Folder, file)));

    private static bool IsAbout(ReplayCase found, string product) => found.Group.Any(pair => pair.Key == "product" && pair.Value == product);

    private static bool Holds(ReplayCase found, DateTime day) => found.Chart.Any(point => point.InCase && point.Start.Date == day);

    [GeneratedRegex(@"\n\s*and at least \d+ contacts")]
    private static partial Regex Floor();

    [GeneratedRegex(@"\b20[12][0-9]\b")]
    private static partial Regex Year();
}
