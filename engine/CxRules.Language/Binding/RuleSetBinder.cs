using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Projects;

namespace CxRules.Language.Binding;

/// <summary>All rules of a rule set, and what holds between them.</summary>
internal static class RuleSetBinder
{
    public static ImmutableArray<RuleBinding> Bind(ImmutableArray<RuleFileSyntax> files, Project project)
    {
        var symbols = new ProjectSymbols(project);
        var rules = ImmutableArray.CreateBuilder<RuleBinding>();
        foreach (var file in files)
        {
            foreach (var syntax in file.Rules)
            {
                rules.Add(new RuleBinder(new(file, symbols), file, syntax).Bind());
            }
        }

        ReportDuplicates(rules);
        var suppressed = new SuppressionBinder(rules).Bind();
        return [.. rules.Zip(suppressed, Suppressing)];
    }

    private static RuleBinding Suppressing(RuleBinding rule, IReadOnlyList<string> targets) =>
        rule with { Rule = rule.HasErrors || rule.Rule is null ? null : rule.Rule with { Suppresses = [.. targets] } };

    private static void ReportDuplicates(IEnumerable<RuleBinding> rules)
    {
        var first = new Dictionary<string, RuleBinding>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Id is not { } id || first.TryAdd(id, rule))
            {
                continue;
            }

            var place = first[id].File.Text.PositionOf(first[id].NameSpan.Start);
            rule.Scope.Report(BindingErrors.DuplicateId, rule.NameSpan, id, $"{first[id].File.Text.File}, line {place.Line}");
        }
    }
}
