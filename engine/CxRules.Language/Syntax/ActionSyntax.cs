using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

public abstract record ActionSyntax(TextSpan Span) : SyntaxNode(Span);

public enum RouteVerb
{
    Route,
    Escalate,
}

/// <summary>`route to Marketing and Product with … because …`, `route to owner of disposition`, `escalate to "Chief Operating Officer"`.</summary>
/// <param name="OwnerOf">The field of `owner of …`; then <paramref name="Owners"/> is empty.</param>
public sealed record RouteSyntax(TextSpan Span, RouteVerb Verb, ImmutableArray<OperandSyntax> Owners, WordsSyntax? OwnerOf, ImmutableArray<RouteOptionSyntax> Options, TextSyntax? Because) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children =>
        InSourceOrder([.. Owners, OwnerOf, .. Options, Because]);
}

/// <summary>`with cost estimate` (Name `cost estimate`), `with priority high` (`priority`), `with evidence 20 contacts` (`evidence`), `via billing-jira` (`via`).</summary>
public sealed record RouteOptionSyntax(TextSpan Span, string Name, OperandSyntax? Value) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Value is null ? [] : [Value];
}

/// <summary>`suppress billing-confusion-spike`.</summary>
public sealed record SuppressSyntax(TextSpan Span, WordsSyntax Target, TextSyntax? Because) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Because is null ? [Target] : [Target, Because];
}

/// <summary>`tag contact with recover`.</summary>
public sealed record TagContactSyntax(TextSpan Span, OperandSyntax Tag) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Tag];
}

/// <summary>`call back within 4 hours`.</summary>
public sealed record CallBackSyntax(TextSpan Span, NumberSyntax Within) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Within];
}

/// <summary>`notify agents`, `notify customers and agents within 5 days`.</summary>
public sealed record NotifySyntax(TextSpan Span, ImmutableArray<WordsSyntax> Audiences, NumberSyntax? Within) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Within is null ? Audiences : [.. Audiences, Within];
}

/// <summary>`emit signal outage-north`.</summary>
public sealed record EmitSignalSyntax(TextSpan Span, WordsSyntax Signal) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Signal];
}

/// <summary>Stands where a syntax error was reported.</summary>
public sealed record BadActionSyntax(TextSpan Span) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}
