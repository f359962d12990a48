using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;

namespace CxRules.Testing.Replays;

/// <summary>Puts the session's decisions beside the rules' own words.</summary>
internal static class ReplayResultBuilder
{
    /// <summary>More often than this is said.</summary>
    private const double ChanceLevel = 0.001;

    private const int MostNamed = 8;

    public static ReplayResult Build(ReplayOptions options, EnginePlan plan, ReplayPass pass, Decisions decisions)
    {
        var cases = decisions.Cases.Select(decision => Case(decision, options.RuleSet.Rules[decision.Rule.Index])).ToImmutableArray();
        return new()
        {
            RuleSetName = options.RuleSet.Project.Name,
            RuleSetHash = options.RuleSet.Hash,
            History = History(options, plan, pass, decisions),
            Cases = cases,
            ContactRoutes = [.. decisions.Routes.Select(route => new ContactRoute(route.Rule.Id, route.Owners, route.Contacts, route.Cost, route.CostUnknownBecause) { Breakdown = route.Breakdown })],
            Rules = [.. decisions.Rules.Select(rule => new RuleOutcome(rule.Rule.Id, options.RuleSet.Rules[rule.Rule.Index].Title, rule.Fired, rule.Unknown, rule.UnknownBecause) { RunRate = rule.RunRate })],
            Totals = new(decisions.Contacts, decisions.Routed, decisions.Cost)
            {
                FalseAlarms = decisions.FalseAlarms,
                Savings = SavingsLedger.Of(cases),
                ByOwner = decisions.ByOwner,
                ByTouchpoint = decisions.ByTouchpoint,
                ByDisposition = decisions.ByDisposition,
            },
            Rejects = [.. pass.Rejects],
            Currency = options.RuleSet.Project.Currency,
            CostNote = options.RuleSet.Project.CostNote is { } note ? $"Costs: {note}" : null,
            Notes = [.. Notes(options, plan, decisions), .. pass.Counts.Notes(plan.LateAfter)],
            Footnotes = [string.Create(CultureInfo.InvariantCulture, $"Telling duplicates apart took {pass.DoorBytes / 1024.0 / 1024.0:0.0} MB.")],
        };
    }

    private static ReplayHistory History(ReplayOptions options, EnginePlan plan, ReplayPass pass, Decisions decisions) => new()
    {
        Files = options.Files,
        Received = pass.Counts.Received,
        Accepted = decisions.Contacts + decisions.Beside.Sum(kind => kind.Value),
        Beside = decisions.Beside,
        Late = pass.Counts.Late,
        Superseded = pass.Counts.Superseded,
        Duplicate = pass.Counts.Duplicate,
        Quarantined = pass.Counts.Quarantined,
        Rejected = pass.Counts.Rejected,
        Erased = pass.Counts.Erased,
        FromUtc = Utc(decisions.FirstUtc),
        ToUtc = Utc(decisions.LastUtc),
        Zone = plan.Zone,
        Gaps = [.. decisions.Gaps.Select(DateOnly.FromDayNumber)],
    };

    private static ReplayCase Case(CaseDecision decision, BoundRule rule) => new()
    {
        Id = decision.Id,
        Rule = rule.Id,
        Title = rule.Title,
        Severity = rule.Route?.Priority ?? rule.Severity,
        Group = decision.Group,
        Owners = decision.Owners,
        Life = decision.Life,
        Meter = decision.Meter,
        Check = decision.Check,
        Savings = decision.Savings,
        MergedInto = decision.MergedInto,
        Joined = decision.Joined,
        IsFalseAlarm = decision.IsFalseAlarm,
        OpenedUtc = new DateTime(decision.Opened, DateTimeKind.Utc),
        ClosedUtc = Utc(decision.Closed),
        Peak = decision.Peak,
        Contacts = decision.Contacts,
        Basis = rule.Basis,
        Expected = decision.Excess?.Expected,
        Excess = decision.Excess is { } excess ? new(excess.Low, excess.Mid, excess.High) : null,
        PValue = decision.PValue,
        Cost = decision.Cost,
        CostUnknownBecause = decision.CostUnknownBecause,
        Estimate = decision.Estimate,
        Breakdown = decision.Breakdown,
        ShowsCost = rule.Route?.CostEstimate ?? false,
        Via = rule.Route?.Via,
        Evidence = decision.Evidence,
        Because = rule.Route?.Because,
        Condition = rule.ConditionText,
        Draw = () => [.. decision.Chart.Select(point => new CasePoint(point.Start, point.Observed, point.Expected, point.Low, point.High, point.InCase, point.Fired))],
        Unit = decision.Rule.Unit,
    };

