using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Binding;

/// <summary>Conditions on one contact. Null is the answer after a report.</summary>
internal sealed class ConditionBinder(BindingScope scope)
{
    private readonly ComparisonBinder _comparisons = new(scope);
    private readonly CodeBinder _codes = new(scope);
    private readonly LengthBinder _lengths = new(scope);
    private readonly JourneyBinder _journeys = new(scope);

    public BoundCondition? Bind(ConditionSyntax syntax) => syntax switch
    {
        ParenthesizedSyntax group => Bind(group.Condition),
        LogicalSyntax logical => BindLogical(logical),
        NotSyntax not => Bind(not.Operand) is { } operand ? Logic.Not(operand) : null,
        BadConditionSyntax => null,
        ExpandedSyntax expanded => scope.Expand(expanded, inner => new ConditionBinder(inner).Bind(expanded.Body)),
        FlagSyntax broken when scope.Names.Definitions.Find(broken.Field) is { HasErrors: true } => BindFlag(broken),
        _ when ConditionContent.Of(syntax, scope.Names.Definitions) is var content and not (Content.Contact or Content.None) => Refuse(syntax, content),
        ComparisonSyntax comparison => _comparisons.Bind(comparison),
        BetweenSyntax between => _comparisons.Bind(between),
        FlagSyntax flag => BindFlag(flag),
        PresenceSyntax presence => BindPresence(presence),
        ContainsSyntax contains => BindContains(contains),
        MatchesSyntax matches => BindMatches(matches),
        HasCodeSyntax has => BindHas(has),
        WithinAfterSyntax within => BindWithin(within),
        JourneySyntax journey => _journeys.Bind(journey, this),
        RepeatSyntax repeat => _journeys.Bind(repeat),
        CSharpSyntax code => BindCSharp(code),
        _ => throw new InvalidOperationException($"A condition without a meaning: {syntax.GetType().Name}."),
    };

    private BoundCondition? BindLogical(LogicalSyntax logical)
    {
        ImmutableArray<BoundCondition> operands = [.. logical.Operands.Select(Bind).OfType<BoundCondition>()];
        if (operands.Length < logical.Operands.Length)
        {
            return null;
        }

        return logical.IsAnd ? Logic.And(operands.AsSpan()) : Logic.Or(operands.AsSpan());
    }

    private BoundCondition? Refuse(ConditionSyntax syntax, Content content)
    {
        if (!content.HasFlag(Content.Measure))
        {
            scope.Report(BindingErrors.FactOnContact, syntax);
            return null;
        }

        scope.Report(BindingErrors.MeasureOnContact, syntax, "Join the measure to the rule's `if` with `and`; inside `of (…)` and `among (…)` describe single contacts, for example `volume of (channel = phone)`.");
        return null;
    }

    private BoundCondition? BindFlag(FlagSyntax syntax)
    {
        if (scope.Names.Definitions.Find(syntax.Field) is { } definition)
        {
            return BindDefinition(syntax, definition);
        }

        if (scope.FieldOfFlag(syntax.Field) is not { } field)
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

    private BoundCondition? BindDefinition(FlagSyntax syntax, Definition definition)
    {
        scope.Refer(syntax.Span, SymbolKind.Definition, definition.Name);
        if (definition.Syntax.Codes is not null)
        {
            scope.Report(BindingErrors.DefinitionMisplaced, syntax, definition.Name, definition.Noun, $"Write what has one of them, for example `disposition in {definition.Name}`.");
            return null;
        }

        if (scope.Names.Definitions.Expand(syntax) is { } expanded)
        {
            return Bind(expanded);
        }

        scope.Fail();
        return null;
    }

    private BoundCSharp? BindCSharp(CSharpSyntax syntax)
    {
        if (scope.Project.CSharp == CSharpPolicy.Off)
        {
            scope.Report(BindingErrors.CSharpOff, syntax);
            return null;
        }

        if (!string.IsNullOrWhiteSpace(syntax.Code.Value))
        {
            return scope.At(syntax, new BoundCSharp(syntax.Code.Value));
        }

        scope.Report(BindingErrors.ValueRefused, syntax.Code, "\"\"", "it is no expression", "Write for example `csharp \"contact.Transfers > 2\"`.");
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
            return _codes.Bind(syntax, field, syntax.Code, OperatorKind.Equal);
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

        return field is not null && _lengths.Ticks(syntax.Length, "45 days") is { } ticks ? scope.At(syntax, new BoundWithinAfter(field, ticks)) : null;
    }
}
