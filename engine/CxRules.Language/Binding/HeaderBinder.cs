using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>author, severity, priority, expires, see.</summary>
internal sealed class HeaderBinder(BindingScope scope)
{
    private static readonly Dictionary<string, Func<HeaderBinder, HeaderClauseSyntax, RuleHeaders, RuleHeaders>> ByKeyword = new(StringComparer.OrdinalIgnoreCase)
    {
        ["author"] = static (binder, clause, headers) => headers with { Author = binder.Name(clause, "Write a name, in quotes if it is more than one word.") },
        ["see"] = static (binder, clause, headers) => headers with { See = binder.Name(clause, "Write an address in quotes: `see \"https://wiki/bill-redesign\"`.") },
        ["severity"] = static (binder, clause, headers) => binder.BindSeverity(clause, headers),
        ["priority"] = static (binder, clause, headers) => binder.BindPriority(clause, headers),
        ["expires"] = static (binder, clause, headers) => binder.BindExpires(clause, headers),
    };

    public RuleHeaders Bind(ImmutableArray<ClauseSyntax> clauses)
    {
        var headers = RuleHeaders.None;
        foreach (var clause in clauses)
        {
            headers = clause is HeaderClauseSyntax header ? Bind(header, headers) : headers;
        }

        return headers;
    }

    private RuleHeaders Bind(HeaderClauseSyntax clause, RuleHeaders headers) =>
        clause.Value is not BadOperandSyntax && ByKeyword.TryGetValue(clause.Keyword, out var bind) ? bind(this, clause, headers) : headers;

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

    private RuleHeaders BindSeverity(HeaderClauseSyntax clause, RuleHeaders headers)
    {
        if (SeverityTable.TryFind(clause.Value, out var severity))
        {
            return headers with { Severity = severity };
        }

        var nearest = DidYouMean.Nearest(scope.Written(clause.Value), SeverityTable.Words);
        Refuse(clause, nearest, nearest is null ? $"Write {SeverityTable.Listed}." : $"Did you mean '{nearest}'?");
        return headers;
    }

    private RuleHeaders BindPriority(HeaderClauseSyntax clause, RuleHeaders headers)
    {
        if (clause.Value is NumberSyntax { Unit: null, Value: >= int.MinValue and <= int.MaxValue } number && number.Value == decimal.Truncate(number.Value))
        {
            return headers with { Priority = (int)number.Value };
        }

        Refuse(clause, null, "Write a whole number; the higher comes first. How grave a rule is says `severity high`.");
        return headers;
    }

    private RuleHeaders BindExpires(HeaderClauseSyntax clause, RuleHeaders headers)
    {
        if (clause.Value is DateSyntax date)
        {
            return headers with { Expires = date.Value };
        }

        Refuse(clause, null, "Write a date, year first: `expires 2027-06-30`.");
        return headers;
    }

    private void Refuse(HeaderClauseSyntax clause, string? replacement, string help) =>
        scope.ReportWithFix(BindingErrors.BadHeader, clause.Value.Span, replacement, clause.Keyword, scope.Written(clause.Value), help);
}
