using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>All rules of a rule set, and what holds between them.</summary>
internal static class RuleSetBinder
{
    /// <summary>Rules from which on a second thread is worth its start.</summary>
    private const int Many = 100;

    public static ImmutableArray<RuleBinding> Bind(ImmutableArray<RuleFileSyntax> files, RuleSetNames names, TableSet tables)
    {
        var bound = BindEach(files, names, tables);
        ImmutableArray<RuleBinding> rules = [.. bound.SelectMany(each => each)];
        ReportDuplicates(rules);
        if (names.Project.Project.Currency is null)
        {
            CurrencyCheck.Run(names.Definitions.All.Select(definition => definition.Scope).Concat(rules.Select(rule => rule.Scope)));
        }

        var suppressions = new SuppressionBinder(rules);
        var targets = rules.Select(suppressions.Bind).ToList();
        new ChainCheck(new ChainGraph(rules, names.Definitions)).Run();
        return [.. rules.Zip(targets, Suppressing)];
    }

    /// <summary>In the order of the files. Rules that share nothing but the names of the rule set are bound side by side, the others one after another.</summary>
    private static RuleBinding[][] BindEach(ImmutableArray<RuleFileSyntax> files, RuleSetNames names, TableSet tables)
    {
        var places = new List<RulePlace>();
        foreach (var file in files)
        {
            var namesColumns = file.Lexemes.Any(lexeme => lexeme.Kind == TokenKind.Dotted);
            places.AddRange(file.Rules.Select(syntax => new RulePlace(file, syntax, namesColumns)));
        }

        var bound = new RuleBinding[places.Count][];
        if (places.Count >= Many)
        {
            Parallel.For(0, bound.Length, index =>
            {
                if (places[index].Syntax is { Rows: null } syntax && !names.UsesDefinitions(syntax))
                {
                    bound[index] = Bind(places[index], names, tables);
                }
            });
        }

        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] ??= Bind(places[i], names, tables);
        }

        return bound;
    }

    private static RuleBinding[] Bind(RulePlace place, RuleSetNames names, TableSet tables)
    {
        var (file, syntax, _) = place;
        if (syntax.Rows is { } rows)
        {
            return [.. BindRows(file, syntax, rows, names, tables)];
        }

        var scope = new BindingScope(file, names) { IsBroken = syntax.IsBroken, Torn = syntax.Torn };
        return [new RuleBinder(scope, file, place.NamesColumns ? WithoutColumns(scope, syntax) : syntax).Bind()];
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
        rule.HasErrors ? rule with { Rule = null } : rule.Rule is null || targets.IsEmpty ? rule : rule with { Rule = rule.Rule with { Suppresses = targets } };

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

    /// <param name="NamesColumns">The file has words that may be columns of a table.</param>
    private sealed record RulePlace(RuleFileSyntax File, RuleSyntax Syntax, bool NamesColumns);
}
