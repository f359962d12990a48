using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>The factors that depend on a field, for a rule's groups.</summary>
/// <param name="per">What the rule groups by.</param>
internal sealed class GroupFactors(ImmutableArray<ContactField> per, ContactDictionaries dictionaries)
{
    private readonly Dictionary<(FactorsPlan Plan, int Code), decimal?> _known = [];

    /// <summary>1 where an amount has none; null where it has none for the group's code.</summary>
    public decimal? Of(FactorsPlan? plan, Evaluation at)
    {
        if (plan is null)
        {
            return 1;
        }

        var code = at.Group.Key.Codes[per.IndexOf(plan.Field)];
        if (!_known.TryGetValue((plan, code), out var factor))
        {
            _known.Add((plan, code), factor = Find(plan, dictionaries[plan.Field][code]));
        }

        if (factor is null)
        {
            at.UnknownBecause ??= $"no factor is given for the {plan.Field.Name} '{dictionaries[plan.Field][code]}'";
        }

        return factor;
    }

    private static decimal? Find(FactorsPlan plan, string value)
    {
        foreach (var row in plan.Rows)
        {
            if (row.Codes.Contains(value))
            {
                return row.Factor;
            }
        }

        return plan.Otherwise;
    }
}
