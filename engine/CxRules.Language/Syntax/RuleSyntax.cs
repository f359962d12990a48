using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>A file of rules, either spelling. Printing its tokens with their trivia gives the source back exactly.</summary>
/// <param name="Tokens">All tokens in source order, the last of kind <see cref="TokenKind.End"/>.</param>
/// <param name="Diagnostics">Mistakes found so far; a broken rule hides none of the others.</param>
public sealed record RuleFileSyntax(SourceText Text, ImmutableArray<Token> Tokens, ImmutableArray<RuleSyntax> Rules, ImmutableArray<Diagnostic> Diagnostics)
{
    public override string ToString() => string.Concat(Tokens.Select(token => Text[token.Trivia] + Text[token.Span]));
}

/// <param name="Id">Null for the one rule of a header-less file: its id comes from the file's name.</param>
/// <param name="Title">What follows the id in quotes, or `title:`.</param>
/// <param name="IsBroken">A syntax error was reported inside: binding reports nothing that could be an echo of it.</param>
public sealed record RuleSyntax(TextSpan Span, WordsSyntax? Id, TextSyntax? Title, ImmutableArray<ClauseSyntax> Clauses, bool IsBroken) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [.. Optional(Id), .. Optional(Title), .. Clauses];

    private static SyntaxNode[] Optional(SyntaxNode? node) => node is null ? [] : [node];
}

/// <param name="Keyword">The clause's first word, or its YAML key.</param>
public abstract record ClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan) : SyntaxNode(Span);

/// <summary>author, severity, priority, expires, see.</summary>
public sealed record HeaderClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, OperandSyntax Value) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => [Value];
}

/// <summary>`if …`, and `until … [for …]`.</summary>
public sealed record ConditionClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, ConditionSyntax Condition, HoldSyntax? Hold) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => Hold is null ? [Condition] : [Condition, Hold];
}

/// <summary>`for 2 days` directly after `if`, or the YAML key `for`.</summary>
public sealed record HoldClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, HoldSyntax Hold) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => [Hold];
}

/// <summary>`per product, region`.</summary>
public sealed record PerClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, ImmutableArray<WordsSyntax> Fields) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => Fields;
}

/// <summary>`every day`, `every monday at 06:00`, `every week on monday`, `every month`: the words after `every`, and the time.</summary>
public sealed record EveryClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, WordsSyntax Words, TimeSyntax? At) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => At is null ? [Words] : [Words, At];
}

/// <summary>`then …`.</summary>
public sealed record ThenClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, ActionSyntax Action) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => [Action];
}

/// <summary>`2 days`, `3 of 5 days`.</summary>
public sealed record HoldSyntax(TextSpan Span, NumberSyntax Length, NumberSyntax? Needed) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Needed is null ? [Length] : [Needed, Length];
}

/// <summary>`weekly` (its word), `over 36 hours` (its length); one of the two is set.</summary>
public sealed record WindowSyntax(TextSpan Span, string? Word, NumberSyntax? Length) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Length is null ? [] : [Length];
}

public abstract record ActionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>`route to Marketing and Product with … because …`, `route to owner of disposition`.</summary>
/// <param name="OwnerOf">The field of `owner of …`; then <paramref name="Owners"/> is empty.</param>
public sealed record RouteSyntax(TextSpan Span, ImmutableArray<OperandSyntax> Owners, WordsSyntax? OwnerOf, ImmutableArray<RouteOptionSyntax> Options, TextSyntax? Because) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children =>
        ((IEnumerable<SyntaxNode?>)[.. Owners, OwnerOf, .. Options, Because]).OfType<SyntaxNode>().OrderBy(node => node.Span.Start);
}

/// <summary>`with cost estimate` (Name `cost estimate`), `with priority high` (`priority`), `with evidence 20 contacts` (`evidence`).</summary>
public sealed record RouteOptionSyntax(TextSpan Span, string Name, OperandSyntax? Value) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Value is null ? [] : [Value];
}

/// <summary>`suppress billing-confusion-spike`.</summary>
public sealed record SuppressSyntax(TextSpan Span, WordsSyntax Target, TextSyntax? Because) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Because is null ? [Target] : [Target, Because];
}

/// <summary>Stands where a syntax error was reported.</summary>
public sealed record BadActionSyntax(TextSpan Span) : ActionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}
