using CxRules.Language.Syntax;
using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>Clauses that have no meaning in a rule of its kind.</summary>
internal sealed class ClauseLimits(BindingScope scope, RuleKind kind)
{
    private const string OnArrival = "each contact is judged when it arrives; say of the contact when it came, as in `weekday in (saturday, sunday)`.";

    private static readonly Dictionary<string, string> OfContacts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["for"] = "each contact is judged once, so nothing can be held.",
        ["until"] = "each contact is judged once, so there is no signal to clear.",
        ["every"] = "each contact is judged when it arrives.",
        ["per"] = "it opens no case that could be split; each contact is routed by itself.",
        ["only"] = OnArrival,
        ["except"] = OnArrival,
    };

    private static readonly Dictionary<string, string> OfCases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["until"] = "it acts when a case or a signal changes, and opens no case that could be cleared.",
        ["per"] = "it opens no case that could be split.",
    };

    public void Check(RuleSyntax rule)
    {
        if (kind == RuleKind.Measures)
        {
            return;
        }

        var refused = kind == RuleKind.Contacts ? OfContacts : OfCases;
        foreach (var clause in rule.Clauses)
        {
            if (refused.TryGetValue(clause.Keyword, out var reason))
            {
                scope.Report(BindingErrors.ClauseNeedsMeasure, clause.KeywordSpan, clause.Keyword, reason);
            }
            else if (clause is ConditionClauseSyntax { Hold: { } hold } && refused.TryGetValue("for", out var held))
            {
                scope.Report(BindingErrors.ClauseNeedsMeasure, hold, "for", held);
            }
        }
    }
}
