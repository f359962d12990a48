using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>author, severity, priority, expires, see.</summary>
internal sealed class HeaderBinder(BindingScope scope)
{
    private static readonly Dictionary<string, Func<HeaderBinder, HeaderClauseSyntax, BoundRule, BoundRule>> ByKeyword = new(StringComparer.OrdinalIgnoreCase)
    {
        ["author"] = static (binder, clause, rule) => rule with { Author = binder.Name(clause, "Write a name, in quotes if it is more than one word.") },
        ["see"] = static (binder, clause, rule) => rule with { See = binder.Name(clause, "Write an address in quotes: `see \"https://wiki/bill-redesign\"`.") },
        ["severity"] = static (binder, clause, rule) => binder.BindSeverity(clause, rule),
        ["priority"] = static (binder, clause, rule) => binder.BindPriority(clause, rule),
        ["expires"] = static (binder, clause, rule) => binder.BindExpires(clause, rule),
    };

    public BoundRule Bind(HeaderClauseSyntax clause, BoundRule rule) =>
        clause.Value is not BadOperandSyntax && ByKeyword.TryGetValue(clause.Keyword, out var bind) ? bind(this, clause, rule) : rule;

    private string? Name(HeaderClauseSyntax clause, string help)
    {
        switch (clause.Value)
        {
            case TextSyntax { Value.Length: > 0 } text:
                return text.Value;
            case WordsSyntax words:
                return words.Value;
            default:
                Refuse(clause, null, help);
                return null;
        }
    }

    private BoundRule BindSeverity(HeaderClauseSyntax clause, BoundRule rule)
    {
        if (SeverityTable.TryFind(clause.Value, out var severity))
        {
            return rule with { Severity = severity };
        }

        var nearest = DidYouMean.Nearest(scope.Written(clause.Value), SeverityTable.Words);
        Refuse(clause, nearest, nearest is null ? $"Write {SeverityTable.Listed}." : $"Did you mean '{nearest}'?");
        return rule;
    }

    private BoundRule BindPriority(HeaderClauseSyntax clause, BoundRule rule)
    {
        if (clause.Value is NumberSyntax { Unit: null, Value: >= int.MinValue and <= int.MaxValue } number && number.Value == decimal.Truncate(number.Value))
        {
            return rule with { Priority = (int)number.Value };
        }

        Refuse(clause, null, "Write a whole number; the higher comes first. How grave a rule is says `severity high`.");
        return rule;
    }

    private BoundRule BindExpires(HeaderClauseSyntax clause, BoundRule rule)
    {
        if (clause.Value is DateSyntax date)
        {
            return rule with { Expires = date.Value };
        }

        Refuse(clause, null, "Write a date, year first: `expires 2027-06-30`.");
        return rule;
    }

    private void Refuse(HeaderClauseSyntax clause, string? replacement, string help) =>
        scope.ReportWithFix(BindingErrors.BadHeader, clause.Value.Span, replacement, clause.Keyword, scope.Written(clause.Value), help);
}
