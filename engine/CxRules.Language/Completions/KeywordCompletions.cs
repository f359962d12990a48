using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Completions;

/// <summary>
/// The words of the language that may follow a cut sentence. Each is tried: one that the grammar takes for a word of its own, and not for
/// part of a name, may stand there.
/// </summary>
internal sealed class KeywordCompletions
{
    private readonly CutSentence _cut;
    private readonly Reading _reading;
    private readonly Lexeme[][] _continuations;
    private readonly Reading[] _asName;

    public KeywordCompletions(CutSentence cut)
    {
        _cut = cut;
        _reading = cut.Read();
        _continuations =
        [
            [],
            [cut.Token(TokenKind.Word, NameSite.Dummy)],
            [cut.Token(TokenKind.Word, "of")],
            [cut.Token(TokenKind.Text, NameSite.Dummy)],
            [cut.Token(TokenKind.Number, "1")],
        ];
        _asName = [.. _continuations.Select(more => cut.Read([cut.Word(NameSite.Dummy), .. more]))];
    }

    private bool TakesNames => _asName[0].ReachesEnd;

    public IEnumerable<string> Find()
    {
        if (!_reading.ReachesEnd)
        {
            return Earlier();
        }

        var expected = _reading.Next.Where(expectation => expectation != Expectation.NextClause).SelectMany(expectation => expectation.Words).Where(Fits);

        // Behind a number any unit would do: which of them fit is asked elsewhere.
        var words = _reading.Next.Contains(Expectation.Unit) ? KeywordTable.Words.Where(word => !UnitTable.TryFind(word, out _)) : KeywordTable.Words;
        return expected.Concat(words.Where(IsKeyword)).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The grammar looks ahead for `earlier`: a length behind a measure is nothing before it.</summary>
    private IEnumerable<string> Earlier()
    {
        if (Fits("earlier"))
        {
            return ["earlier"];
        }

        return Fits("weeks earlier") ? ["day", "days", "week", "weeks"] : [];
    }

    /// <summary>The word means something else here than it would if the token at an index were a name.</summary>
    public bool DependsOn(int index, string word)
    {
        var name = _cut.Token(TokenKind.Word, NameSite.Dummy) with { StartsLine = _cut.Lexemes[index].StartsLine };
        var other = _cut with { Lexemes = _cut.Lexemes.SetItem(index, name) };
        var typed = Typed(word);
        return _continuations.Any(more => Differs(_cut.Read([.. typed, .. more]), 0, other.Read([.. typed, .. more]), 0));
    }

    private Lexeme[] Typed(string word)
    {
        var words = word.Split(' ');
        return [_cut.Word(words[0]), .. words.Skip(1).Select(next => _cut.Token(TokenKind.Word, next))];
    }

    private bool Fits(string word) => _cut.Read(Typed(word)).ReachesEnd;

    private bool IsKeyword(string word)
    {
        if (!TakesNames || Vocabulary.EndOfName.Contains(word))
        {
            return Fits(word);
        }

        var typed = Typed(word);
        for (var i = 0; i < _continuations.Length; i++)
        {
            var reading = _cut.Read([.. typed, .. _continuations[i]]);
            if (reading.Furthest < _cut.Lexemes.Length + typed.Length && reading.Node is null)
            {
                return false;
            }

            if (Differs(reading, typed.Length, _asName[i], 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Something else may follow, not counting the words that differ.</summary>
    private static bool Differs(Reading one, int ofOne, Reading other, int ofOther) =>
        one.Node is null != other.Node is null
        || one.Furthest - ofOne != other.Furthest - ofOther
        || one.Expected.Count != other.Expected.Count
        || !one.Expected.Select(expectation => expectation.Shown).Order(StringComparer.Ordinal).SequenceEqual(other.Expected.Select(expectation => expectation.Shown).Order(StringComparer.Ordinal));
}
