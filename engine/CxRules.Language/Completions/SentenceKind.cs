using CxRules.Language.Syntax;
using CxRules.Language.Text;
using Sprache;

namespace CxRules.Language.Completions;

/// <summary>How far the grammar follows some tokens.</summary>
/// <param name="Node">What it makes of them; null where they are no whole sentence.</param>
/// <param name="Furthest">The place at which something else was wanted; that behind the last token where more may follow.</param>
internal sealed record Reading(SyntaxNode? Node, int Furthest, int Count, IReadOnlyList<Expectation> Expected)
{
    /// <summary>The grammar takes every token for what it is, be the sentence whole or not.</summary>
    public bool ReachesEnd => Node is not null || Furthest >= Count;

    /// <summary>What may follow the last token.</summary>
    public IReadOnlyList<Expectation> Next => Furthest == Count ? Expected : [];
}

/// <summary>A kind of sentence, made to be read again and again with other tokens at its end.</summary>
internal sealed class SentenceKind
{
    private readonly Func<Sentence, SyntaxNode?> _parse;

    private SentenceKind(Func<Sentence, SyntaxNode?> parse) => _parse = parse;

    public static SentenceKind Condition { get; } = Of(ConditionGrammar.Condition, condition => condition);

    public static SentenceKind Field { get; } = Of(ClauseGrammar.Field, field => field);

    /// <summary>`as …`, behind the name of a definition.</summary>
    public static SentenceKind Definition { get; } = Of(DefinitionGrammar.Body, meaning => meaning);

    /// <summary>The same without `as`, behind a name in YAML.</summary>
    public static SentenceKind Meaning { get; } = Of(DefinitionGrammar.Meaning, meaning => meaning);

    /// <summary>`each row of …`, behind `for`.</summary>
    public static SentenceKind EachRow { get; } = Of(DefinitionGrammar.EachRow, rows => rows);

    /// <summary>`row of …`, behind the key of YAML.</summary>
    public static SentenceKind Rows { get; } = Of(DefinitionGrammar.Rows, rows => rows);

    public static SentenceKind Moment { get; } = Of(MomentGrammar.Moment, moment => moment);

    /// <summary>What stands behind a clause's keyword, or its YAML key.</summary>
    public static SentenceKind Clause(string keyword) =>
        Of(ClauseGrammar.BodyOf(keyword), make => make(new(keyword.ToLowerInvariant(), default, default)));

    public Reading Read(SourceText source, IReadOnlyList<Lexeme> lexemes, Lexeme before)
    {
        var sentence = new Sentence(source, lexemes, 0, lexemes.Count, before) { NotesExpected = true };
        var node = Nesting.TooDeep(sentence) is null ? _parse(sentence) : null;
        return new(node, sentence.Furthest, sentence.Count, sentence.Expected);
    }

    public static SentenceKind Of<T>(Parser<T> parser, Func<T, SyntaxNode> nodeOf) => new(sentence =>
    {
        var input = new TokenInput();
        input.Begin(sentence);
        var result = parser(input);
        if (!result.WasSuccessful)
        {
            return null;
        }

        if (!result.Remainder.AtEnd)
        {
            sentence.Expect(result.Remainder.Position, Expectation.NextClause);
            return null;
        }

        return nodeOf(result.Value);
    });
}
