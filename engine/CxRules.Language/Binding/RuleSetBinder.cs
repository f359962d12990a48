using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>All rules of a rule set, and what holds between them.</summary>
internal static class RuleSetBinder
{
    public static ImmutableArray<RuleBinding> Bind(ImmutableArray<RuleFileSyntax> files, RuleSetNames names, TableSet tables)
    {
        var rules = ImmutableArray.CreateBuilder<RuleBinding>();
        foreach (var file in files)
        {
            foreach (var syntax in file.Rules)
            {
                rules.AddRange(Bind(file, syntax, names, tables));
            }
        }

        ReportDuplicates(rules);
        var suppressions = new SuppressionBinder(rules);
        var targets = rules.Select(suppressions.Bind).ToList();
        new ChainCheck(new ChainGraph(rules, names.Definitions)).Run();
        return [.. rules.Zip(targets, Suppressing)];
    }

    private static IEnumerable<RuleBinding> Bind(RuleFileSyntax file, RuleSyntax syntax, RuleSetNames names, TableSet tables)
    {
        if (syntax.Rows is { } rows)
        {
            return BindRows(file, syntax, rows, names, tables);
        }

        var scope = new BindingScope(file, names) { IsBroken = syntax.IsBroken, Torn = syntax.Torn };
        return [new RuleBinder(scope, file, WithoutColumns(scope, syntax)).Bind()];
    }

    private static IEnumerable<RuleBinding> BindRows(RuleFileSyntax file, RuleSyntax syntax, RowsSyntax rows, RuleSetNames names, TableSet tables)
    {
        var whole = new BindingScope(file, names) { IsBroken = syntax.IsBroken, Torn = syntax.Torn };
        if (tables.Find(whole, rows) is not { } table)
        {
            // Its other mistakes are found all the same.
            return [new RuleBinder(whole, file, new RowRewriter(whole, null).Rewrite(syntax)).Bind()];
        }

        whole.Refer(rows.File.Span, Symbols.SymbolKind.Table, table.Text.File);
        return table.Rows.Select(row =>
        {
            var cells = new RowCells(table, row, rows.Alias.Value);
            var scope = new BindingScope(file, names, cells) { IsBroken = syntax.IsBroken, Torn = syntax.Torn };
            return new RuleBinder(scope, file, new RowRewriter(scope, cells).Rewrite(syntax), cells).Bind();
        });
    }

    /// <summary>A column where no row is: reported, once.</summary>
    private static RuleSyntax WithoutColumns(BindingScope scope, RuleSyntax syntax)
    {
        if (!RowRewriter.HasColumn(syntax))
        {
            return syntax;
        }

        RowRewriter.ReportColumns(scope, syntax, "Write `for each row of thresholds.csv as t` before the rule, or put the code in quotes.");
        return new RowRewriter(scope, null).Rewrite(syntax);
    }

    private static RuleBinding Suppressing(RuleBinding rule, ImmutableArray<string> targets) =>
        rule with { Rule = rule.HasErrors || rule.Rule is null ? null : rule.Rule with { Suppresses = targets } };

    private static void ReportDuplicates(IEnumerable<RuleBinding> rules)
    {
        var first = new Dictionary<string, RuleBinding>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Name is not { } name || first.TryAdd(name, rule) || first[name].Syntax.Span == rule.Syntax.Span && first[name].File == rule.File)
            {
                continue;
            }

            var place = first[name].File.Text.PositionOf(first[name].NameSpan.Start);
            rule.Scope.Report(BindingErrors.DuplicateId, rule.NameSpan, name, $"{first[name].File.Text.File}, line {place.Line}");
        }
    }
}
