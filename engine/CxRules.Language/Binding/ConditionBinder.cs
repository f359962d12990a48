using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>Conditions on one contact. Null is the answer after a report.</summary>
internal sealed class ConditionBinder(BindingScope scope)
{
    private readonly ComparisonBinder _comparisons = new(scope);
    private readonly CodeBinder _codes = new(scope);
    private readonly UnitBinder _units = new(scope);

    public BoundCondition? Bind(ConditionSyntax syntax) => syntax switch
    {
        ParenthesizedSyntax group => Bind(group.Condition),
        LogicalSyntax logical => BindLogical(logical),
        NotSyntax not => Bind(not.Operand) is { } operand ? Logic.Not(operand) : null,
        BadConditionSyntax => null,
        _ when ConditionContent.Of(syntax).HasFlag(Content.Measure) => Refuse(syntax),
        ComparisonSyntax comparison => _comparisons.Bind(comparison),
        BetweenSyntax between => _comparisons.Bind(between),
        FlagSyntax flag => BindFlag(flag),
        PresenceSyntax presence => BindPresence(presence),
        ContainsSyntax contains => BindContains(contains),
        MatchesSyntax matches => BindMatches(matches),
        HasCodeSyntax has => BindHas(has),
        WithinAfterSyntax within => BindWithin(within),
        _ => throw new InvalidOperationException($"A condition without a meaning: {syntax.GetType().Name}."),
    };

    private BoundCondition? BindLogical(LogicalSyntax logical)
    {
        ImmutableArray<BoundCondition> operands = [.. logical.Operands.Select(Bind).OfType<BoundCondition>()];
        if (operands.Length < logical.Operands.Length)
        {
            return null;
        }

        return logical.IsAnd ? Logic.And(operands) : Logic.Or(operands);
    }

    private BoundCondition? Refuse(ConditionSyntax syntax)
    {
        scope.Report(BindingErrors.MeasureOnContact, syntax, "Join the measure to the rule's `if` with `and`; inside `of (…)` and `among (…)` describe single contacts, for example `volume of (channel = phone)`.");
        return null;
    }

    private BoundFlag? BindFlag(FlagSyntax syntax)
    {
        if (scope.Field(syntax.Field) is not { } field)
        {
            return null;
        }

        if (field.Kind == FieldKind.Flag)
        {
            return scope.At(syntax, new BoundFlag(field));
        }

        var help = field.Name == "escalation" ? "Did you mean `escalated`?" : $"Write `has {field.Name}`, or for example {FieldKinds.Sample(field)}.";
        scope.Report(BindingErrors.NotAFlag, syntax, field.Name, FieldKinds.Noun(field.Kind), help);
        return null;
    }

    private BoundCondition? BindPresence(PresenceSyntax syntax)
    {
        if (scope.Field(syntax.Field) is not { } field)
        {
            return null;
        }

        BoundCondition presence = scope.At(syntax, new BoundPresence(field));
        return syntax.Present ? presence : Logic.Not(presence);
    }

    private BoundContains? BindContains(ContainsSyntax syntax)
    {
        if (TextField(syntax, syntax.Field) is not { } field)
        {
            return null;
        }

        if (syntax.Texts.FirstOrDefault(text => text.Value.Length == 0) is { } empty)
        {
            scope.Report(BindingErrors.ValueRefused, empty, "\"\"", "every text contains the empty one", $"Write a word, or `has {field.Name}`.");
            return null;
        }

        return scope.At(syntax, new BoundContains(field, [.. syntax.Texts.Select(text => text.Value).Distinct(StringComparer.OrdinalIgnoreCase)]));
    }

    private BoundMatches? BindMatches(MatchesSyntax syntax)
    {
        if (TextField(syntax, syntax.Field) is not { } field)
        {
            return null;
        }

        try
        {
            PatternCheck.Verify(syntax.Pattern.Value);
            return scope.At(syntax, new BoundMatches(field, syntax.Pattern.Value));
        }
        catch (NotSupportedException)
        {
            scope.Report(BindingErrors.BadPattern, syntax.Pattern, syntax.Pattern.Value, "it looks around or back, or is too large.", "Write it without look-around, back references and atomic groups: patterns run in time that grows with the text alone.");
        }
        catch (ArgumentException error)
        {
            scope.Report(BindingErrors.BadPattern, syntax.Pattern, syntax.Pattern.Value, error.Message, "Put a backslash before characters that mean themselves: `\\(`, `\\[`, `\\.`, `\\*`.");
        }

        return null;
    }

    private ContactField? TextField(SyntaxNode condition, WordsSyntax words)
    {
        var field = scope.Field(words);
        if (field is null || field.Kind == FieldKind.Text)
        {
            return field;
        }

        scope.Report(BindingErrors.WrongOperator, condition, field.Name, FieldKinds.Noun(field.Kind), $"Write for example {FieldKinds.Sample(field)}.");
        return null;
    }

    private BoundCondition? BindHas(HasCodeSyntax syntax)
    {
        if (scope.Field(syntax.Field) is not { } field)
        {
            return null;
        }

        if (field.Kind == FieldKind.List)
        {
            return _codes.Bind(syntax, field, syntax.Code, false);
        }

        scope.Report(BindingErrors.WrongOperator, syntax, field.Name, FieldKinds.Noun(field.Kind), $"Write for example {FieldKinds.Sample(field)}; `has` looks into lists such as `tag`.");
        return null;
    }

    private BoundWithinAfter? BindWithin(WithinAfterSyntax syntax)
    {
        var field = scope.Field(syntax.Field);
        if (field is not null && field.Kind != FieldKind.Instant)
        {
            scope.Report(BindingErrors.WrongOperator, syntax.Field, field.Name, FieldKinds.Noun(field.Kind), "After `within … after` write a point in time, for example `cancelled at`.");
            return null;
        }

        if (field is null || _units.Convert(syntax.Length, Dimension.Time, "the length", "a duration") is not { } milliseconds)
        {
            return null;
        }

        if (milliseconds <= 0 || milliseconds > TimeSpan.FromDays(36_525).Ticks / TimeSpan.TicksPerMillisecond)
        {
            scope.Report(BindingErrors.ValueRefused, syntax.Length, scope.Written(syntax.Length), "it must be more than nothing and at most 100 years", "Write for example `45 days`.");
            return null;
        }

        return scope.At(syntax, new BoundWithinAfter(field, (long)(milliseconds * TimeSpan.TicksPerMillisecond)));
    }
}