    private static IEnumerable<string> Notes(ReplayOptions options, EnginePlan plan, Decisions decisions)
    {
        if (options.RuleSet.Project.Zone is null)
        {
            yield return options.Source.Zone is null
                ? "No zone is named: days and hours are UTC's."
                : $"Days and hours are those of {plan.Zone.Id}, the source's zone.";
        }

        if (decisions.Gaps.Length > 0)
        {
            var days = string.Join(", ", decisions.Gaps.Select(Date));
            yield return $"No data on {days}: no baseline learns from there, and windows that overlap it are unknown.";
        }

        if (!decisions.Beside.IsEmpty)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Beside the contacts stand {string.Join(", ", decisions.Beside.Select(kind => $"{kind.Value:N0} of kind '{kind.Key}'"))}: only rules that ask for `kind` count them, and they cost nothing.");
        }

        if (decisions.Cases.Count(found => found.Estimate is not null) is > 0 and var estimated)
        {
            yield return $"{Count(estimated, "case")} {(estimated == 1 ? "is" : "are")} estimated from samples: what that makes stands with the case and is in no total, as the same contacts may be counted elsewhere.";
        }

        if (decisions.Silence is { } silence)
        {
            yield return $"No contact at all from {Date(silence.First)} to {Date(silence.Last)}: if a contact before or after has a wrong date, no baseline here is right.";
        }

        if (decisions.UnpricedLeavers > 0)
        {
            yield return $"No `acquisition` is given for the day on which {Count(decisions.UnpricedLeavers, "customer")} left: their loss costs nothing here.";
        }

        foreach (var (kind, contacts) in decisions.UnnamedEscalations)
        {
            yield return $"{Count(contacts, "contact")} escalated as '{kind}', which the cost table of the day does not name: that costs nothing here.";
        }

        foreach (var rule in decisions.Rules.Where(rule => rule.Undecided > 0))
        {
            yield return $"{rule.Rule.Id}: the time in which another contact may follow is not over for {Count(rule.Undecided, "contact")}. They count when it is known.";
        }

        if (ByChance(decisions) is { } byChance)
        {
            yield return byChance;
        }

        var divided = plan.Rules.Where(rule => !rule.Per.IsEmpty && SignalMeasures.Levels(rule).Any()).Select(rule => rule.Id).ToList();
        if (divided.Count > 0)
        {
            yield return $"The chance level is divided by the number of groups with a known baseline (Bonferroni) in: {string.Join(", ", divided)}.";
        }
    }

    private static string Count(long count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");

    /// <summary>Rules that chance alone meets more often than at one of a thousand evaluations, the worst first.</summary>
    private static string? ByChance(Decisions decisions)
    {
        var rules = decisions.Rules
            .Select(rule => (rule.Rule.Id, Alone: rule.ChanceAlone))
            .Where(rule => rule.Alone?.Chance > ChanceLevel)
            .OrderByDescending(rule => rule.Alone?.Chance).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Id} (at {100 * rule.Alone?.Chance:0.##} % of its evaluations, where {rule.Alone?.Usual:0.#}{(rule.Alone?.Kind == QuantityKind.Share ? " %" : "")} are usual)"))
            .ToList();
        var more = rules.Count > MostNamed ? $" and {rules.Count - MostNamed} more" : "";
        return rules.Count == 0 ? null : $"Chance alone meets these rules on quiet days: {string.Join(", ", rules.Take(MostNamed))}{more}. Add `and beyond chance` to them, or `baseline: {{ chance guard: 0.001 }}` to the project.";
    }

    private static string Date(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime? Utc(long? ticks) => ticks is { } value ? new DateTime(value, DateTimeKind.Utc) : null;
}
