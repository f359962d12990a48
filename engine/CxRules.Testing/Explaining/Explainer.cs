using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Model.Cases;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>How much of a case is explained.</summary>
public enum CaseDetail
{
    Figures,

    /// <summary>Each contact, too: the history is read a second time.</summary>
    Contacts,
}

/// <summary>Runs a replay and says how one of its figures came about: the production engine, asked again.</summary>
public static class Explainer
{
    private const int LeastOfId = 4;

    /// <param name="id">The id of a case, or the beginning of just one.</param>
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static Explained<CaseExplanation> Case(ReplayOptions options, string id, CaseDetail detail, IProgress<long>? progress = null) => Find(Replay.Decide(options, progress), id, detail);

    internal static Explained<CaseExplanation> Find(DecidedReplay replay, string id, CaseDetail detail)
    {
        var cases = replay.Result.Cases;
        var found = cases.Where(@case => @case.Id.Equals(id, StringComparison.OrdinalIgnoreCase) || (id.Length >= LeastOfId && @case.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found is not [var only])
        {
            return new(null, found.Count > 1 ? $"Several cases begin with `{id}`: {string.Join(", ", found.Select(@case => $"`{@case.Id}`"))}." : NoCase(id, cases));
        }

        var explanation = new CaseExplanation { Replay = replay.Result, Case = only, Match = replay.Options.RuleSet.Project.Match };
        return new(detail == CaseDetail.Contacts ? explanation with { Contacts = CaseMoney.Of(replay, only) } : explanation, null);
    }

    /// <param name="id">As the history has it.</param>
    public static Explained<ContactExplanation> Contact(ReplayOptions options, string id, IProgress<long>? progress = null)
    {
        var replay = Replay.Decide(options, progress);
        var seeker = new ContactSeeker(replay, id);
        replay.Pass.Again(replay.Plan, replay.Options, replay.Findings, seeker);
        return seeker.Found is { } found
            ? new(found, null)
            : new(null, $"No accepted contact has the id `{id}`.{(seeker.Nearest is { } nearest ? $" Did you mean `{nearest}`?" : " A row that was refused or superseded counts nowhere: replay lists them.")}");
    }

    private static readonly Dictionary<RuleKind, string> NotEvaluated = new()
    {
        [RuleKind.Contacts] = "compares no measure: it acts on each contact. Ask for one with --contact ID.",
        [RuleKind.Cases] = "is about cases and signals, and measures nothing. Ask for one of its cases with --case ID.",
    };

    /// <param name="rule">The id of a rule.</param>
    /// <param name="day">A local day that the replay evaluates.</param>
    public static Explained<RuleExplanation> Rule(ReplayOptions options, string rule, DateOnly day, IProgress<long>? progress = null)
    {
        var rules = options.RuleSet.Rules;
        if (rules.FirstOrDefault(candidate => candidate.Id == rule) is not { } bound)
        {
            return new(null, $"There is no rule `{rule}`.{(DidYouMean.Nearest(rule, rules.Select(candidate => candidate.Id)) is { } nearest ? $" Did you mean `{nearest}`?" : $" There {(rules.Length == 1 ? "is" : "are")}: {string.Join(", ", rules.Select(candidate => $"`{candidate.Id}`"))}.")}");
        }

        if (NotEvaluated.TryGetValue(bound.Kind, out var because))
        {
            return new(null, $"`{rule}` {because}");
        }

        var replay = Replay.Decide(options, progress);
        var evaluations = replay.Pass.Engine.Explain(replay.Plan.Rules[bound.Ordinal], day)
            .Select(evaluation => new RuleEvaluation(evaluation, evaluation.Case is { } decision ? decision.Id : null))
            .ToImmutableArray();
        return evaluations.IsEmpty
            ? new(null, $"`{rule}` is not evaluated on {Day(day)}: {Reason(replay.Result, day)}")
            : new(new(replay.Result, bound, day, evaluations), null);
    }

    private static string NoCase(string id, ImmutableArray<ReplayCase> cases) => cases.IsEmpty
        ? $"There is no case `{id}`: the replay opened none."
        : $"There is no case `{id}`.{(DidYouMean.Nearest(id, cases.Select(@case => @case.Id)) is { } nearest ? $" Did you mean `{nearest}`?" : " `cxrules replay … --format json` lists their ids; they change with the rule's id and its group.")}";

    private static string Reason(ReplayResult result, DateOnly day)
    {
        if (result.History is not { FromUtc: { } from, ToUtc: { } to } history)
        {
            return "the history holds no contact.";
        }

        var (first, last) = (history.Zone.DayOf(from.Ticks), history.Zone.DayOf(to.Ticks));
        return day < first || day > last
            ? $"the history goes from {Day(first)} to {Day(last)}."
            : "its `every`, --from and --to leave that day out, or none of its groups has had a contact by then.";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
