using System.Text.Json;
using CxRules.Language;
using CxRules.Language.Text;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Samples;

/// <summary>The card's sentence over the generated year, held against what was planted in it.</summary>
public sealed class TelecomTests
{
    private static readonly string Folder = Repository.PathOf("samples/telecom");

    [Fact]
    public void TheSentence_OpensItsCaseForBilling_AndItsCostHoldsThePlantedCost()
    {
        var texts = new RuleTexts([Read("billing-confusion.cxr")], Read("cxrules.yaml"), [Read("telecom.source.yaml")]);
        var compilation = RuleCompilation.Create(texts, new DateOnly(2026, 6, 1));
        Assert.Empty(compilation.Diagnostics);
        var result = Replay.Run(new(compilation.RuleSet, compilation.Sources[0], [Path.Combine(Folder, "history", "2026.csv.gz")]));

        var found = Assert.Single(result.Cases);
        Assert.Equal("billing-confusion", found.Rule);
        Assert.Equal("Billing", Assert.Single(found.Owners));
        Assert.Equal(3, found.OpenedUtc.Month);
        var (contacts, cost) = Planted();
        Assert.NotNull(found.Excess);
        Assert.InRange(contacts, found.Excess.Low, found.Excess.High);
        Assert.NotNull(found.Cost);
        Assert.InRange(cost, found.Cost.Value.Low, found.Cost.Value.High);
    }

    private static SourceText Read(string file) => new(Path.Combine(Folder, file), File.ReadAllText(Path.Combine(Folder, file)));

    private static (decimal Contacts, decimal Cost) Planted()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")));
        var bill = truth.RootElement.GetProperty("events").EnumerateArray()
            .Single(planted => planted.GetProperty("disposition").GetString() == "billing-confusion" && planted.GetProperty("from").GetString() == "2026-03-09");
        return (bill.GetProperty("contacts").GetDecimal(), bill.GetProperty("cost").GetDecimal());
    }
}
