using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Projects;
using CxRules.Language.Shapes;
using CxRules.Model.Cases;

namespace CxRules.Language.Transitions;

/// <summary>The keys of a file of what became of cases.</summary>
internal static class TransitionKeys
{
    public static readonly Key<TextShape> Case = new("case", new("the id of a case", "a1b2c3d4e5f60718"), "The case, as reports name it.") { IsRequired = true };

    public static readonly Key<ChoiceShape<CaseStanding>> State = new(
        "state",
        new("state of a case", [.. Enum.GetValues<CaseStanding>().OrderBy(standing => standing != CaseStanding.Declined).Select(standing => new Choice<CaseStanding>(CaseStandings.NameOf(standing), standing))]),
        "What the case became.") { IsRequired = true };

    public static readonly Key<LocalTimeShape> At = new("at", new("2026-03-04T09:30"), "When, in the project's time zone; a date by itself is its first moment.") { IsRequired = true };

    public static readonly Key<TextShape> By = new("by", new("a name", "Anna Berg"), "Who decided it.") { IsRequired = true };

    public static readonly Key<TextShape> Because = new("because", new("a text", "acceptable performance"), "Why; a case that is declined, disputed or a false alarm needs it.");

    public static readonly Key<DateShape> ReviewBy = new("review by", new("2026-06-30"), "Of a case that is declined: the day on which it comes back.");

    public static readonly Key<MoneyShape> Cap = new("cap", new(null, 0.01m, "20000 GBP"), "Of a case that is declined: it comes back sooner once it has cost more than this since.");

    public static readonly Key<MoneyShape> FixCost = new("fix cost", new(null, 0, "15000 GBP"), "Of a fix: what it cost.");

    public static readonly Key<ListShape<TextShape>> Owners = new(
        "owners", new(new("the name of an owner", "Billing"), "names of owners", "[Billing]") { AllowsOne = true, AllowsNone = false }, "Of a case that is routed anew: to whom.");

    public static readonly Key<TextShape> Into = new("into", new("the id of a case", "b2c3d4e5f6071829"), "Of a case that is merged: the case that goes on.");

    public static readonly MapShape Step = new(
        "a step of a case", "The step", "{ case: a1b2c3d4e5f60718, state: accepted, at: 2026-03-04T09:30, by: Anna Berg }",
        Case, State, At, By, Because, ReviewBy, Cap, FixCost, Owners, Into);

    public static readonly Key<ListShape<MapShape>> Transitions = new(
        "transitions", new(Step, "a list of steps", $"[{Step.Example}]"), "Steps that people took, in any order.") { IsRequired = true };

    public static readonly Key<ListShape<TextShape>> Customers = new(
        "customers", new(new("the key of a customer", "k4711"), "keys of customers, or `all`", "all") { AllowsOne = true, AllowsNone = false }, "Customers who were told what became of the case; `all` are those who had spoken up by then.");

    public static readonly Key<ListShape<TextShape>> Agents = new(
        "agents", new(new("the name of an agent", "a17"), "names of agents, or `all`", "[a17, a23]") { AllowsOne = true, AllowsNone = false }, "Agents who were told; `all` are those who had taken such a contact by then.");

    public static readonly MapShape Telling = new(
        "a telling", "The telling", "{ case: a1b2c3d4e5f60718, at: 2026-05-04, by: CX desk, customers: all }",
        Case, At, By with { Doc = "Who saw to it." }, Customers, Agents);

    public static readonly Key<ListShape<MapShape>> Told = new("told", new(Telling, "a list of tellings", $"[{Telling.Example}]"), "Who was told what became of a case, and when.");

    public static readonly MapShape File = new("a file of transitions", "The file", "transitions: [ … ]", Transitions, Told);

    /// <summary>What a state must say.</summary>
    public static readonly FrozenDictionary<CaseStanding, ImmutableArray<Key>> Needed = new Dictionary<CaseStanding, ImmutableArray<Key>>
    {
        [CaseStanding.Declined] = [Because, ReviewBy],
        [CaseStanding.Disputed] = [Because],
        [CaseStanding.FalseAlarm] = [Because],
        [CaseStanding.Merged] = [Into],
    }.ToFrozenDictionary();

    /// <summary>Keys that one state alone has.</summary>
    public static readonly ImmutableArray<(Key Key, CaseStanding Of)> Own =
    [
        (ReviewBy, CaseStanding.Declined),
        (Cap, CaseStanding.Declined),
        (FixCost, CaseStanding.FixClaimed),
        (Owners, CaseStanding.Routed),
        (Into, CaseStanding.Merged),
    ];
}
