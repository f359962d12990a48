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
        (NumberGrammar.IsColumn, NumberGrammar.Column),
        (NameGrammar.IsName, OwnerWords));

    private static readonly Parser<Owners> Named = Sequence(
        Owner,
        Sequence(Word("and"), Owner, (_, next) => next).Many(),
        (first, others) => new Owners([first, .. others], null));

    private static readonly Parser<Owners> Mapped = Sequence(
        Word("owner"),
        Word("of"),
        NameGrammar.Words,
        (_, _, field) => new Owners([], field));

    private static readonly Parser<Owners> Target = Choose(Named, (input => input.Lexeme.Is("owner"), Mapped));

    private static readonly FrozenDictionary<string, Parser<RouteOptionSyntax>> Options = new Dictionary<string, Parser<RouteOptionSyntax>>
    {
        ["cost"] = Sequence(Word("cost"), Word("estimate"), (cost, estimate) => new RouteOptionSyntax(cost.Span.To(estimate.Span), "cost estimate", null)),
        ["priority"] = Sequence(Word("priority"), Value(NameGrammar.Severity), (word, value) => new RouteOptionSyntax(word.Span.To(value.Span), "priority", value)),
        ["evidence"] = Sequence(Word("evidence"), Evidence(), (word, value) => new RouteOptionSyntax(word.Span.To(value.Span), "evidence", value)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Parser<SyntaxNode> With = Sequence(
        Word("with"),
        ByWord(Options, Wanted<RouteOptionSyntax>(new("`cost estimate`, `priority high` or `evidence 20 contacts`", "cost", "priority", "evidence"))),
        SyntaxNode (with, option) => option with { Span = with.Span.To(option.Span) });

    private static readonly Parser<TextSyntax> Because = Sequence(Word("because"), NameGrammar.Text, (_, text) => text);

    private static readonly Parser<SyntaxNode> Via = Sequence(
        Word("via"),
        Value(NameGrammar.Webhook),
        SyntaxNode (via, name) => new RouteOptionSyntax(via.Span.To(name.Span), "via", name));

    private static readonly Parser<SyntaxNode> Option = Choose(
        With,
        (input => input.Lexeme.Is("because"), Because),
        (input => input.Lexeme.Is("via"), Via));

    private static readonly Parser<ActionSyntax> Suppress = Sequence(
        Word("suppress"),
        NameGrammar.Rule,
        OrNull(Because),
        ActionSyntax (word, target, because) => new SuppressSyntax(word.Span.To(because?.Span ?? target.Span), target, because));

    private static readonly Parser<ActionSyntax> TagContact = Sequence(
        Word("tag"),
        Word("contact", "`contact with` and a tag"),
        Word("with", "`with` and a tag"),
        Value(NameGrammar.Tag),
        ActionSyntax (word, _, _, tag) => new TagContactSyntax(word.Span.To(tag.Span), tag));

    private static readonly Parser<ActionSyntax> CallBack = Sequence(
        Word("call"),
        Word("back", "`back within 4 hours`"),
        LimitGrammar.Deadline,
        ActionSyntax (word, _, within) => new CallBackSyntax(word.Span.To(within.Span), within));

    private static readonly Parser<WordsSyntax> Audience = Map(
        Satisfy(input => input.Lexeme.Is("customers") || input.Lexeme.Is("agents"), Expectation.Audience),
        audience => new WordsSyntax(audience.Span, audience.Value));

    private static readonly Parser<ActionSyntax> Notify = Sequence(
        Word("notify"),
        Audience,
        Sequence(Word("and"), Audience, (_, audience) => audience).Many(),
        OrNull(LimitGrammar.Deadline),
        ActionSyntax (word, first, others, within) =>
        {
            ImmutableArray<WordsSyntax> audiences = [first, .. others];
            return new NotifySyntax(word.Span.To(within?.Span ?? audiences[^1].Span), audiences, within);
        });

    private static readonly Parser<ActionSyntax> EmitSignal = Sequence(
        Word("emit"),
        Word("signal", "`signal` and its name"),
        NameGrammar.Signal,
        ActionSyntax (word, _, signal) => new EmitSignalSyntax(word.Span.To(signal.Span), signal));

    private static readonly FrozenDictionary<string, Parser<ActionSyntax>> ByName = new Dictionary<string, Parser<ActionSyntax>>
    {
        ["route"] = ToOwners("route", RouteVerb.Route),
        ["escalate"] = ToOwners("escalate", RouteVerb.Escalate),
        ["tag"] = TagContact,
        ["call"] = CallBack,
        ["notify"] = Notify,
        ["emit"] = EmitSignal,
        ["suppress"] = Suppress,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>An action.</summary>
    public static readonly Parser<ActionSyntax> Action = ByWord(
        ByName,
        Wanted<ActionSyntax>(new(
            "an action: `route to`, `escalate to`, `tag contact with`, `call back within`, `notify`, `emit signal` or `suppress`",
            [.. ByName.Keys.Order(StringComparer.Ordinal)])));

    /// <summary>The words that begin one.</summary>
    public static IEnumerable<string> FirstWords => ByName.Keys;

    /// <summary>What may stand behind `with`.</summary>
    public static IEnumerable<string> WithWords => Options.Keys;

    public static bool IsWithWord(string word) => Options.ContainsKey(word);

    /// <summary>Words, a text, or what the row of a table says.</summary>
    private static Parser<OperandSyntax> Value(Parser<WordsSyntax> words) => Choose<OperandSyntax>(
        words,
        (input => input.Lexeme.Kind == TokenKind.Text, NameGrammar.Text),
        (NumberGrammar.IsColumn, NumberGrammar.Column));

    private static Parser<ActionSyntax> ToOwners(string word, RouteVerb verb) => Sequence(
        Word(word),
        Word("to", "`to` and an owner"),
        Target,
        Option.Many(),
        ActionSyntax (start, _, owners, options) => MakeRoute(start, verb, owners, [.. options]));

    private static Parser<NumberSyntax> Evidence() => Choose(
        NumberGrammar.Plain,
        (input => input.Peek(1).IsOneOf(Units.Counts), NumberGrammar.Count));

    private static RouteSyntax MakeRoute(Token start, RouteVerb verb, Owners owners, ImmutableArray<SyntaxNode> options)
    {
        var last = options.Length > 0 ? options[^1].Span : owners.Of?.Span ?? owners.Names[^1].Span;
        return new(start.Span.To(last), verb, owners.Names, owners.Of, [.. options.OfType<RouteOptionSyntax>()], options.OfType<TextSyntax>().FirstOrDefault());
    }

    /// <summary>Whom an action goes to: names, or the owner of a field.</summary>
    private sealed record Owners(ImmutableArray<OperandSyntax> Names, WordsSyntax? Of);
}
