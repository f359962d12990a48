using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>author, severity, priority, expires, see.</summary>
internal sealed class HeaderBinder
{
    private readonly BindingScope _scope;
    private readonly Dictionary<string, Func<HeaderClauseSyntax, BoundRule, BoundRule>> _byKeyword;

    public HeaderBinder(BindingScope scope)
    {
        _scope = scope;
        _byKeyword = new(StringComparer.OrdinalIgnoreCase)
        {
            ["author"] = (clause, rule) => rule with { Author = Name(clause, "Write a name, in quotes if it is more than one word.") },
            ["see"] = (clause, rule) => rule with { See = Name(clause, "Write an address in quotes: `see \"https://wiki/bill-redesign\"`.") },
            ["severity"] = BindSeverity,
            ["priority"] = BindPriority,
            ["expires"] = BindExpires,
        };
    }

    public BoundRule Bind(HeaderClauseSyntax clause, BoundRule rule) =>
        clause.Value is not BadOperandSyntax && _byKeyword.TryGetValue(clause.Keyword, out var bind) ? bind(clause, rule) : rule;

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

        var nearest = DidYouMean.Nearest(_scope.Written(clause.Value), SeverityTable.Words);
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
        _scope.ReportWithFix(BindingErrors.BadHeader, clause.Value.Span, replacement, clause.Keyword, _scope.Written(clause.Value), help);
}
