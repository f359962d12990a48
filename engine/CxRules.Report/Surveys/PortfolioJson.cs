using System.Globalization;
using System.Text.Json;
using CxRules.Model.Cases;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Departments and what they have before them.</summary>
internal static class PortfolioJson
{
    public static void Write(Utf8JsonWriter json, Portfolio portfolio)
    {
        json.WriteString("asOf", Day(portfolio.AsOf));
        json.WriteObjectOrNull("savings", portfolio.Replay.Totals.Savings, LifeJson.WriteLedger);
        WriteLoop(json, portfolio.Loop);
        json.WriteArray("owners", portfolio.Owners, static (json, owner) =>
        {
            json.WriteStartObject();
            json.WriteString("name", owner.Name);
            WriteCounts(json, owner);
            MoneyJson.WriteCost(json, owner.Cost);
            json.WriteNumberOrNull("perYear", owner.PerYear);
            json.WriteString("perYearUnknownBecause", owner.PerYearUnknownBecause);
            json.WriteNumberOrNull("sinceDeclined", owner.Declined?.Mid);
            json.WriteObjectOrNull("savings", owner.Savings, LifeJson.WriteLine);
            json.WriteStrings("caseIds", owner.Cases.Select(entry => entry.Case.Id));
            json.WriteEndObject();
        });
        json.WriteArray("cases", portfolio.Cases, (json, entry) => Write(json, entry, MoneyShown.Yes));
    }

    public static void Write(Utf8JsonWriter json, OwnerDigest digest)
    {
        json.WriteString("asOf", Day(digest.AsOf));
        json.WriteStartObject("owner");
        json.WriteString("name", digest.Account.Name);
        WriteCounts(json, digest.Account);
        MoneyJson.WriteCost(json, OwnerSheet.ShownCost(digest.Account));
        json.WriteObjectOrNull("savings", OutcomeSheet.ShownSavings(digest.Account), LifeJson.WriteLine);
        json.WriteEndObject();
        json.WriteArray("cases", digest.Account.Cases, static (json, entry) => Write(json, entry, entry.Case.ShowsCost ? MoneyShown.Yes : MoneyShown.No));
    }

    public static void WriteYearly(Utf8JsonWriter json, YearlyCost yearly)
    {
        json.WriteNumberOrNull("perYear", yearly.PerYear);
        json.WriteString("perYearUnknownBecause", yearly.UnknownBecause);
        json.WriteNumberOrNull("rank", (decimal?)yearly.Rank);
        json.WriteNumber("ranked", yearly.Ranked);
        json.WriteNumber("notRanked", yearly.Unranked);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteCounts(Utf8JsonWriter json, OwnerAccount owner)
    {
        json.WriteNumber("cases", owner.Cases.Length);
        json.WriteNumber("open", owner.Open);
        json.WriteNumber("active", owner.Active);
        json.WriteNumber("declined", owner.DeclinedCases);
        json.WriteNumber("withoutCost", owner.Unpriced);
        json.WriteNumber("routedContacts", owner.RoutedContacts);
        json.WriteArray("ageing", AgeSteps.All.Zip(owner.Ladder), static (json, rung) =>
        {
            json.WriteStartObject();
            json.WriteNumber("from", rung.First.From);
            json.WriteNumberOrNull("to", (decimal?)rung.First.To);
            json.WriteNumber("cases", rung.Second);
            json.WriteEndObject();
        });
        json.WriteNumber("verifiedFixes", owner.Fixes);
        json.WriteNumber("fixesWithoutSavings", owner.UnpricedFixes);
        WriteLoop(json, owner.Loop);
    }

    private static void WriteLoop(Utf8JsonWriter json, LoopAccount loop)
    {
        json.WriteStartObject("told");
        json.WriteObjectOrNull("customers", loop.Customers, Write);
        json.WriteObjectOrNull("agents", loop.Agents, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LoopCoverage coverage)
    {
        json.WriteNumber("toTell", coverage.ToTell);
        json.WriteNumber("told", coverage.Told);
        json.WriteNumberOrNull("coverage", coverage.Share);
        json.WriteNumber("overdue", coverage.Overdue);
    }

    private static void Write(Utf8JsonWriter json, StandingCase entry, MoneyShown money)
    {
        var @case = entry.Case;
        json.WriteStartObject();
        json.WriteString("id", @case.Id);
        json.WriteString("rule", @case.Rule);
        json.WriteString("title", @case.Title);
        json.WritePairs("group", @case.Group);
        json.WriteStrings("owners", @case.Owners);
        json.WriteString("state", CaseStandings.NameOf(@case.Life.Standing));
        json.WriteInstant("since", new DateTime(@case.Life.Since, DateTimeKind.Utc));
        json.WriteNumber("daysInState", entry.Age);
        json.WriteBoolean("open", entry.IsOpen);
        json.WriteNumber("contacts", @case.Contacts);
        json.WriteBoolean("costShown", money == MoneyShown.Yes);
        if (money == MoneyShown.Yes)
        {
            MoneyJson.WriteCost(json, @case.Cost);
            json.WriteString("costUnknownBecause", @case.CostUnknownBecause);
            WriteYearly(json, entry.Yearly);
            LifeJson.WriteMeterOf(json, @case);
        }

        json.WriteEndObject();
    }
}
