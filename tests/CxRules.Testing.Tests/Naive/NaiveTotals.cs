using System.Collections.Immutable;
using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A case or a route with a price.</summary>
internal sealed record NaiveLine(string Rule, ImmutableArray<string> Owners, NaiveClaim Claim, List<NaiveContact> Contacts, NaiveMoney Cost);

/// <summary>The money of all cases and routes, sorted into owners, touchpoints and dispositions.</summary>
internal sealed class NaiveTotals(Project project, NaiveLedger ledger, List<NaiveLine> lines)
{
    private const string None = "(none)";
    private readonly NaiveDispositions _dispositions = new(project);

    /// <summary>Owners who share a case share its cost in equal parts.</summary>
    public Dictionary<string, NaiveMoney> ByOwner => Sum(lines.SelectMany(line => (line.Owners.IsEmpty ? [None] : line.Owners)
        .Select(owner => (owner, line.Cost / Math.Max(1, line.Owners.Length)))));

    public Dictionary<string, NaiveMoney> ByTouchpoint => ByContact(contact => contact.Code("touchpoint"));

    public Dictionary<string, NaiveMoney> ByDisposition => ByContact(contact => _dispositions.Of(contact)?.Code ?? contact.Code("disposition"));

    private Dictionary<string, NaiveMoney> ByContact(Func<NaiveContact, string?> name) => Sum(lines.SelectMany(line => line.Contacts
        .GroupBy(contact => name(contact) ?? None)
        .Select(contacts => (contacts.Key, ledger.CostOf(line.Claim, contacts)?.Sum ?? throw new InvalidOperationException("A case with a price has no contact without.")))));

    private static Dictionary<string, NaiveMoney> Sum(IEnumerable<(string Name, NaiveMoney Cost)> costs) => costs
        .GroupBy(cost => cost.Name, StringComparer.Ordinal)
        .ToDictionary(name => name.Key, name => name.Aggregate(NaiveMoney.Zero, (sum, cost) => sum + cost.Cost));
}
