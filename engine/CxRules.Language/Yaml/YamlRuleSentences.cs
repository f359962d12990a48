using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>The texts of a rule file in YAML: what is a sentence is parsed as one, and the tokens of all are kept.</summary>
internal sealed class YamlRuleSentences
{
    private readonly DiagnosticBag _diagnostics;
    private readonly WordPool _words = new();
    private readonly LexemeList _lexemes = new();
    private readonly SentenceParser _parser = new();
    private readonly List<int> _mistakes;

    /// <param name="diagnostics">What is wrong with the YAML itself; gets what is wrong with the sentences.</param>
    public YamlRuleSentences(SourceText text, DiagnosticBag diagnostics)
        : this(text, diagnostics, [.. diagnostics.ToImmutable().Select(diagnostic => diagnostic.Span.Start).Order()])
    {
    }

    private YamlRuleSentences(SourceText text, DiagnosticBag diagnostics, List<int> mistakes)
    {
        Text = text;
        _diagnostics = diagnostics;
        _mistakes = mistakes;
    }

    public SourceText Text { get; }

    /// <summary>The last token read so far.</summary>
    public Token? Last => _lexemes.Count == 0 ? null : _lexemes[^1].Token;

    /// <summary>For a part of the same file, which is read by itself.</summary>
    public YamlRuleSentences Part(DiagnosticBag diagnostics) => new(Text, diagnostics, _mistakes);

    /// <summary>Adds the tokens of a part.</summary>
    public void Add(YamlRuleSentences part) => _lexemes.AddRange(part._lexemes);

    /// <summary>All tokens. They are read as they stand, but for a key that is asked for before the ones above it.</summary>
    public IReadOnlyList<Lexeme> InSourceOrder()
    {
        for (var i = 1; i < _lexemes.Count; i++)
        {
            if (_lexemes[i].Span.Start < _lexemes[i - 1].Span.Start)
            {
                return [.. _lexemes.OrderBy(lexeme => lexeme.Span.Start)];
            }
        }

        return _lexemes;
    }

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object?[] arguments) => _diagnostics.Report(descriptor, Text, span, arguments);

    public void ReportKey(YamlScalar key, string owner, IReadOnlyList<string> known)
    {
        if (DidYouMean.Nearest(key.Value, known) is { } meant)
        {
            _diagnostics.Add(YamlRuleErrors.MisspeltKey.At(Text, key.Span, key.Value, owner, meant) with { Fix = new($"Write {meant}", [new(key.Span, meant)]) });
            return;
        }

        Report(YamlRuleErrors.UnknownKey, key.Span, key.Value, owner, string.Join(", ", known));
    }

    /// <summary>A sentence; null where it is none, which was reported.</summary>
    public T? Parse<T>(Sprache.Parser<T> parser, YamlNode node, YamlScalar key, string wanted)
        where T : class
    {
        if (ScalarOf(node, key, wanted) is not { } scalar)
        {
            return null;
        }

        var isTorn = IsMistaken(scalar.Span) || HasComment(scalar);
        var diagnostics = isTorn ? new DiagnosticBag() : _diagnostics;
        var start = _lexemes.Count;
        Lexer.Scan(Text, scalar.Value, scalar.Offsets, _words, _lexemes, diagnostics);
        if (_lexemes.Count == start)
        {
            diagnostics.Report(YamlRuleErrors.NothingBehind, Text, key.Span, key.Value, wanted);
            return null;
        }

        var before = new Lexeme(new(TokenKind.Word, key.Span, key.Value, default), true, false, false);
        return _parser.Parse(parser, new(Text, _lexemes, start, _lexemes.Count, before), diagnostics);
    }

    /// <summary>A text that is no sentence: one token, as it stands.</summary>
    public TextSyntax? Raw(YamlNode node, YamlScalar key, TokenKind kind, string wanted)
    {
        if (ScalarOf(node, key, wanted) is not { } scalar)
        {
            return null;
        }

        _lexemes.Add(new(new(kind, scalar.Span, scalar.Value, default), true, false, false));
        return new(scalar.Span, scalar.Value);
    }

    /// <summary>A key that is a name: one token.</summary>
    public WordsSyntax Name(YamlScalar key)
    {
        _lexemes.Add(new(new(TokenKind.Word, key.Span, key.Value, default), true, false, false));
        return new(key.Span, key.Value);
    }

    /// <summary>Whether the YAML itself is wrong here, up to the end of the line: what follows from that is not reported again.</summary>
    public bool IsMistaken(TextSpan span)
    {
        var end = Text.Line(Text.PositionOf(span.End).Line).End;
        var index = _mistakes.BinarySearch(span.Start);
        var next = index < 0 ? ~index : index;
        return next < _mistakes.Count && _mistakes[next] <= end;
    }

    /// <summary>`"volume > 3 # many"`: YAML takes it for text, and the sentence would end there.</summary>
    private bool HasComment(YamlScalar scalar)
    {
        if (scalar.Style is not (YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted) || BlockComment.Find(scalar.Value) is not (var at and >= 0))
        {
            return false;
        }

        var start = scalar.Offsets[at];
        var line = Text.Line(Text.PositionOf(start).Line);
        Report(YamlErrors.CommentInBlock, TextSpan.FromBounds(start, Math.Min(line.End, scalar.Span.End - 1)), "quotes");
        return true;
    }

    public TextSpan FirstLineOf(TextSpan span)
    {
        var end = Text.Line(Text.PositionOf(span.Start).Line).End;
        return TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(end, span.End)));
    }

    private YamlScalar? ScalarOf(YamlNode node, YamlScalar key, string wanted)
    {
        if (node is not YamlScalar scalar)
        {
            Report(YamlRuleErrors.WrongShape, FirstLineOf(node.Span), key.Value, wanted, $"one text behind `{key.Value}:`");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Value) || YamlNothing.Is(scalar))
        {
            if (!IsMistaken(scalar.Span))
            {
                Report(YamlRuleErrors.NothingBehind, key.Span, key.Value, wanted);
            }

            return null;
        }

        return scalar;
    }
}
