using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>What must hold of a rule as a whole, in either spelling.</summary>
internal static class RuleChecks
{
    /// <summary>Each clause once except `then`, `if` before `then`, `for` behind `if`.</summary>
    /// <param name="last">The rule's last token: where something is missing.</param>
    /// <param name="isBroken">A mistake was reported: what seems to be missing may only be misspelt.</param>
    /// <param name="isOrdered">The order of clauses counts, as it does in sentences.</param>
    public static void Report(SourceText source, ImmutableArray<ClauseSyntax> clauses, TextSpan last, bool isBroken, bool isOrdered, DiagnosticBag diagnostics)
    {
        ReportOptions(source, clauses, diagnostics);
        ReportNames(source, clauses, diagnostics);
        if (isBroken)
        {
            return;
        }

        ReportTwice(source, clauses, diagnostics);
        var condition = Find(clauses, "if");
        var action = Find(clauses, "then");
        if (condition is null)
        {
            diagnostics.Report(SyntaxErrors.IfMissing, source, action?.KeywordSpan ?? last);
        }
        else if (action is null)
        {
            diagnostics.Report(SyntaxErrors.ThenMissing, source, last);
        }
        else if (isOrdered && action.KeywordSpan.Start < condition.KeywordSpan.Start)
        {
            diagnostics.Report(SyntaxErrors.ThenBeforeIf, source, action.KeywordSpan);
        }

        if (isOrdered)
        {
            ReportFor(source, clauses, diagnostics);
        }
    }

    private static void ReportTwice(SourceText source, ImmutableArray<ClauseSyntax> clauses, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<string, ClauseSyntax>(clauses.Length, StringComparer.OrdinalIgnoreCase);
        var reportedBefore = diagnostics.Count;
        foreach (var clause in clauses)
        {
            if (!clause.Keyword.Equals("then", StringComparison.OrdinalIgnoreCase) && !seen.TryAdd(clause.Keyword, clause) && seen[clause.Keyword].Span != seen[clause.Keyword].KeywordSpan)
            {
                var (wrong, other) = diagnostics.Count == reportedBefore && StandsOut(source, clauses, seen[clause.Keyword], clause) ? (seen[clause.Keyword], clause) : (clause, seen[clause.Keyword]);
                diagnostics.Report(SyntaxErrors.ClauseTwice, source, wrong.KeywordSpan, clause.Keyword, source.PositionOf(other.KeywordSpan.Start).Line);
            }
        }
    }

    /// <summary>The first begins in a column of its own and the second in that of others: the layout shows which is meant.</summary>
    private static bool StandsOut(SourceText source, ImmutableArray<ClauseSyntax> clauses, ClauseSyntax first, ClauseSyntax second)
    {
        var (own, others) = (Column(first), Column(second));
        return own != others
            && !clauses.Any(clause => clause != first && Column(clause) == own)
            && clauses.Any(clause => clause != second && Column(clause) == others);

        int Column(ClauseSyntax clause) => source.PositionOf(clause.KeywordSpan.Start).Column;
    }

    private static void ReportOptions(SourceText source, ImmutableArray<ClauseSyntax> clauses, DiagnosticBag diagnostics)
    {
        foreach (var route in clauses.OfType<ThenClauseSyntax>().Select(then => then.Action).OfType<RouteSyntax>())
        {
            var seen = new HashSet<string>(route.Options.Length, StringComparer.Ordinal);
            foreach (var option in route.Options.Where(option => !seen.Add(option.Name)))
            {
                diagnostics.Report(SyntaxErrors.OptionTwice, source, option.Span, option.Name == "via" ? "via" : $"with {option.Name}");
            }

        }
    }

    private static void ReportNames(SourceText source, ImmutableArray<ClauseSyntax> clauses, DiagnosticBag diagnostics)
    {
        foreach (var action in clauses.OfType<ThenClauseSyntax>().Select(then => then.Action))
        {
            foreach (var name in NamesOf(action).OfType<WordsSyntax>().Where(name => name.Value.Contains(' ', StringComparison.Ordinal)))
            {
                var fix = new Fix($"Write \"{name.Value}\"", [new(name.Span, $"\"{name.Value}\"")]);
                diagnostics.Add(SyntaxErrors.NameNotQuoted.At(source, name.Span, name.Value) with { Fix = fix });
            }

            if (action is EmitSignalSyntax emit)
            {
                RuleIds.Report(source, emit.Signal, diagnostics);
            }
        }
    }

    /// <summary>What may be a text in quotes.</summary>
    private static IEnumerable<OperandSyntax?> NamesOf(ActionSyntax action) => action switch
    {
        RouteSyntax route => [.. route.Owners, .. route.Options.Where(option => option.Name == "via").Select(option => option.Value)],
        TagContactSyntax tag => [tag.Tag],
        _ => [],
    };

    private static void ReportFor(SourceText source, ImmutableArray<ClauseSyntax> clauses, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < clauses.Length; i++)
        {
            if (clauses[i] is HoldClauseSyntax && (i == 0 || clauses[i - 1] is not HoldClauseSyntax) && (i == 0 || !clauses[i - 1].Keyword.Equals("if", StringComparison.OrdinalIgnoreCase)))
            {
                diagnostics.Report(SyntaxErrors.ForMisplaced, source, clauses[i].KeywordSpan);
            }
        }
    }

    private static ClauseSyntax? Find(ImmutableArray<ClauseSyntax> clauses, string keyword) =>
        clauses.FirstOrDefault(clause => clause.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase));
}
