using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Ledger;

/// <summary>A case that has a price, and what it claims of each of its contacts.</summary>
internal sealed record CaseClaim(CaseState Case, Timeline Timeline, Claim Claim);

/// <summary>
/// Counts each contact's money once, and so the customers lost and the escalations that go with it. Contacts of one profile and slot have
/// the same claims, so they are shared out together.
/// </summary>
internal sealed class ContactLedger
{
    private readonly EnginePlan _plan;
    private readonly TimeUnit _bucketUnit;
    private readonly ILookup<(RulePlan Rule, GroupKey Group), CaseClaim> _claims;
    private readonly Func<Profile, RulePlan, GroupKey?> _groupOf;
    private readonly Func<Profile, RulePlan, ImmutableArray<string>> _ownersOf;
    private readonly Func<Profile, (int Disposition, int Touchpoint)> _partOf;
    private readonly ImmutableArray<(RulePlan Rule, bool IsAboutContacts)> _byPriority;
    private readonly Dictionary<(RulePlan Rule, string Owners), Route> _routes = [];
    private readonly Dictionary<CaseState, Account> _cases = [];

    /// <param name="groupOf">The group a profile belongs to under a rule; null where it lacks a value.</param>
    /// <param name="ownersOf">The owners a contact rule routes a profile's contacts to.</param>
    /// <param name="partOf">The codes that money is added up by.</param>
    public ContactLedger(
        EnginePlan plan,
        IEnumerable<CaseClaim> claims,
        Func<Profile, RulePlan, GroupKey?> groupOf,
        Func<Profile, RulePlan, ImmutableArray<string>> ownersOf,
        Func<Profile, (int Disposition, int Touchpoint)> partOf)
    {
        _plan = plan;
        _bucketUnit = plan.BucketUnit;
        _claims = claims.OrderBy(claim => claim.Case.Opened.UtcTicks).ToLookup(claim => (claim.Case.Rule, claim.Case.Group));
        _groupOf = groupOf;
        _ownersOf = ownersOf;
        _partOf = partOf;
        _byPriority =
        [
            .. plan.Rules.Where(rule => rule.Kind != RuleKind.Cases).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Index)
                .Select(rule => (rule, rule.Kind == RuleKind.Contacts)),
        ];
    }

    /// <summary>The slot in which a population counts the contacts that a profile has in one.</summary>
    public Func<Profile, int, int, int> SlotOf { get; init; } = static (_, _, slot) => slot;

    /// <summary>Whether a contact rule takes the contacts that a profile has in a slot: where it waits for a signal, only while that is active.</summary>
    public Func<RulePlan, Profile, int, bool> Takes { get; init; } = static (_, _, _) => true;

    /// <summary>Distinct contacts that a rule without measures routed.</summary>
    public long Routed { get; private set; }

    public IEnumerable<Route> Routes => _routes.Values;

    public Account AccountOf(CaseState state) => _cases.TryGetValue(state, out var account) ? account : new Account();

    /// <summary>Shares out the contacts of a profile.</summary>
    public void Add(Profile profile)
    {
        var (disposition, touchpoint) = _partOf(profile);
        var entries = Entries(profile).ConvertAll(entry => (entry.Rule, entry.Claim, Part: entry.Account.Part(disposition, touchpoint)));
        if (entries.Count == 0)
        {
            return;
        }

        var present = new List<AccountPart>(entries.Count);
        Span<Claim> claims = new Claim[entries.Count];
        Span<Claim> weights = new Claim[entries.Count];
        Span<Claim> stated = new Claim[entries.Count];
        foreach (ref readonly var cell in profile.Counts.Span)
        {
            present.Clear();
            var isRouted = false;
            foreach (var (rule, claim, part) in entries)
            {
                if (IsPresent(rule, claim, profile, cell.Slot, isRouted))
                {
                    claims[present.Count] = claim?.Claim ?? Claim.Whole;
                    present.Add(part);
                    isRouted |= claim is null;
                }
            }

            Claims.Share(_plan.Project.Match, claims[..present.Count], weights);
            if (cell.Consequences is not null)
            {
                claims[..present.Count].Fill(Claim.Whole);
                Claims.Share(_plan.Project.Match, claims[..present.Count], stated);
            }

            for (var i = 0; i < present.Count; i++)
            {
                present[i].Add(cell, weights[i], stated[i]);
            }

            Routed += isRouted ? cell.Contacts - (cell.Consequences?.Beside ?? 0) : 0;
        }
    }

    /// <summary>What the contacts of a profile and slot are shared out to, in the order of priority: the same figures that <see cref="Add"/> uses.</summary>
    /// <param name="claimOf">What an entry claims.</param>
    public IEnumerable<LedgerShare> SharesOf(Profile profile, int slot, Func<CaseClaim?, Claim> claimOf)
    {
        var isRouted = false;
        var present = Entries(profile).FindAll(entry =>
        {
            var isPresent = IsPresent(entry.Rule, entry.Claim, profile, slot, isRouted);
            isRouted |= isPresent && entry.Claim is null;
            return isPresent;
        });
        Claim[] claims = [.. present.Select(entry => claimOf(entry.Claim))];
        var weights = new Claim[claims.Length];
        Claims.Share(_plan.Project.Match, claims, weights);
        return present.Select((entry, index) => new LedgerShare(entry.Rule, entry.Claim?.Case, entry.Claim is null ? _ownersOf(profile, entry.Rule) : [], claims[index], weights[index]));
    }

    /// <param name="isRouted">A rule before it routes the contact.</param>
    private bool IsPresent(RulePlan rule, CaseClaim? claim, Profile profile, int slot, bool isRouted) => claim is null
        ? !(isRouted && _plan.Project.Match == MatchPolicy.First) && Takes(rule, profile, slot)
        : claim.Case.Holds(claim.Timeline.IndexOf(SlotOf(profile, claim.Case.Rule.Population, slot), _bucketUnit));

    /// <summary>The claims that a profile's contacts may have, in the order of priority; a contact route has no case.</summary>
    private List<(RulePlan Rule, CaseClaim? Claim, Account Account)> Entries(Profile profile)
    {
        var entries = new List<(RulePlan Rule, CaseClaim? Claim, Account Account)>();
        var isTaken = false;
        foreach (var (rule, isAboutContacts) in _byPriority)
        {
            if (!profile.Holds(rule.Population))
            {
                continue;
            }

            if (isAboutContacts)
            {
                if (!isTaken && rule.Route is not null)
                {
                    entries.Add((rule, null, RouteOf(rule, _ownersOf(profile, rule)).Account));
                    isTaken = _plan.Project.Match == MatchPolicy.First && rule.Signal is null;
                }
            }
            else if (_groupOf(profile, rule) is { } group)
            {
                foreach (var claim in _claims[(rule, group)])
                {
                    entries.Add((rule, claim, _cases.TryGetValue(claim.Case, out var account) ? account : _cases[claim.Case] = new Account()));
                }
            }
        }

        return entries;
    }

    private Route RouteOf(RulePlan rule, ImmutableArray<string> owners)
    {
        var key = (rule, string.Join('\u001f', owners));
        if (!_routes.TryGetValue(key, out var route))
        {
            _routes.Add(key, route = new(rule, owners, new Account()));
        }

        return route;
    }

    /// <summary>Contacts that a rule without measures sent to the same owners.</summary>
    internal sealed record Route(RulePlan Rule, ImmutableArray<string> Owners, Account Account);
}

/// <summary>What one claimant gets of a contact.</summary>
/// <param name="Case">Null for a contact route.</param>
/// <param name="Owners">Of a contact route; a case has its own.</param>
internal readonly record struct LedgerShare(RulePlan Rule, CaseState? Case, ImmutableArray<string> Owners, Claim Claim, Claim Weight);
