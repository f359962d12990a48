using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Reads one rule written as sentences: its line, then clause by clause.</summary>
/// <param name="table">The `for each` line above it.</param>
internal sealed class RuleReader(SourceText source, IReadOnlyList<Lexeme> lexemes, TokenRange rule, TokenRange? table, SentenceParser sentences, DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<ClauseSyntax>.Builder _clauses = ImmutableArray.CreateBuilder<ClauseSyntax>();
    private readonly int _reportedBefore = diagnostics.Count;
    private int _tornAt;
    private TextSpan? _torn;
    private WordsSyntax? _id;
    private TextSyntax? _title;

    public RuleSyntax Read(bool isAlone)
    {
        var rows = table is { } range ? ReadRows(range) : null;
        var body = lexemes[rule.Start].Is("rule") ? ReadHeader(rule.Start + 1)
            : SpoiltHeader() is { } id ? ReadHeader(id)
            : WithoutHeader(isAlone);
        foreach (var clause in ClauseBlocks.Of(lexemes, body))
        {
            ReadClause(clause);
        }

        var span = lexemes[table?.Start ?? rule.Start].Token.Span.To(lexemes[rule.End - 1].Token.Span);
        var clauses = _clauses.ToImmutable();
        ReportMisspeltThen(clauses);
        RuleChecks.Report(source, clauses, lexemes[rule.End - 1].Token.Span, IsBroken(), isOrdered: true, diagnostics);
        return new(span, _id, _title, clauses, IsBroken(), rows) { Torn = _torn };
    }

    /// <summary>Reports a line whose word `rule` is spoilt or lost; where the id stands in it.</summary>
    private int? SpoiltHeader()
    {
        var first = lexemes[rule.Start].Token;
        if (!RuleBlocks.IsSpoiltHeader(lexemes, rule.Start, out var id))
        {
            return null;
        }

        if (id > rule.Start && lexemes[id].Is("rule"))
        {
            return TurnedHeader(rule.Start, id);
        }

        diagnostics.Add(id == rule.Start
            ? SyntaxErrors.Unexpected.At(source, first.Span, $"`{first.Value}`", $"`rule` before it: rule {first.Value}") with { Fix = new("Write rule before it", [new(new(first.Span.Start, 0), "rule ")]) }
            : SyntaxErrors.Misspelt.At(source, first.Span, source[first.Span], "rule") with { Fix = new("Write rule", [new(first.Span, "rule")]) });
        return id;
    }

    /// <summary>`late-fees rule "…"`: the id stands before the word.</summary>
    private int TurnedHeader(int id, int keyword)
    {
        var (name, span) = (lexemes[id].Token, lexemes[id].Token.Span.To(lexemes[keyword].Token.Span));
        var written = $"{source[lexemes[keyword].Token.Span]} {source[name.Span]}";
        _id = new(name.Span, name.Value);
        diagnostics.Add(SyntaxErrors.Unexpected.At(source, span, $"`{source[span]}`", $"`{written}`") with { Fix = new($"Write {written}", [new(span, written)]) });
        return keyword + 1;
    }

    private RowsSyntax? ReadRows(TokenRange range)
    {
        var start = lexemes[range.Start];
        var rows = sentences.Parse(DefinitionGrammar.EachRow, new(source, lexemes, range.Start + 1, range.End, start), diagnostics);
        return rows is null ? null : rows with { Span = start.Token.Span.To(rows.Span) };
    }

    private TokenRange WithoutHeader(bool isAlone)
    {
        if (!isAlone)
        {
            diagnostics.Report(SyntaxErrors.HeaderMissing, source, lexemes[rule.Start].Token.Span);
        }

        return rule;
    }

    /// <param name="first">Behind the word `rule`.</param>
    private TokenRange ReadHeader(int first)
    {
        var at = first;
        while (at < rule.End && lexemes[at].Kind == TokenKind.Word && (at == rule.Start || !lexemes[at].StartsLine) && !IsClauseStart(at))
        {
            at++;
        }

        ReadId(first, at);
        at = IsKeywordForId(at) ? at + 1 : at;
        if (at < rule.End && lexemes[at].Kind == TokenKind.Text)
        {
            var end = at + 1;
            while (end < rule.End && lexemes[end].Kind == TokenKind.Text)
            {
                end++;
            }

            _title = sentences.Parse(NameGrammar.Text, SentenceOf(at, end), diagnostics);
            ReportNothing(_title, "title");
            at = end;
        }
        else if (IsKeywordForTitle(at))
        {
            diagnostics.Report(SyntaxErrors.Unexpected, source, lexemes[at].Span, $"`{source[lexemes[at].Span]}`", "a title in quotes, or nothing");
            at++;
        }

        return rule with { Start = at };
    }

    /// <summary>`rule late-fees every`, and a clause on the next line: the word begins none.</summary>
    private bool IsKeywordForTitle(int at) =>
        at > rule.Start + 1 && at + 1 < rule.End && lexemes[at] is { StartsLine: false, Kind: TokenKind.Word } && lexemes[at + 1].StartsLine && IsClauseStart(at + 1);

    /// <summary>`rule if "Late fees"`: the id is missing, and the word in its place begins no clause.</summary>
    private bool IsKeywordForId(int at) =>
        at == rule.Start + 1 && at + 1 < rule.End && !lexemes[at].StartsLine && lexemes[at].Kind == TokenKind.Word && lexemes[at + 1] is { Kind: TokenKind.Text, StartsLine: false };

    private void ReadId(int start, int end)
    {
        if (_id is not null)
        {
            return;
        }

        if (start == end)
        {
            if (start < rule.End && lexemes[start].IsBroken)
            {
                return;
            }

            diagnostics.Report(SyntaxErrors.IdMissing, source, lexemes[rule.Start].Token.Span);
            return;
        }

        var span = lexemes[start].Token.Span.To(lexemes[end - 1].Token.Span);
        _id = new(span, string.Join(' ', Enumerable.Range(start, end - start).Select(i => lexemes[i].Token.Value)));
        RuleIds.Report(source, _id, diagnostics);
    }

    private bool IsClauseStart(int at) => lexemes[at].IsOneOf(Vocabulary.ClauseStarts) || (lexemes[at].IsOneOf(Vocabulary.Headers) && at > rule.Start + 1);

    private void ReadClause(TokenRange clause)
    {
        var keyword = lexemes[clause.Start];
        if (!ClauseBlocks.IsKeyword(keyword))
        {
            ReportNoClause(clause);
            return;
        }

        var sentence = SentenceOf(clause.Start + 1, clause.End);
        var end = lexemes[clause.End - 1].Token.Span;
        var head = new ClauseHead(keyword.Token.Value.ToLowerInvariant(), keyword.Token.Span, keyword.Token.Span.To(end));
        var isTorn = IsTorn(keyword);
        var made = sentences.Parse(ClauseGrammar.BodyOf(head.Keyword), sentence, isTorn ? new() : diagnostics);
        _tornAt = made is null ? clause.End : _tornAt;
        if ((made is null ? ClauseGrammar.BrokenClause(head, sentence.Span) : made(head)) is { } read)
        {
            _torn ??= keyword.StartsLine ? null : TornPlace.Of(_clauses.LastOrDefault(), read, isTorn);
            _clauses.Add(read);
            ReportNothing((read as HeaderClauseSyntax)?.Value as TextSyntax, head.Keyword == "see" ? "link" : head.Keyword);
        }
    }

    /// <summary>`author ""`: a text that says nothing.</summary>
    private void ReportNothing(TextSyntax? text, string what)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text.Value))
        {
            diagnostics.Report(SyntaxErrors.NothingSaid, source, text.Span, what);
        }
    }

    /// <summary>A keyword within a line, behind a sentence that went wrong: it stands there by mistake, and so does what follows.</summary>
    private bool IsTorn(Lexeme keyword) => !keyword.StartsLine && _tornAt > 0 && _tornAt < lexemes.Count && lexemes[_tornAt].Token.Span == keyword.Token.Span;

    /// <summary>Something before the first clause: perhaps its keyword, misspelt.</summary>
    private void ReportNoClause(TokenRange clause)
    {
        var first = lexemes[clause.Start];
        _tornAt = clause.End;
        if (IsBroken(clause) || diagnostics.Count > _reportedBefore)
        {
            return;
        }

        if (first.Is("rule"))
        {
            ReportRule(clause);
            return;
        }

        var sentence = SentenceOf(clause.Start, clause.End);
        if (first.Kind == TokenKind.Word && (Vocabulary.Meant.GetValueOrDefault(first.Token.Value) ?? DidYouMean.Nearest(first.Token.Value, Vocabulary.Clauses)) is { } word)
        {
            diagnostics.Add(SyntaxErrors.Misspelt.At(source, first.Token.Span, first.Token.Value, word) with
            {
                Fix = new($"Write {word}", [new(first.Token.Span, word)]),
            });
            return;
        }

        diagnostics.Report(SyntaxErrors.NoClause, source, first.Token.Span, Explanation.Shown(sentence, 0));
    }

    /// <summary>`rule route to Billing`, in the place of `then`.</summary>
    private void ReportRule(TokenRange clause)
    {
        var span = lexemes[clause.Start].Token.Span;
        if (clause.Start + 1 < clause.End && lexemes[clause.Start + 1].IsOneOf(Vocabulary.Actions))
        {
            diagnostics.Add(SyntaxErrors.Misspelt.At(source, span, source[span], "then") with { Fix = new("Write then", [new(span, "then")]) });
            return;
        }

        diagnostics.Report(SyntaxErrors.Unexpected, source, span, $"`{source[span]}`", $"one of {string.Join(", ", Vocabulary.Clauses.SkipLast(2))} or {Vocabulary.Clauses[^2]} in its place: the rule above has no `then` yet");
    }

    /// <summary>`if a = b thn route to Billing`: the word was taken for part of a name.</summary>
    private void ReportMisspeltThen(ImmutableArray<ClauseSyntax> clauses)
    {
        if (IsBroken() || clauses.Any(clause => clause is ThenClauseSyntax))
        {
            return;
        }

        for (var i = rule.Start + 1; i + 1 < rule.End; i++)
        {
            var lexeme = lexemes[i];
            if (lexeme.Kind == TokenKind.Word && lexemes[i + 1].IsOneOf(Vocabulary.Actions) && DidYouMean.Nearest(lexeme.Token.Value, ["then"]) is { } then)
            {
                var fix = new Fix($"Write {then}", [new(lexeme.Token.Span, then)]);
                diagnostics.Add(SyntaxErrors.Misspelt.At(source, lexeme.Token.Span, lexeme.Token.Value, then) with { Fix = fix });
                return;
            }
        }
    }

    private Sentence SentenceOf(int start, int end) => new(source, lexemes, start, end, lexemes[Math.Max(rule.Start, start - 1)]);

    private bool IsBroken() => diagnostics.Count > _reportedBefore || IsBroken(rule) || (table is { } range && IsBroken(range));

    private bool IsBroken(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (lexemes[i].IsBroken)
            {
                return true;
            }
        }

        return false;
    }
}
