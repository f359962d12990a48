using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Ledger;

/// <summary>A case that has a price, and what it claims of each of its contacts.</summary>
internal sealed record CaseClaim(CaseState Case, Timeline Timeline, Claim Claim);

/// <summary>
/// Counts each contact's money once. Contacts of one profile and slot have the same claims, so they are shared out together.
/// </summary>
internal sealed class ContactLedger
{
    private readonly EnginePlan _plan;
    private readonly TimeUnit _bucketUnit;
    private readonly ILookup<(RulePlan Rule, GroupKey Group), CaseClaim> _claims;
    private readonly Func<Profile, RulePlan, GroupKey?> _groupOf;
    private readonly Func<Profile, RulePlan, ImmutableArray<string>> _ownersOf;
    private readonly ImmutableArray<RulePlan> _byPriority;
    private readonly Dictionary<(RulePlan Rule, string Owners), (ImmutableArray<string> Owners, Account Account)> _routes = [];
    private readonly Dictionary<CaseState, Account> _cases = [];

    /// <param name="groupOf">The group a profile belongs to under a rule; null where it lacks a value.</param>
    /// <param name="ownersOf">The owners a contact rule routes a profile's contacts to.</param>
    public ContactLedger(EnginePlan plan, IEnumerable<CaseClaim> claims, Func<Profile, RulePlan, GroupKey?> groupOf, Func<Profile, RulePlan, ImmutableArray<string>> ownersOf)
    {
        _plan = plan;
        _bucketUnit = plan.BucketUnit;
        _claims = claims.OrderBy(claim => claim.Case.Opened.UtcTicks).ToLookup(claim => (claim.Case.Rule, claim.Case.Group));
        _groupOf = groupOf;
        _ownersOf = ownersOf;
        _byPriority = [.. plan.Rules.OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Index)];
    }

    /// <summary>Distinct contacts that a rule without measures routed.</summary>
    public long Routed { get; private set; }

    public IEnumerable<(RulePlan Rule, ImmutableArray<string> Owners, Account Account)> Routes =>
        _routes.Select(route => (route.Key.Rule, route.Value.Owners, route.Value.Account));

    public Account AccountOf(CaseState state) => _cases.TryGetValue(state, out var account) ? account : new Account();

    /// <summary>Shares out the contacts of a profile.</summary>
    public void Add(Profile profile)
    {
        var entries = Entries(profile);
        var isRouted = entries.Exists(entry => entry.Claim is null);
        var present = new List<Account>(entries.Count);
        Span<Claim> claims = new Claim[entries.Count];
        Span<Claim> weights = new Claim[entries.Count];
        foreach (ref readonly var cell in profile.Cells.Span)
        {
            present.Clear();
            foreach (var (claim, account) in entries)
            {
                if (claim is null || claim.Case.Holds(claim.Timeline.IndexOf(cell.Slot, _bucketUnit)))
                {
                    claims[present.Count] = claim?.Claim ?? Claim.Whole;
                    present.Add(account);
                }
            }

            Claims.Share(_plan.Project.Match, claims[..present.Count], weights);
            for (var i = 0; i < present.Count; i++)
            {
                present[i].Add(cell.Contacts, cell.Unpriced, cell.Cost, weights[i]);
            }

            Routed += isRouted ? cell.Contacts : 0;
        }
    }

    /// <summary>The claims that a profile's contacts may have, in the order of priority; a contact route has no case.</summary>
    private List<(CaseClaim? Claim, Account Account)> Entries(Profile profile)
    {
        var entries = new List<(CaseClaim? Claim, Account Account)>();
        var isTaken = false;
        foreach (var rule in _byPriority)
        {
            if (!profile.Holds(rule.Population))
            {
                continue;
            }

            if (rule.Signal is null)
            {
                if (!isTaken)
                {
                    entries.Add((null, RouteOf(rule, _ownersOf(profile, rule))));
                    isTaken = _plan.Project.Match == MatchPolicy.First;
                }
            }
            else if (_groupOf(profile, rule) is { } group)
            {
                foreach (var claim in _claims[(rule, group)])
                {
                    entries.Add((claim, _cases.TryGetValue(claim.Case, out var account) ? account : _cases[claim.Case] = new Account()));
                }
            }
        }

        return entries;
    }

    private Account RouteOf(RulePlan rule, ImmutableArray<string> owners)
    {
        var key = (rule, string.Join('\u001f', owners));
        if (!_routes.TryGetValue(key, out var route))
        {
            _routes.Add(key, route = (owners, new Account()));
        }

        return route.Account;
    }
}
