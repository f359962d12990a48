using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>A file of rules, either spelling. Printing its tokens with their trivia gives the source back exactly.</summary>
public sealed record RuleFileSyntax
{
    private readonly Lazy<ImmutableArray<Token>> _tokens;
    private readonly Lazy<ImmutableArray<TextSpan>> _comments;

    internal RuleFileSyntax(
        SourceText text,
        IReadOnlyList<Lexeme> lexemes,
        ImmutableArray<DefinitionSyntax> definitions,
        ImmutableArray<RuleSyntax> rules,
        ImmutableArray<Diagnostic> diagnostics,
        Func<RuleFileSyntax, ImmutableArray<TextSpan>> commentsOf)
    {
        Text = text;
        Lexemes = TokenTrivia.Apart(lexemes);
        Definitions = definitions;
        Rules = rules;
        Diagnostics = diagnostics;
        _tokens = new(() => TokenTrivia.Complete(Text, Lexemes));
        _comments = new(() => commentsOf(this));
    }

    public SourceText Text { get; }

    /// <summary>What `define` names, in source order.</summary>
    public ImmutableArray<DefinitionSyntax> Definitions { get; }

    public ImmutableArray<RuleSyntax> Rules { get; }

    /// <summary>Mistakes found so far; a broken rule hides none of the others.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>All tokens in source order, the last of kind <see cref="TokenKind.End"/>. Made when they are first asked for, since a check asks for none.</summary>
    public ImmutableArray<Token> Tokens => _tokens.Value;

    /// <summary>What stands in the file for people only: each from its `#` to the end of its line.</summary>
    public ImmutableArray<TextSpan> Comments => _comments.Value;

    /// <summary>The tokens without what is between them.</summary>
    internal IReadOnlyList<Lexeme> Lexemes { get; }

    public override string ToString() => string.Concat(Tokens.Select(token => Text[token.Trivia] + Text[token.Span]));
}

/// <param name="Id">Null for the one rule of a header-less file: its id comes from the file's name.</param>
/// <param name="Title">What follows the id in quotes, or `title:`.</param>
/// <param name="IsBroken">A syntax error was reported inside: binding reports nothing that could be an echo of it.</param>
/// <param name="Rows">The table that makes one rule a row of it; null for a rule of its own.</param>
public sealed record RuleSyntax(TextSpan Span, WordsSyntax? Id, TextSyntax? Title, ImmutableArray<ClauseSyntax> Clauses, bool IsBroken, RowsSyntax? Rows = null) : SyntaxNode(Span)
{
    /// <summary>A stretch that one mistake may have torn into two clauses: it is worth one error.</summary>
    internal TextSpan? Torn { get; init; }

    public override IEnumerable<SyntaxNode> Children => [.. Optional(Rows), .. Optional(Id), .. Optional(Title), .. Clauses];

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

/// <summary>`per product, region top 5 by cost`.</summary>
/// <param name="Top">Keeps the largest groups; null keeps all.</param>
public sealed record PerClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, ImmutableArray<WordsSyntax> Fields, TopSyntax? Top = null) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => Top is null ? Fields : [.. Fields, Top];
}

/// <summary>`top 5 by cost`.</summary>
/// <param name="By">The measure's name.</param>
public sealed record TopSyntax(TextSpan Span, NumberSyntax Count, WordsSyntax By) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Count, By];
}

/// <summary>`every day`, `every monday at 06:00`, `every week on monday`, `every month`: the words after `every`, and the time.</summary>
public sealed record EveryClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, WordsSyntax Words, TimeSyntax? At) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => At is null ? [Words] : [Words, At];
}

/// <summary>`only on weekdays`, `except during incidents and between 20:00 and 08:00`: a gate on evaluation.</summary>
/// <param name="Moments">Joined by `and`.</param>
public sealed record MomentClauseSyntax(TextSpan Span, string Keyword, TextSpan KeywordSpan, ImmutableArray<MomentSyntax> Moments) : ClauseSyntax(Span, Keyword, KeywordSpan)
{
    public override IEnumerable<SyntaxNode> Children => Moments;
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

/// <summary>`weekly` (its word), `over 36 hours` (its length), `over 3 cycles of bills` (its length and its cycles).</summary>
/// <param name="Cycles">The exposure whose cycles are counted; then the length's unit is `cycles`.</param>
public sealed record WindowSyntax(TextSpan Span, string? Word, NumberSyntax? Length, WordsSyntax? Cycles = null) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => InSourceOrder(Length, Cycles);
}
