using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>One rule: what its clauses mean together.</summary>
internal sealed class RuleBinder(BindingScope scope, RuleFileSyntax file, RuleSyntax syntax)
{
    private readonly IfBinder _if = new(scope);

    public RuleBinding Bind()
    {
        var id = RuleId.Bind(scope, syntax, file.Text.File);
        var condition = First<ConditionClauseSyntax>("if");
        UnsupportedNodes.Report(scope, syntax);
        if (scope.Diagnostics.HasErrors)
        {
            return new(file, syntax, id, condition is not null && ConditionContent.Of(condition.Condition).HasFlag(Content.Measure), null, scope);
        }

        var bound = condition is null ? null : _if.Bind(condition.Condition);

        var rule = new BoundRule
        {
            Id = id ?? "",
            Ordinal = 0,
            Title = syntax.Title?.Value,
            Population = bound?.Population ?? BoundAnd.Everything,
            ConditionText = condition is null ? "" : scope.Written(condition.Condition),
            Text = file.Text,
            Span = syntax.Span,
        };
        var headers = new HeaderBinder(scope);
        rule = syntax.Clauses.OfType<HeaderClauseSyntax>().Aggregate(rule, (before, clause) => headers.Bind(clause, before));
        rule = BindActions(rule);
        var hasMeasure = condition is not null && ConditionContent.Of(condition.Condition).HasFlag(Content.Measure);
        var isUndecided = condition is null || bound is null;
        rule = hasMeasure ? BindMeasureClauses(rule, condition, bound) : BindContactClauses(rule, isUndecided && syntax.IsBroken);

        var isWhole = id is not null && bound is not null && !syntax.IsBroken && !scope.Diagnostics.HasErrors;
        return new(file, syntax, id, hasMeasure, isWhole ? rule : null, scope);
    }

    private BoundRule BindMeasureClauses(BoundRule rule, ConditionClauseSyntax? condition, BoundIf? bound)
    {
        var untilClause = First<ConditionClauseSyntax>("until");
        var until = untilClause is null ? null : _if.BindUntil(untilClause.Condition);
        var every = BindEvery(condition, untilClause);
        var holds = new HoldBinder(scope);
        var held = condition?.Hold ?? First<HoldClauseSyntax>("for")?.Hold;
        return rule with
        {
            Signal = bound?.Signal,
            Until = until,
            For = held is null || every is null ? null : holds.Bind(held, every.Value),
            UntilFor = untilClause?.Hold is not { } untilHeld || every is null ? null : holds.Bind(untilHeld, every.Value),
            Every = every ?? Schedule.EveryDay,
            Per = BindPer(),
            Window = _if.Longest ?? Window.Daily,
            Basis = bound?.Signal is { } signal && ComparesWithThePast(signal) ? CaseBasis.Excess : CaseBasis.All,
        };
    }

    private Schedule? BindEvery(ConditionClauseSyntax? condition, ConditionClauseSyntax? until)
    {
        if (First<EveryClauseSyntax>("every") is { } every)
        {
            return new ScheduleBinder(scope).Bind(every);
        }

        var clauses = new[] { condition, until }.OfType<ConditionClauseSyntax>();
        return clauses.Any(clause => WindowBinder.Any(clause.Condition, TimeUnit.Hour)) ? Schedule.EveryHour : Schedule.EveryDay;
    }

    private BoundRule BindContactClauses(BoundRule rule, bool mayHaveMeasure)
    {
        if (mayHaveMeasure)
        {
            return rule;
        }

        foreach (var clause in syntax.Clauses)
        {
            if (ContactRuleClauses.TryGetValue(clause.Keyword, out var reason))
            {
                scope.Report(BindingErrors.ClauseNeedsMeasure, clause.KeywordSpan, clause.Keyword, reason);
            }
            else if (clause is ConditionClauseSyntax { Hold: { } hold })
            {
                scope.Report(BindingErrors.ClauseNeedsMeasure, hold, "for", ContactRuleClauses["for"]);
            }
        }

        return rule;
    }

    private ImmutableArray<ContactField> BindPer()
    {
        var fields = ImmutableArray.CreateBuilder<ContactField>();
        foreach (var words in First<PerClauseSyntax>("per")?.Fields ?? [])
        {
            if (scope.Field(words) is not { } field)
            {
                continue;
            }

            if (field.Kind != FieldKind.Category)
            {
                scope.Report(BindingErrors.PerField, words, field.Name, FieldKinds.Noun(field.Kind), "Write for example `per product, region`.");
            }
            else if (fields.Contains(field))
            {
                scope.Report(BindingErrors.PerRepeated, words, field.Name);
            }
            else
            {
                fields.Add(field);
            }
        }

        return fields.ToImmutable();
    }

    private BoundRule BindActions(BoundRule rule)
    {
        var routes = new RouteBinder(scope);
        RouteSyntax? first = null;
        foreach (var clause in syntax.Clauses.OfType<ThenClauseSyntax>())
        {
            if (clause.Action is not RouteSyntax route)
            {
                continue;
            }

            var bound = routes.Bind(route);
            if (first is not null)
            {
                scope.Report(BindingErrors.SeveralRoutes, route, Owners(first), Owners(route));
            }

            first ??= route;
            rule = rule with { Route = rule.Route ?? bound };
        }

        return rule;
    }

    private string Owners(RouteSyntax route) =>
        route.OwnerOf is { } of ? $"owner of {of.Value}" : string.Join(" and ", route.Owners.Select(scope.Written));

    private T? First<T>(string keyword)
        where T : ClauseSyntax => syntax.Clauses.OfType<T>().FirstOrDefault(clause => string.Equals(clause.Keyword, keyword, StringComparison.OrdinalIgnoreCase));

    private static readonly Dictionary<string, string> ContactRuleClauses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["for"] = "each contact is judged once, so nothing can be held.",
        ["until"] = "each contact is judged once, so there is no signal to clear.",
        ["every"] = "each contact is judged when it arrives.",
        ["per"] = "it opens no case that could be split; each contact is routed by itself.",
    };

    private static bool ComparesWithThePast(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.Any(ComparesWithThePast),
        BoundSignalOr or => or.Operands.Any(ComparesWithThePast),
        BoundSignalNot not => ComparesWithThePast(not.Operand),
        BoundThreshold threshold => threshold.Amount is BoundBaseline { Spec.Method: not BaselineMethod.Fixed },
        _ => signal is BoundChance,
    };
}
