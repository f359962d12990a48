using System.Collections.Frozen;
using System.Collections.Immutable;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>What stands after `then`.</summary>
internal static class ActionGrammar
{
    private static readonly Parser<OperandSyntax> OwnerWords = input =>
    {
        var at = (TokenInput)input;
        return at.Peek(-1).Is("and") && at.Lexeme.IsOneOf(Vocabulary.Actions) ? Fail<OperandSyntax>(at, Expectation.Owner) : NameGrammar.Words(input);
    };

    private static readonly Parser<OperandSyntax> Owner = Choose(
        Wanted<OperandSyntax>(Expectation.Owner),
        (input => input.Lexeme.Kind == TokenKind.Text, NameGrammar.Text),
        (NameGrammar.IsName, OwnerWords));

    private static readonly Parser<(WordsSyntax? OwnerOf, ImmutableArray<OperandSyntax> Owners)> Named = Sequence(
        Owner,
        Sequence(Word("and"), Owner, (_, next) => next).Many(),
        (WordsSyntax?, ImmutableArray<OperandSyntax>) (first, others) => (null, [first, .. others]));

    private static readonly Parser<(WordsSyntax? OwnerOf, ImmutableArray<OperandSyntax> Owners)> Mapped = Sequence(
        Word("owner"),
        Word("of"),
        NameGrammar.Words,
        (WordsSyntax?, ImmutableArray<OperandSyntax>) (_, _, field) => (field, []));

    private static readonly FrozenDictionary<string, Parser<RouteOptionSyntax>> Options = new Dictionary<string, Parser<RouteOptionSyntax>>
    {
        ["cost"] = Sequence(Word("cost"), Word("estimate"), (cost, estimate) => new RouteOptionSyntax(cost.Span.To(estimate.Span), "cost estimate", null)),
        ["priority"] = Sequence(Word("priority"), NameGrammar.Words, (word, value) => new RouteOptionSyntax(word.Span.To(value.Span), "priority", value)),
        ["evidence"] = Sequence(Word("evidence"), Evidence(), (word, value) => new RouteOptionSyntax(word.Span.To(value.Span), "evidence", value)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Parser<SyntaxNode> With = Sequence(
        Word("with"),
        ByWord(Options, Wanted<RouteOptionSyntax>(new("`cost estimate`, `priority high` or `evidence 20 contacts`", "cost", "priority", "evidence"))),
        SyntaxNode (with, option) => option with { Span = with.Span.To(option.Span) });

    private static readonly Parser<TextSyntax> Because = Sequence(Word("because"), NameGrammar.Text, (_, text) => text);

    private static readonly Parser<SyntaxNode> Option = Choose(
        With,
        (input => input.Lexeme.Is("because"), Because),
        (input => input.Lexeme.Is("via"), Refuse<SyntaxNode>(UnsupportedConstruct.Via)));

    private static readonly Parser<ActionSyntax> Route = Sequence(
        Word("route"),
        Word("to"),
        Choose(Named, (input => input.Lexeme.Is("owner") && input.Peek(1).Is("of"), Mapped)),
        Option.Many(),
        ActionSyntax (route, _, owners, options) => MakeRoute(route, owners.Owners, owners.OwnerOf, [.. options]));

    private static readonly Parser<ActionSyntax> Suppress = Sequence(
        Word("suppress"),
        NameGrammar.Words,
        OrNull(Because),
        ActionSyntax (word, target, because) => new SuppressSyntax(word.Span.To(because?.Span ?? target.Span), target, because));

    private static readonly FrozenDictionary<string, Parser<ActionSyntax>> ByName = new Dictionary<string, Parser<ActionSyntax>>
    {
        ["route"] = Route,
        ["suppress"] = Suppress,
        ["escalate"] = Refuse<ActionSyntax>(UnsupportedConstruct.Escalate, words: 2),
        ["tag"] = Refuse<ActionSyntax>(UnsupportedConstruct.TagContact, words: 3),
        ["call"] = Refuse<ActionSyntax>(UnsupportedConstruct.CallBack, words: 2),
        ["notify"] = Refuse<ActionSyntax>(UnsupportedConstruct.Notify),
        ["emit"] = Refuse<ActionSyntax>(UnsupportedConstruct.EmitSignal, words: 2),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>An action.</summary>
    public static readonly Parser<ActionSyntax> Action = ByWord(
        ByName,
        Wanted<ActionSyntax>(new("`route to` and an owner, or `suppress` and a rule", [.. ByName.Keys.Order(StringComparer.Ordinal)])));

    private static Parser<NumberSyntax> Evidence() => Choose(
        NumberGrammar.Plain,
        (input => input.Peek(1).IsOneOf(Units.Counts), NumberGrammar.Count));

    private static RouteSyntax MakeRoute(Token route, ImmutableArray<OperandSyntax> owners, WordsSyntax? ownerOf, ImmutableArray<SyntaxNode> options)
    {
        var last = options.Length > 0 ? options[^1].Span : ownerOf?.Span ?? owners[^1].Span;
        return new(route.Span.To(last), RouteVerb.Route, owners, ownerOf, [.. options.OfType<RouteOptionSyntax>()], options.OfType<TextSyntax>().FirstOrDefault());
    }
}
