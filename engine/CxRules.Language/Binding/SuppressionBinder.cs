using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>`suppress`: the targets exist and can be suppressed. The name of a table of rules stands for each of its rows.</summary>
internal sealed class SuppressionBinder(IReadOnlyList<RuleBinding> rules)
{
    private static readonly Dictionary<RuleKind, string> WithoutCase = new()
    {
        [RuleKind.Contacts] = "it is about single contacts and opens no case",
        [RuleKind.Cases] = "it is about cases and signals and opens none",
    };

    private readonly ILookup<string, RuleBinding> _byName = rules.Where(rule => rule.Name is not null).ToLookup(rule => rule.Name ?? "", StringComparer.Ordinal);

    /// <summary>A rule whose id cannot be read may be the one that is meant.</summary>
    private readonly bool _isOneUnnamed = rules.Any(rule => rule.Name is null && rule.HasErrors);

    /// <summary>The ids that a rule suppresses.</summary>
    public ImmutableArray<string> Bind(RuleBinding rule) => rule.Actions.Any(action => action is SuppressSyntax) ? Targets(rule) : [];

    private ImmutableArray<string> Targets(RuleBinding rule) => [.. rule.Actions.OfType<SuppressSyntax>().SelectMany(syntax => Targets(rule, syntax)).Distinct()];

    private IEnumerable<string> Targets(RuleBinding rule, SuppressSyntax syntax)
    {
        if (rule.Kind == RuleKind.Contacts)
        {
            if (!rule.IsUndecided)
            {
                rule.Scope.Report(BindingErrors.ContactRuleSuppresses, syntax);
            }

            return [];
        }

        var name = syntax.Target.Value;
        if (_byName[name].FirstOrDefault() is not { } target)
        {
            if (_isOneUnnamed)
            {
                return [];
            }

            var nearest = DidYouMean.Nearest(name, _byName.Select(group => group.Key));
            rule.Scope.ReportWithFix(BindingErrors.UnknownRule, syntax.Target.Span, nearest, name, nearest is null ? "Write the id of a rule of this rule set; a file that is checked alone does not see the files beside it." : $"Did you mean '{nearest}'?");
            return [];
        }

        rule.Scope.Refer(syntax.Target.Span, SymbolKind.Rule, name);
        if (rule.Name == name)
        {
            return Refuse(rule, syntax, "it is this rule", "Name another rule.");
        }

        return target.IsUndecided || target.Syntax.IsBroken || !WithoutCase.TryGetValue(target.Kind, out var reason)
            ? _byName[name].Select(row => row.Id).OfType<string>()
            : Refuse(rule, syntax, reason, "Only rules with a measure can be suppressed.");
    }

    private static string[] Refuse(RuleBinding rule, SuppressSyntax syntax, string reason, string help)
    {
        rule.Scope.Report(BindingErrors.SuppressRefused, syntax.Target, syntax.Target.Value, reason, help);
        return [];
    }
}
