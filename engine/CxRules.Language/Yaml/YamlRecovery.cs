using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>A rule file's document, and the items of `rules` that are no part of it.</summary>
/// <param name="Document">Null where there is none.</param>
internal readonly record struct RecoveredYaml(YamlNode? Document, ImmutableArray<TextSpan> Lost);

/// <summary>Reads a rule file also where it is no YAML: what breaks it is reported and blanked out, and the rest is read again.</summary>
internal sealed class YamlRecovery
{
    /// <summary>Each try reads the file anew: one with more breaks than this ends at the next.</summary>
    private const int Tries = 16;

    private readonly SourceText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly YamlItems _items;
    private readonly char[] _content;
    private readonly HashSet<Diagnostic> _known;
    private readonly HashSet<int> _blanked = [];
    private readonly HashSet<int> _lost = [];

    private YamlRecovery(SourceText text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
        _items = YamlItems.Of(text);
        _content = text.Content.ToCharArray();
        _known = [.. diagnostics.ToImmutable()];
    }

    public static RecoveredYaml Read(SourceText text, DiagnosticBag diagnostics)
    {
        if (!YamlTextCheck.Passes(text, diagnostics))
        {
            return new(null, []);
        }

        var composer = new YamlComposer(text, diagnostics);
        var document = composer.Compose();
        return composer.FailedAt is { } place ? new YamlRecovery(text, diagnostics).Recover(place) : new(document, []);
    }

    /// <param name="first">Where the file breaks first.</param>
    private RecoveredYaml Recover(int first)
    {
        var place = first;
        for (var i = 0; i < Tries && !_items.IsEmpty && Blank(place); i++)
        {
            var found = new DiagnosticBag();
            var composer = new YamlComposer(new(_text.File, new(_content)), found);
            var document = composer.Compose();
            Add(found, composer.FailedAt);
            if (composer.FailedAt is not { } next)
            {
                return new(document, [.. _lost.Order().Select(_items.SpanOf)]);
            }

            place = next;
        }

        return new(null, []);
    }

    /// <summary>An item that breaks a second time was reported already.</summary>
    private void Add(DiagnosticBag found, int? failedAt)
    {
        foreach (var diagnostic in found.ToImmutable().Select(diagnostic => diagnostic with { Text = _text }))
        {
            var place = diagnostic.Span.Start;
            if (!(place == failedAt && _blanked.Contains(Part(place))) && !IsBlank(place) && _known.Add(diagnostic))
            {
                _diagnostics.Add(diagnostic);
            }
        }
    }

    private bool IsBlank(int place) => place < _content.Length && _content[place] != _text.Content[place];

    /// <summary>Blanks out the value that a place stands in, and the whole item where that does not mend it; false where neither does.</summary>
    private bool Blank(int place)
    {
        if (_blanked.Add(Part(place)))
        {
            Blank(ValueAt(place));
            return true;
        }

        var item = _items.At(place);
        if (item < 0 || !_lost.Add(item))
        {
            return false;
        }

        Blank(_items.SpanOf(item));
        return true;
    }

    /// <summary>An item of `rules`, or a line outside of them.</summary>
    private int Part(int place) => _items.At(place) is var item and >= 0 ? item : -_text.PositionOf(Math.Min(place, _text.Content.Length)).Line;

    /// <summary>From behind a line's key or dash to the end of the lines that are indented further.</summary>
    private TextSpan ValueAt(int place)
    {
        var number = _text.PositionOf(Math.Min(place, _text.Content.Length)).Line;
        var line = YamlLine.Of(_text, number);
        var end = line.Span.End;
        for (var next = number + 1; next <= _text.LineCount && YamlLine.Of(_text, next) is var below && (below.IsEmpty || below.Indent > line.Column); next++)
        {
            end = below.IsEmpty ? end : below.Span.End;
        }

        return TextSpan.FromBounds(line.Span.Start + line.Value, end);
    }

    private void Blank(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            _content[i] = _content[i] is '\r' or '\n' ? _content[i] : ' ';
        }
    }
}
