using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>Facts about samples, cases and signals of other rules. Null is the answer after a report.</summary>
internal sealed class FactBinder(BindingScope scope)
{
    private const string PastItsCap = "past its cap";

    /// <summary>What `case … is` can ask for, as sentences write it: its states, and whether it has passed its cap.</summary>
    public static IEnumerable<string> StandingWords => CaseStandings.Names.Add(PastItsCap);

    private static readonly Dictionary<string, Window> Spans = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hour"] = Window.Hourly,
        ["day"] = Window.Daily,
        ["week"] = Window.Weekly,
    };

    private readonly UnitBinder _units = new(scope);
    private readonly LengthBinder _lengths = new(scope);

    public BoundSample? Bind(SampleSyntax syntax)
    {
        var sample = ProjectNames.Sample(scope, syntax.Sample);
        var per = Per(syntax);
        var count = _units.Convert(syntax.Count, Dimension.Contacts, "an estimate", "a number of contacts");
        return sample is not null && per is { } span && count is { } contacts && ComparisonTable.TryBind(syntax.Operator.Kind, out var comparison)
            ? new(sample, comparison, contacts, span)
            : null;
    }

    public BoundSignal? Bind(CaseStateSyntax syntax)
    {
        // Where the rule is another word of the sentence, so is the state: one mistake.
        if (!TryRule(syntax.Rule, out var rule))
        {
            return null;
        }

        var isPastCap = Code.ToBareWord(syntax.State.Value) == Code.ToBareWord(PastItsCap);
        var standing = isPastCap ? null : Standing(syntax.State);
        var isHeld = TryHeld(syntax.Hold, out var held);
        return !isHeld ? null
            : isPastCap ? new BoundPastCap(rule, held)
            : standing is { } state ? new BoundCaseState(rule, state, held) : null;
    }

    public BoundSignal? Bind(ComparisonSyntax syntax) => syntax switch
    {
        { Left: CaseCostSyntax cost } => Cost(cost, syntax.Operator, syntax.Right),
        { Right: CaseCostSyntax } when ComparisonTable.Mirror(syntax) is { } mirrored => Bind(mirrored),
        _ => RefuseOperator(syntax.Operator),
    };

    public BoundSignal? Bind(BetweenSyntax syntax)
    {
        if (syntax.Left is not CaseCostSyntax cost)
        {
            return null;
        }

        var low = Cost(cost, new(syntax.Span, OperatorKind.GreaterOrEqual), syntax.Low);
        var high = Cost(cost, new(syntax.Span, OperatorKind.LessOrEqual), syntax.High);
        return low is null || high is null ? null : Logic.And(ImmutableArray.Create<BoundSignal>(low, high));
    }

    public BoundSignalActive? Bind(SignalActiveSyntax syntax)
    {
        var name = syntax.Signal.Value;
        if (scope.Names.HasSignal(name))
        {
            scope.Refer(syntax.Signal.Span, SymbolKind.Signal, name);
            return new(name);
        }

        var nearest = DidYouMean.Nearest(name, scope.Names.Signals);
        scope.ReportWithFix(BindingErrors.UnknownSignal, syntax.Signal.Span, nearest, name, nearest is null ? $"Write `then emit signal {name}` in the rule that knows of it." : $"Did you mean '{nearest}'?");
        return null;
    }

    private BoundCaseCost? Cost(CaseCostSyntax cost, OperatorSyntax sign, OperandSyntax right)
    {
        var isRule = TryRule(cost.Rule, out var rule);
        if (!ComparisonTable.TryBind(sign.Kind, out var comparison))
        {
            return RefuseOperator(sign);
        }

        if (right is NumberSyntax number)
        {
            return _units.Convert(number, Dimension.Money, "the cost of a case", "an amount of money") is { } amount && isRule ? new(rule, comparison, amount) : null;
        }

        if (right is not BadOperandSyntax)
        {
            scope.Report(BindingErrors.NotAValue, right, scope.Written(cost), "an amount of money", scope.Written(right), $"Write for example `case cost > 50000 {scope.Project.Currency ?? "USD"}`.");
        }

        return null;
    }

    private BoundCaseCost? RefuseOperator(OperatorSyntax sign)
    {
        scope.Report(BindingErrors.MeasureOperator, sign, ComparisonTable.Text(sign.Kind));
        return null;
    }

    /// <summary>False after a report. A null rule is any.</summary>
    private bool TryRule(WordsSyntax? syntax, out string? rule)
    {
        rule = syntax?.Value;
        if (syntax is null || rule is null)
        {
            return true;
        }

        if (scope.Names.Rule(rule) is not { } content)
        {
            var nearest = DidYouMean.Nearest(rule, scope.Names.Rules);
            scope.ReportWithFix(BindingErrors.UnknownCaseRule, syntax.Span, nearest, rule, nearest is null ? "Write the id of a rule of this rule set; a file that is checked alone does not see the files beside it." : $"Did you mean '{nearest}'?");
            return false;
        }

        scope.Refer(syntax.Span, SymbolKind.Rule, rule);
        if (content.HasFlag(Content.Measure))
        {
            return true;
        }

        scope.Report(BindingErrors.CaseRefused, syntax, rule, content.HasFlag(Content.Fact) ? "about cases and signals" : "about single contacts");
        return false;
    }

    private CaseStanding? Standing(WordsSyntax syntax)
    {
        if (CaseStandings.TryFind(syntax.Value, out var standing))
        {
            return standing;
        }

        var nearest = DidYouMean.Nearest(syntax.Value, StandingWords);
        scope.ReportWithFix(BindingErrors.UnknownCaseState, syntax.Span, nearest, syntax.Value, nearest is null ? "Write for example `case is declined`, `case is in progress` or `case is past its cap`." : $"Did you mean '{nearest}'?");
        return null;
    }

    private bool TryHeld(HoldSyntax? hold, out long? ticks)
    {
        ticks = null;
        if (hold is null)
        {
            return true;
        }

        if (hold.Needed is not null)
        {
            scope.Report(BindingErrors.HoldRefused, hold, scope.Written(hold), "a case is in its state without a break, or not", "Write for example `for 90 days`.");
            return false;
        }

        ticks = _lengths.Ticks(hold.Length, "for 90 days");
        return ticks is not null;
    }

    private Window? Per(SampleSyntax syntax)
    {
        if (syntax.Per is not { } words)
        {
            scope.ReportWithAddition(BindingErrors.SpanMissing, syntax.Count, "per day", scope.Written(syntax.Count));
            return null;
        }

        if (Spans.TryGetValue(words.Value, out var span))
        {
            return span;
        }

        var nearest = DidYouMean.Nearest(words.Value, Spans.Keys);
        scope.ReportWithFix(BindingErrors.BadMoment, words.Span, nearest, words.Value, "a span of time", nearest is null ? "Write `per hour`, `per day` or `per week`." : $"Did you mean '{nearest}'?");
        return null;
    }
}
