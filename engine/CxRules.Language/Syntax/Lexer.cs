using System.Text;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Makes tokens of a sentence, or of a whole file of them. Never fails: what is no token is a bad one.</summary>
internal sealed class Lexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly CharacterOffsets _offsets;
    private readonly DiagnosticBag _diagnostics;
    private readonly WordPool _words;
    private readonly LexemeList _lexemes;
    private readonly int _first;
    private Stack<bool>? _lists;
    private int _at;
    private bool _startsLine = true;
    private bool _badLine;

    private Lexer(SourceText source, string text, CharacterOffsets offsets, WordPool words, LexemeList lexemes, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = text;
        _offsets = offsets;
        _words = words;
        _diagnostics = diagnostics;
        _lexemes = lexemes;
        _first = lexemes.Count;
    }

    private bool IsInList => _lists is { Count: > 0 } && _lists.Peek();

    /// <summary>The tokens of a file, with a byte order mark allowed.</summary>
    public static LexemeList Scan(SourceText source, DiagnosticBag diagnostics)
    {
        var lexemes = new LexemeList();
        new Lexer(source, source.Content, CharacterOffsets.From(0, source.Content.Length + 1), new(), lexemes, diagnostics).Run(source.Content.StartsWith('\ufeff') ? 1 : 0);
        return lexemes;
    }

    /// <summary>The tokens of a sentence inside another format, <paramref name="offsets"/> giving each character's place in the source and one more.</summary>
    /// <param name="words">Those of the whole source.</param>
    /// <param name="lexemes">Gets the tokens, behind those it has.</param>
    public static void Scan(SourceText source, string sentence, CharacterOffsets offsets, WordPool words, LexemeList lexemes, DiagnosticBag diagnostics) =>
        new Lexer(source, sentence, offsets, words, lexemes, diagnostics).Run(start: 0);

    private void Run(int start)
    {
        _at = start;
        while (_at < _text.Length)
        {
            if (!SkipTrivia())
            {
                ScanToken();
            }
        }
    }

    private bool SkipTrivia()
    {
        var c = _text[_at];
        if (LexerCharacters.IsLineEnd(c))
        {
            _startsLine = true;
            _badLine = false;
        }
        else if (c == '#' && (_startsLine || LexerCharacters.IsSpace(_text[_at - 1])))
        {
            _at = LineEnd();
            return true;
        }
        else if (!LexerCharacters.IsSpace(c))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void ScanToken()
    {
        var c = _text[_at];
        if (LexerCharacters.IsQuote(c))
        {
            ScanText();
        }
        else if (c == '/' && Before(1).Is("matches"))
        {
            ScanPattern();
        }
        else if (LexerCharacters.IsDigit(c))
        {
            ScanNumber();
        }
        else if (LexerCharacters.WordLength(_text, _at) > 0)
        {
            AddWord();
        }
        else if (LexerCharacters.Currencies.TryGetValue(c, out var currency))
        {
            Add(TokenKind.Currency, _at + 1, currency);
        }
        else if (LexerSymbols.At(_text, _at) is { } symbol)
        {
            ScanSymbol(symbol);
        }
        else
        {
            ScanBad();
        }
    }

    private void ScanSymbol(Symbol symbol)
    {
        var end = _at + symbol.Text.Length;
        if (symbol.Kind == TokenKind.Open)
        {
            (_lists ??= new()).Push(Before(1).Is("in") || (Before(1).Is("of") && Before(2).Is("any")));
        }
        else if (symbol.Kind == TokenKind.Close && _lists is { Count: > 0 })
        {
            _lists.Pop();
        }

        if (symbol.Instead is { } instead)
        {
            var span = SpanOf(_at, end);
            var fix = new Fix($"Write {instead}", [new(span, instead)]);
            _diagnostics.Add(SyntaxErrors.ForeignOperator.At(_source, span, symbol.Text, instead) with { Fix = fix });
            Add(symbol.Kind, end, symbol.Plain, isBroken: true);
            return;
        }

        Add(symbol.Kind, end, symbol.Plain);
    }

    private void ScanText()
    {
        var start = _at;
        var lineEnd = LineEnd();
        var close = CloseOf(start, lineEnd);
        var value = Unescaped(start + 1, close < 0 ? lineEnd : close);
        if (close < 0)
        {
            _diagnostics.Report(SyntaxErrors.UnclosedText, _source, SpanOf(start, TrimmedEnd(start, lineEnd)));
        }

        Add(TokenKind.Text, close < 0 ? TrimmedEnd(start, lineEnd) : close + 1, value, isBroken: close < 0);
    }

    /// <summary>Where a text ends: one that begins with a plain quote ends with one, and only for want of it with a curly one.</summary>
    private int CloseOf(int start, int lineEnd)
    {
        var curly = -1;
        var isCurly = LexerCharacters.IsCurlyQuote(_text[start]);
        for (var i = start + 1; i < lineEnd; i++)
        {
            var c = _text[i];
            if (c == '\\' && i + 1 < lineEnd && _text[i + 1] is '"' or '\\')
            {
                i++;
            }
            else if (c == '"' || (isCurly && LexerCharacters.IsCurlyQuote(c)))
            {
                return i;
            }
            else if (curly < 0 && LexerCharacters.IsCurlyQuote(c))
            {
                curly = i;
            }
        }

        return curly;
    }

    private string Unescaped(int start, int end)
    {
        var raw = _text[start..end];
        if (!raw.Contains('\\', StringComparison.Ordinal))
        {
            return raw;
        }

        var value = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] is '"' or '\\')
            {
                i++;
            }

            value.Append(raw[i]);
        }

        return value.ToString();
    }

    private void ScanPattern()
    {
        var start = _at;
        var lineEnd = LineEnd();
        var close = start + 1;
        while (close < lineEnd && _text[close] != '/')
        {
            close += _text[close] == '\\' && close + 1 < lineEnd ? 2 : 1;
        }

        var isClosed = close < lineEnd;
        var end = isClosed ? close + 1 : TrimmedEnd(start, lineEnd);
        if (!isClosed)
        {
            _diagnostics.Report(SyntaxErrors.UnclosedPattern, _source, SpanOf(start, end));
        }

        var value = _text[(start + 1)..Math.Max(start + 1, isClosed ? close : end)];
        Add(TokenKind.Pattern, end, value.Replace("\\/", "/", StringComparison.Ordinal), isBroken: !isClosed);
    }

    private void ScanNumber()
    {
        var number = NumberScan.At(_text, _at);
        var end = number.End;
        if (number.Kind == TokenKind.Word)
        {
            AddWord();
            return;
        }

        var span = SpanOf(_at, end);
        if (number.Mistake is { } mistake)
        {
            _diagnostics.Report(mistake, _source, span, _text[_at..end]);
        }
        else if (number.HasCommas && IsInList)
        {
            var fix = new Fix($"Write {number.Value}", [new(span, number.Value)]);
            _diagnostics.Add(SyntaxErrors.CommaInNumber.At(_source, span, _text[_at..end], number.Value) with { Fix = fix });
            number = number with { Mistake = SyntaxErrors.CommaInNumber };
        }

        Add(number.Kind, end, number.Value, number.Mistake is not null);
    }

    private void ScanBad()
    {
        var start = _at;
        var (what, remedy, length) = BadCharacters.Describe(_text, start);
        var end = start + length;
        while (end < _text.Length && BadCharacters.Continues(_text, end))
        {
            end++;
        }

        if (!_badLine)
        {
            _diagnostics.Add(BadCharacters.IsControl(_text[start])
                ? SyntaxErrors.NotText.At(_source, SpanOf(start, start + 1), (int)_text[start])
                : SyntaxErrors.UnexpectedCharacter.At(_source, SpanOf(start, start + length), what, remedy));
            _badLine = true;
        }

        Add(TokenKind.Bad, end, _text[start..end], isBroken: true);
    }

    private void Add(TokenKind kind, int end, string value, bool isBroken = false)
    {
        var span = SpanOf(_at, end);
        var isGlued = _lexemes.Count > _first && Before(1).Span.End == span.Start;
        _lexemes.Add(new(new(kind, span, value, default), _startsLine, isGlued, isBroken));
        _startsLine = false;
        _at = end;
    }

    private void AddWord()
    {
        var word = LexerWords.End(_text, _at);
        var end = LexerWords.DottedEnd(_text, word);
        Add(end > word ? TokenKind.Dotted : TokenKind.Word, end, _words.Of(_text.AsSpan(_at, end - _at)));
    }

    /// <summary>The token some places before this one; none beyond the first.</summary>
    private Lexeme Before(int distance) => _lexemes.Count - distance >= _first ? _lexemes[^distance] : default;

    private int LineEnd()
    {
        var end = _text.AsSpan(_at).IndexOfAny('\n', '\r');
        return end < 0 ? _text.Length : _at + end;
    }

    private int TrimmedEnd(int start, int end)
    {
        while (end > start + 1 && LexerCharacters.IsSpace(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private TextSpan SpanOf(int start, int end) => TextSpan.FromBounds(_offsets[start], Math.Max(_offsets[start], _offsets[end - 1] + 1));
}
