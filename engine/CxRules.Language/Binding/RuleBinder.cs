using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Cases;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>One rule: what its clauses mean together.</summary>
/// <param name="row">The row of a table that the rule is made for; null for any other.</param>
internal sealed class RuleBinder(BindingScope scope, RuleFileSyntax file, RuleSyntax syntax, RowCells? row = null)
{
    private readonly IfBinder _if = new(scope);

    public RuleBinding Bind()
    {
        var name = RuleId.Bind(scope, syntax, file.Text.File);
        var id = row is null || name is null ? name : row.Id(name);
        if (syntax.Id is { } written && name is not null)
        {
            scope.Refer(written.Span, SymbolKind.Rule, name);
        }

        var condition = First<ConditionClauseSyntax>("if");
        var bound = condition is null ? null : _if.Bind(condition.Condition);
        var content = condition is null ? Content.None : ConditionContent.Of(condition.Condition, scope.Names.Definitions);
        var isUndecided = (bound is null || syntax.IsBroken) && scope.HasErrors && !content.HasFlag(Content.Measure);
        var kind = KindOf(content);

        var headers = new HeaderBinder(scope).Bind(syntax.Clauses);
        var rule = new BoundRule
        {
            Id = id ?? "",
            Kind = kind,
            Ordinal = 0,
            Title = row is null ? syntax.Title?.Value : row.Title(syntax.Title?.Value),
            Author = headers.Author,
            See = headers.See,
            Severity = headers.Severity,
            Priority = headers.Priority,
            Expires = headers.Expires,
            Population = bound?.Population ?? BoundAnd.Everything,
            Signal = bound?.Signal,
            ConditionText = condition is null ? "" : scope.Written(condition.Condition),
            Text = file.Text,
            Span = syntax.Span,
        };
        var actions = new ActionBinder(scope, syntax, isUndecided ? RuleKind.Measures : kind);
        rule = syntax.Clauses.OfType<ThenClauseSyntax>().Aggregate(rule, (before, clause) => actions.Bind(clause.Action, before));
        if (!isUndecided)
        {
            new ClauseLimits(scope, kind).Check(syntax);
        }

        rule = kind == RuleKind.Contacts ? rule : BindEvaluation(rule, condition, bound);
        var isWhole = id is not null && bound is not null && !syntax.IsBroken && !scope.HasErrors;
        return new(file, syntax, id, kind, isUndecided, isWhole ? rule : null, scope) { Name = name, Row = row };
    }

    private static RuleKind KindOf(Content content) =>
        content.HasFlag(Content.Measure) ? RuleKind.Measures : content == Content.Fact ? RuleKind.Cases : RuleKind.Contacts;

    private BoundRule BindEvaluation(BoundRule rule, ConditionClauseSyntax? condition, BoundIf? bound)
    {
        var untilClause = First<ConditionClauseSyntax>("until");
        var until = untilClause is null ? null : _if.BindUntil(untilClause.Condition);
        var every = BindEvery(condition, untilClause);
        var holds = new HoldBinder(scope);
        var held = condition?.Hold ?? First<HoldClauseSyntax>("for")?.Hold;
        var window = _if.Longest ?? MeasureWindow.Daily;
        var grouped = new PerBinder(scope).Bind(First<PerClauseSyntax>("per"), rule);
        if (First<PerClauseSyntax>("per") is { } per && EstimateSignals.IsSamples(bound?.Signal))
        {
            scope.Report(BindingErrors.EstimateRefused, per, scope.Written(per), "a sample is one number, the same for every group", "Remove it; or give the rule a measure too, for example `and weekly volume > 50 contacts`.");
        }

        var factors = new FactorFields(scope);
        factors.Check(condition, bound?.Signal, grouped);
        factors.Check(untilClause, until, grouped);
        var gate = BindGate(every);
        return grouped with
        {
            Until = until,
            For = held is null || every is null ? null : holds.Bind(held, every.Value),
            UntilFor = untilClause?.Hold is not { } untilHeld || every is null ? null : holds.Bind(untilHeld, every.Value),
            Every = every ?? Schedule.EveryDay,
            HasEvery = First<EveryClauseSyntax>("every") is not null,
            Only = gate.Only,
            Except = gate.Except,
            Window = window.Window,
            Cycles = window.Cycles,
            Basis = bound?.Signal is { } signal && ComparesWithThePast(signal) ? CaseBasis.Excess : CaseBasis.All,
        };
    }

    private Gate BindGate(Schedule? every)
    {
        var moments = new GateBinder(scope);
        var (only, except) = (First<MomentClauseSyntax>("only"), First<MomentClauseSyntax>("except"));
        var gate = new Gate(moments.Bind(only), moments.Bind(except));
        if (every is { } schedule && !scope.HasErrors && !syntax.IsBroken)
        {
            new EvaluationCheck(scope).Check(gate, schedule, only, except);
        }

        return gate;
    }

    private Schedule? BindEvery(ConditionClauseSyntax? condition, ConditionClauseSyntax? until)
    {
        if (First<EveryClauseSyntax>("every") is { } every)
        {
            return new ScheduleBinder(scope).Bind(every);
        }

        return IsHourly(condition) || IsHourly(until) ? Schedule.EveryHour : Schedule.EveryDay;
    }

    private bool IsHourly(ConditionClauseSyntax? clause) => clause is not null && WindowBinder.Any(clause.Condition, TimeUnit.Hour, scope.Names.Definitions);

    private T? First<T>(string keyword)
        where T : ClauseSyntax
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause is T wanted && string.Equals(clause.Keyword, keyword, StringComparison.OrdinalIgnoreCase))
            {
                return wanted;
            }
        }

        return null;
    }

    private static bool ComparesWithThePast(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.Any(ComparesWithThePast),
        BoundSignalOr or => or.Operands.Any(ComparesWithThePast),
        BoundSignalNot not => ComparesWithThePast(not.Operand),
        BoundThreshold { Amount: BoundOther { Measure.EarlierDays: not null } } or BoundThreshold { Measure.EarlierDays: not null, Amount: BoundOther } => true,
        BoundThreshold threshold => threshold.Amount is BoundBaseline,
        _ => signal is BoundChance,
    };
}
