using System.Text.Json;
using CxRules.Language;
using CxRules.Language.Text;
using CxRules.Model.Cases;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;
using CxRules.Testing.Tests.Comparing;

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

    /// <summary>The fix is claimed on Monday, 16 November; four weeks are over on 14 December, and by then a promised price that nobody kept has brought its own contacts.</summary>
    [Fact]
    public void TheFix_ClaimedInNovember_IsFailedByTheEngineAndSavesNothing()
    {
        var folder = RuleFolder.Load(Folder);
        var file = TransitionFile.Load(Path.Combine(Folder, "2026-failed-fix.transitions.yaml"), folder.Compilation.RuleSet.Project);
        Assert.Equal((null, 0), (file.Problem, file.Diagnostics.Length));
        var result = Replay.Run(new(folder.Compilation.RuleSet, folder.Source, folder.Files) { Transitions = file.Steps });
        var found = Assert.Single(result.Cases);

        var steps = found.Life.Steps.SkipWhile(step => step.To != CaseStanding.Verifying).ToList();
        Assert.Empty(result.StepProblems);
        Assert.Equal([CaseStanding.Verifying, CaseStanding.Failed, CaseStanding.InProgress], steps.Select(step => step.To));
        Assert.All(steps, step => Assert.Equal(CaseTransition.Engine, step.By));
        Assert.Equal((new DateTime(2026, 12, 14).Ticks, CaseStanding.InProgress), (steps[1].At, found.Life.Standing));
        Assert.Equal(4, found.Check?.Windows.Length);
        var rose = Assert.Single(found.Check?.Comparisons ?? [], comparison => comparison.Rose);
        var (what, contacts) = Planted("price-promise", before: "2026-12-14");
        Assert.Equal($"disposition {what}", rose.What);
        Assert.InRange(rose.Observed - rose.Expected, contacts * .6m, contacts * 1.4m);
        Assert.StartsWith($"{rose.What} rose instead", steps[1].Because, StringComparison.Ordinal);
        Assert.Empty(found.Savings);
        Assert.Null(result.Totals.Savings);
    }

    private static SourceText Read(string file) => new(Path.Combine(Folder, file), File.ReadAllText(Path.Combine(Folder, file)));

    /// <summary>What was planted, and how many contacts of it there are before a day.</summary>
    private static (string? Disposition, decimal Contacts) Planted(string id, string before)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")));
        var planted = truth.RootElement.GetProperty("events").EnumerateArray().Single(planted => planted.GetProperty("id").GetString() == id);
        return (planted.GetProperty("disposition").GetString(), planted.GetProperty("days").EnumerateObject().Where(day => string.CompareOrdinal(day.Name, before) < 0).Sum(day => day.Value.GetDecimal()));
    }

    private static (decimal Contacts, decimal Cost) Planted()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")));
        var bill = truth.RootElement.GetProperty("events").EnumerateArray()
            .Single(planted => planted.GetProperty("disposition").GetString() == "billing-confusion" && planted.GetProperty("from").GetString() == "2026-03-09");
        return (bill.GetProperty("contacts").GetDecimal(), bill.GetProperty("cost").GetDecimal());
    }
}
