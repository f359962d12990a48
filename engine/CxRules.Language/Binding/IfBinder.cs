using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <param name="Signal">Null for a rule about single contacts.</param>
internal sealed record BoundIf(BoundCondition Population, BoundSignal? Signal);

/// <summary>`if`: contact conditions make the population, measures the signal; `until` looks at the same population.</summary>
internal sealed class IfBinder(BindingScope scope)
{
    private BoundCondition _population = BoundAnd.Everything;
    private bool _windowReported;

    /// <summary>The longest window of `if`.</summary>
    public Window? Longest { get; private set; }

    public BoundIf? Bind(ConditionSyntax condition)
    {
        if (BareAlternatives.Report(scope, condition))
        {
            return null;
        }

        var split = ConditionSplit.Of(condition);
        Longest = WindowBinder.Longest(condition);
        _windowReported = split.Mixed.Count > 0 || WindowBinder.LacksOne(condition);
        foreach (var mixed in split.Mixed)
        {
            ReportMixed(mixed);
        }

        var binder = new ConditionBinder(scope);
        ImmutableArray<BoundCondition> contacts = [.. split.Contacts.Select(binder.Bind).OfType<BoundCondition>()];
        _population = Logic.And(contacts);
        var signals = new SignalBinder(scope, new(_population, Longest, scope.Project.Baseline.ChanceGuard, _windowReported));
        ImmutableArray<BoundSignal> measures = [.. split.Measures.Select(signals.Bind).OfType<BoundSignal>()];
        var isWhole = split.Mixed.Count == 0 && contacts.Length == split.Contacts.Count && measures.Length == split.Measures.Count;
        return isWhole ? new(_population, measures.IsEmpty ? null : Logic.And(measures)) : null;
    }

    /// <summary>Call after <see cref="Bind"/>.</summary>
    public BoundSignal? BindUntil(ConditionSyntax condition)
    {
        var split = ConditionSplit.Of(condition);
        foreach (var mixed in split.Mixed)
        {
            ReportMixed(mixed);
        }

        foreach (var contact in split.Contacts.Where(contact => ConditionContent.Of(contact) == Content.Contact))
        {
            scope.Report(BindingErrors.UntilOnContact, contact);
        }

        var signals = new SignalBinder(scope, new(_population, Longest, null, _windowReported));
        ImmutableArray<BoundSignal> measures = [.. split.Measures.Select(signals.Bind).OfType<BoundSignal>()];
        return measures.Length == split.Measures.Count && split.Contacts.Count + split.Mixed.Count == 0 ? Logic.And(measures) : null;
    }

    private void ReportMixed(ConditionSyntax mixed)
    {
        var isNot = mixed is NotSyntax;
        var help = isNot
            ? "Put `not` before each condition by itself, joined by `and`."
            : "Join contact conditions and measures by `and`; or write two rules; or count part of the contacts, as in `volume of (channel = phone) > 50`.";
        scope.Report(BindingErrors.MixedCondition, mixed, isNot ? "not" : "or", help);
    }
}
