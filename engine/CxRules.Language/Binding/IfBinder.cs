using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <param name="Signal">Null for a rule about single contacts.</param>
internal sealed record BoundIf(BoundCondition Population, BoundSignal? Signal);

/// <summary>`if`: contact conditions make the population, measures and facts the signal; `until` looks at the same population.</summary>
internal sealed class IfBinder(BindingScope scope)
{
    private readonly DefinitionTable _definitions = scope.Names.Definitions;
    private BoundCondition _population = BoundAnd.Everything;
    private bool _windowReported;

    /// <summary>The longest window of `if`.</summary>
    public MeasureWindow? Longest { get; private set; }

    public BoundIf? Bind(ConditionSyntax condition)
    {
        _windowReported = WindowBinder.LacksOne(condition, _definitions);
        return BindParts(condition);
    }

    /// <summary>A definition by itself: its window may be that of the rule that uses it.</summary>
    public void BindDefinition(ConditionSyntax condition)
    {
        _windowReported = true;
        BindParts(condition);
    }

    /// <summary>Call after <see cref="Bind"/>.</summary>
    public BoundSignal? BindUntil(ConditionSyntax condition)
    {
        if (BareAlternatives.Report(scope, condition))
        {
            return null;
        }

        var split = ConditionSplit.Of(condition, _definitions);
        foreach (var mixed in split.Mixed)
        {
            ReportMixed(mixed);
        }

        foreach (var contact in split.Contacts.Where(contact => ConditionContent.Of(contact, _definitions) == Content.Contact))
        {
            scope.Report(BindingErrors.UntilOnContact, contact);
        }

        foreach (var broken in split.Contacts.OfType<FlagSyntax>().Where(flag => _definitions.Find(flag.Field) is { HasErrors: true }))
        {
            scope.Fail();
        }

        var signals = Signals(null);
        ImmutableArray<BoundSignal> bound = [.. split.Signals.Select(signals.Bind).OfType<BoundSignal>()];
        return bound.Length == split.Signals.Count && split.Contacts.Count + split.Mixed.Count == 0 ? Logic.And(bound) : null;
    }

    private BoundIf? BindParts(ConditionSyntax condition)
    {
        if (BareAlternatives.Report(scope, condition))
        {
            return null;
        }

        var split = ConditionSplit.Of(condition, _definitions);
        Longest = WindowBinder.Longest(condition, _definitions);
        _windowReported |= split.Mixed.Count > 0;
        foreach (var mixed in split.Mixed)
        {
            ReportMixed(mixed);
        }

        var binder = new ConditionBinder(scope);
        ImmutableArray<BoundCondition> contacts = [.. split.Contacts.Select(binder.Bind).OfType<BoundCondition>()];
        _population = Logic.And(contacts.AsSpan());
        var signals = Signals(scope.Project.Baseline.ChanceGuard);
        ImmutableArray<BoundSignal> bound = [.. split.Signals.Select(signals.Bind).OfType<BoundSignal>()];
        var isWhole = split.Mixed.Count == 0 && contacts.Length == split.Contacts.Count && bound.Length == split.Signals.Count;
        return isWhole ? new(_population, bound.IsEmpty ? null : Logic.And(bound)) : null;
    }

    private SignalBinder Signals(double? guard) => new(scope, new(_population, Longest, guard, _windowReported));

    private void ReportMixed(ConditionSyntax mixed)
    {
        var isNot = mixed is NotSyntax;
        var help = isNot
            ? "Put `not` before each condition by itself, joined by `and`."
            : "Join contact conditions and measures by `and`; or write two rules; or count part of the contacts, as in `volume of (channel = phone) > 50`.";
        scope.Report(BindingErrors.MixedCondition, mixed, isNot ? "not" : "or", help);
    }
}
