using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>The canonical wording of a file's sentences, made from their tokens: nothing is lost, nothing added.</summary>
internal sealed class Wording
{
    /// <summary>Words that may not begin a line, where they would begin something else.</summary>
    private static readonly FrozenSet<string> NeverFirst = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "rule", "define", "for");

    private static readonly FrozenSet<string> PartStarts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "with", "via", "because");

    private readonly SourceText _source;
    private readonly ImmutableArray<Token> _tokens;
    private readonly HashSet<int> _names = [];
    private readonly HashSet<int> _signs = [];

    public Wording(RuleFileSyntax file)
    {
        _source = file.Text;
        _tokens = file.Tokens;
        foreach (var node in file.Definitions.Concat<SyntaxNode>(file.Rules))
        {
            Note(node, isKeyword: false);
        }
    }

    public Phrase Of(TextSpan span) => Of(IndexAt(span.Start), IndexAt(span.End));

    /// <summary>A sentence without its first words.</summary>
    public Phrase After(TextSpan span, int words) => Of(IndexAt(span.Start) + words, IndexAt(span.End));

    /// <summary>The token before a place.</summary>
    public Token Before(int offset) => _tokens[IndexAt(offset) - 1];

    /// <summary>The spans of an action's parts: what is done, then each `with …`, `via …` and `because …`.</summary>
    public IEnumerable<TextSpan> Parts(TextSpan action)
    {
        var (start, end) = (IndexAt(action.Start), IndexAt(action.End));
        for (var i = start + 1; i < end; i++)
        {
            if (_tokens[i].Kind == TokenKind.Word && PartStarts.Contains(_tokens[i].Value) && !_names.Contains(_tokens[i].Span.Start))
            {
                yield return _tokens[start].Span.To(_tokens[i - 1].Span);
                start = i;
            }
        }

        yield return _tokens[start].Span.To(_tokens[end - 1].Span);
    }

    private Phrase Of(int start, int end)
    {
        var words = ImmutableArray.CreateBuilder<PhraseWord>(end - start);
        for (var i = start; i < end; i++)
        {
            var text = TokenText.Of(_source, _tokens[i], _names.Contains(_tokens[i].Span.Start));
            words.Add(new(text, i > start && IsGlued(_tokens[i - 1], _tokens[i]), i > start && MayBegin(_tokens[i - 1], _tokens[i])));
        }

        return new(words.ToImmutable());
    }

    private bool IsGlued(Token before, Token token) => (before.Kind, token.Kind) switch
    {
        (TokenKind.Open, _) or (_, TokenKind.Close) or (_, TokenKind.Comma) or (TokenKind.Number or TokenKind.Dotted, TokenKind.Percent) or (TokenKind.Currency, TokenKind.Number or TokenKind.Dotted) => true,
        (TokenKind.Minus, _) => _signs.Contains(before.Span.Start),
        _ => false,
    };

    private static bool MayBegin(Token before, Token token) =>
        (before.Kind == TokenKind.Comma && !(token.Kind == TokenKind.Word && NeverFirst.Contains(token.Value)))
        || (before.Kind == TokenKind.Text && token.Kind == TokenKind.Text);

    private void Note(SyntaxNode node, bool isKeyword)
    {
        if (node is WordsSyntax words && !isKeyword)
        {
            NoteName(words);
        }
        else if (node is NumberSyntax number)
        {
            NoteNumber(number);
        }
        else if (node is ColumnSyntax)
        {
            NoteTokens(node.Span);
        }

        foreach (var child in node.Children)
        {
            Note(child, KeywordNodes.Has(node));
        }
    }

    private void NoteName(WordsSyntax words)
    {
        var (start, end) = (IndexAt(words.Span.Start), IndexAt(words.Span.End));
        var isExplicit = words.IsField && end - start == words.Value.Count(c => c == ' ') + 2 && _tokens[start].Kind == TokenKind.Word;
        for (var i = isExplicit ? start + 1 : start; i < end; i++)
        {
            _names.Add(_tokens[i].Span.Start);
        }
    }

    /// <summary>A minus before it is its sign. Currency codes keep their letters, other units are keywords.</summary>
    private void NoteNumber(NumberSyntax number)
    {
        _signs.Add(number.Span.Start);
        if (number.Unit is { Length: 3 } unit && unit.All(char.IsAsciiLetterUpper) && !Units.Times.Contains(unit))
        {
            NoteTokens(number.Span);
        }
    }

    private void NoteTokens(TextSpan span)
    {
        for (var i = IndexAt(span.Start); i < IndexAt(span.End); i++)
        {
            _names.Add(_tokens[i].Span.Start);
        }
    }

    /// <summary>The first token that starts at or behind a place.</summary>
    private int IndexAt(int offset)
    {
        var (low, high) = (0, _tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
