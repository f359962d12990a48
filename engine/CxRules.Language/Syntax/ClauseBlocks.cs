namespace CxRules.Language.Syntax;

/// <summary>Parts a rule's tokens into clauses, at the words that begin one.</summary>
internal sealed class ClauseBlocks
{
    private readonly IReadOnlyList<Lexeme> _lexemes;
    private readonly TokenRange _rule;
    private int _start = -1;
    private bool _hasHold;

    private ClauseBlocks(IReadOnlyList<Lexeme> lexemes, TokenRange rule)
    {
        _lexemes = lexemes;
        _rule = rule;
    }

    /// <summary>The stretches in order, each but perhaps the first beginning with its keyword.</summary>
    public static List<TokenRange> Of(IReadOnlyList<Lexeme> lexemes, TokenRange rule) => new ClauseBlocks(lexemes, rule).Part();

    public static bool IsKeyword(Lexeme lexeme) => lexeme.Kind == TokenKind.Word && ClauseGrammar.IsClause(lexeme.Token.Value);

    private List<TokenRange> Part()
    {
        var clauses = new List<TokenRange>();
        var start = _rule.Start;
        for (var i = _rule.Start; i < _rule.End; i++)
        {
            if (!Begins(i))
            {
                continue;
            }

            if (i > start)
            {
                clauses.Add(new(start, i));
            }

            start = i;
            _start = i;
            _hasHold = false;
        }

        if (_rule.End > start)
        {
            clauses.Add(new(start, _rule.End));
        }

        return clauses;
    }

    private bool Begins(int at)
    {
        var lexeme = _lexemes[at];
        if (RuleBlocks.IsListed(_lexemes, at))
        {
            return false;
        }

        if (lexeme.IsOneOf(Vocabulary.ClauseStarts) || (lexeme.StartsLine && lexeme.Is("rule")))
        {
            return true;
        }

        if (lexeme.Is("for"))
        {
            return !FollowsState(at) && BeginsFor();
        }

        if (lexeme.Is("per"))
        {
            return !IsRate(at) && !IsMethod(at) && (lexeme.StartsLine || (!NextIsSpan(at) && !FollowsEstimate(at)));
        }

        return lexeme.IsOneOf(Vocabulary.Headers) && BeginsHeader(at);
    }

    /// <summary>Behind `estimates more than 40 contacts` it belongs to the estimate, whatever follows.</summary>
    private bool FollowsEstimate(int at)
    {
        var verb = at - 1;
        while (verb > _rule.Start && !_lexemes[verb].Is("estimates") && !_lexemes[verb].IsOneOf(Vocabulary.ClauseStarts) && !_lexemes[verb].Is("per") && !_lexemes[verb].Is("and") && !_lexemes[verb].Is("or"))
        {
            verb--;
        }

        return verb > _rule.Start && _lexemes[verb].Is("estimates");
    }

    /// <summary>Behind the condition of `until` it belongs to that.</summary>
    private bool BeginsFor()
    {
        var belongs = !_hasHold && _start >= 0 && _lexemes[_start].Is("until");
        _hasHold = true;
        return !belongs;
    }

    /// <summary>At the start of a line where the sentence before could be complete, or behind another header.</summary>
    private bool BeginsHeader(int at)
    {
        if (at == _rule.Start)
        {
            return true;
        }

        var before = _lexemes[at - 1];
        var isOpen = before.IsOneOf(Vocabulary.Open) || before.Kind is TokenKind.Open or TokenKind.Comma || (before.Kind is >= TokenKind.Equal and <= TokenKind.Minus);
        var isBehindHeader = _start >= 0 && _lexemes[_start].IsOneOf(Vocabulary.Headers) && at > _start + 1;
        var isBehindTitle = _start < 0 && before.Kind == TokenKind.Text;
        return !isOpen && (_lexemes[at].StartsLine || isBehindHeader || isBehindTitle);
    }

    /// <summary>Behind `case … is declined` it belongs to the state.</summary>
    private bool FollowsState(int at)
    {
        var verb = at - 1;
        while (verb > _rule.Start && _lexemes[verb].Kind == TokenKind.Word && !_lexemes[verb].Is("is") && !_lexemes[verb].Is("for") && !_lexemes[verb].Is("and") && !_lexemes[verb].Is("or") && !_lexemes[verb].IsOneOf(Vocabulary.ClauseStarts))
        {
            verb--;
        }

        return verb > _rule.Start && _lexemes[verb].Is("is") && verb < at - 1 && (_lexemes[verb - 1].Is("case") || (verb - 1 > _rule.Start && _lexemes[verb - 2].Is("case")));
    }

    /// <summary>`baseline from per exposure bills`.</summary>
    private bool IsMethod(int at) =>
        at >= _rule.Start + 2 && _lexemes[at - 1].Is("from") && _lexemes[at - 2].Is("baseline") && at + 1 < _rule.End && _lexemes[at + 1].Is("exposure");

    /// <summary>`per 100 bills`, `per t.count bills`, and what is compared and lacks its number, `per bill > 3`: no clause.</summary>
    private bool IsRate(int at)
    {
        var end = at + 1;
        while (end < _rule.End && _lexemes[end].Kind == TokenKind.Word && !_lexemes[end].IsOneOf(Vocabulary.EndOfName))
        {
            end++;
        }

        return end < _rule.End && (end == at + 1
            ? _lexemes[end].Kind is TokenKind.Number or TokenKind.Dotted
            : _lexemes[end].Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual);
    }

    private bool NextIsSpan(int at) => at + 1 < _rule.End && _lexemes[at + 1].IsOneOf(Vocabulary.Spans);
}
