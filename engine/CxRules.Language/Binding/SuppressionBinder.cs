using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>`suppress`: the targets exist, can be suppressed, and nothing goes in a circle.</summary>
internal sealed class SuppressionBinder
{
    private readonly IReadOnlyList<RuleBinding> _rules;
    private readonly Dictionary<string, RuleBinding> _byId = new(StringComparer.Ordinal);
    private readonly List<RuleBinding> _path = [];
    private readonly HashSet<RuleBinding> _done = new(ReferenceEqualityComparer.Instance);

    public SuppressionBinder(IReadOnlyList<RuleBinding> rules)
    {
        _rules = rules;
        foreach (var rule in rules.Where(rule => rule.Id is not null))
        {
            _byId.TryAdd(rule.Id ?? "", rule);
        }
    }

    /// <summary>The ids each rule suppresses, in the order of the rules.</summary>
    public IEnumerable<IReadOnlyList<string>> Bind()
    {
        var targets = _rules.Select(rule => rule.Suppressions.Select(syntax => Target(rule, syntax)).OfType<string>().Distinct().ToList()).ToList();
        foreach (var rule in _rules)
        {
            Visit(rule);
        }

        return targets;
    }

    private string? Target(RuleBinding rule, SuppressSyntax syntax)
    {
        var name = syntax.Target.Value;
        if (!rule.HasMeasure)
        {
            if (!rule.Syntax.IsBroken)
            {
                rule.Scope.Report(BindingErrors.ContactRuleSuppresses, syntax);
            }

            return null;
        }

        if (!_byId.TryGetValue(name, out var target))
        {
            var nearest = DidYouMean.Nearest(name, _byId.Keys);
            rule.Scope.ReportWithFix(BindingErrors.UnknownRule, syntax.Target.Span, nearest, name, nearest is null ? "Write the id of a rule of this rule set; a file that is checked alone does not see the files beside it." : $"Did you mean '{nearest}'?");
            return null;
        }

        if (target == rule)
        {
            return Refuse(rule, syntax, "it is this rule", "Name another rule.");
        }

        return target.HasMeasure || target.Syntax.IsBroken
            ? name
            : Refuse(rule, syntax, "it is about single contacts and opens no case", "Only rules with a measure can be suppressed.");
    }

    private static string? Refuse(RuleBinding rule, SuppressSyntax syntax, string reason, string help)
    {
        rule.Scope.Report(BindingErrors.SuppressRefused, syntax.Target, syntax.Target.Value, reason, help);
        return null;
    }

    private void Visit(RuleBinding rule)
    {
        if (_done.Contains(rule))
        {
            return;
        }

        _path.Add(rule);
        foreach (var syntax in rule.Suppressions)
        {
            if (!_byId.TryGetValue(syntax.Target.Value, out var target) || target == rule)
            {
                continue;
            }

            var start = _path.IndexOf(target);
            if (start < 0)
            {
                Visit(target);
                continue;
            }

            var circle = string.Join(" → ", _path.Skip(start).Append(target).Select(member => member.Id));
            rule.Scope.Report(BindingErrors.SuppressCycle, syntax.Target, circle);
        }

        _path.RemoveAt(_path.Count - 1);
        _done.Add(rule);
    }
}
