using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Texts that YAML reads as something else than their author: reported, and read as they were meant where that is plain.</summary>
internal sealed class YamlTraps(SourceText text, DiagnosticBag diagnostics)
{
    private readonly string _source = text.Content;

    public void Check(YamlScalar scalar)
    {
        if (scalar.Style == YamlStyle.Plain)
        {
            CheckHash(scalar);
        }
        else if (scalar.Style is YamlStyle.Literal or YamlStyle.Folded)
        {
            CheckComments(scalar);
        }
    }

    /// <summary>Items of a flow sequence, those joined again that a comma of the text tore apart.</summary>
    public List<YamlNode> Join(List<YamlNode> items)
    {
        var joined = new List<YamlNode>();
        for (var i = 0; i < items.Count;)
        {
            var torn = Torn(items[i]);
            var run = 1;
            while (i + run < items.Count && torn?.TakesIn(items[i + run]) == true)
            {
                run++;
            }

            joined.Add(run == 1 ? items[i] : Mend(items[i].Span.To(items[i + run - 1].Span)));
            i += run;
        }

        return joined;
    }

    /// <summary>Entries of a flow mapping: a torn text goes on in keys without a value.</summary>
    public List<YamlEntry> Join(List<YamlEntry> entries)
    {
        var joined = new List<YamlEntry>();
        for (var i = 0; i < entries.Count;)
        {
            var value = entries[i].Value;
            var torn = Torn(value);
            var run = 1;
            while (i + run < entries.Count && IsEmpty(entries[i + run].Value) && torn?.TakesIn(entries[i + run].Key) == true)
            {
                run++;
            }

            joined.Add(run == 1 ? entries[i] : new(entries[i].Key, Mend(value.Span.To(entries[i + run - 1].Key.Span))));
            i += run;
        }

        return joined;
    }

    private static bool IsEmpty(YamlNode value) => value is YamlScalar { Style: YamlStyle.Plain, Value: "" };

    /// <summary>Null for what no comma can have torn.</summary>
    private TornText? Torn(YamlNode first) => first is YamlScalar { Style: YamlStyle.Plain, Value: not "" } ? new(_source, first.Span) : null;

    private YamlScalar Mend(TextSpan span)
    {
        var scalar = ScalarDecoder.Decode(text, span, "", YamlStyle.Plain, 0);
        if (scalar.Value.Contains('(', StringComparison.Ordinal))
        {
            var fix = scalar.Value.Contains('\'', StringComparison.Ordinal) ? null : new Fix("Put it in quotes", [new(new(span.Start, 0), "'"), new(new(span.End, 0), "'")]);
            diagnostics.Add(YamlErrors.CommaInSentence.At(text, span) with { Fix = fix });
            return scalar;
        }

        var commas = Enumerable.Range(0, scalar.Value.Length).Where(i => scalar.Value[i] == ',').ToHashSet();
        var edits = commas.Order().Select(i => new TextEdit(new(scalar.Offsets[i], 1), "")).ToImmutableArray();
        var plain = scalar.Value.Replace(",", "", StringComparison.Ordinal);
        diagnostics.Add(YamlErrors.CommaInNumber.At(text, span, plain) with { Fix = new("Remove the comma", edits) });
        return scalar with { Value = plain, Offsets = CharacterOffsets.Of([.. scalar.Offsets.ToImmutableArray().Where((_, i) => !commas.Contains(i))]) };
    }

    private void CheckHash(YamlScalar scalar)
    {
        var hash = scalar.Span.End;
        while (hash < _source.Length && _source[hash] is ' ' or '\t')
        {
            hash++;
        }

        if (hash > scalar.Span.End && hash + 1 < _source.Length && _source[hash] == '#' && !char.IsWhiteSpace(_source[hash + 1]) && _source[hash + 1] != '#')
        {
            var line = text.Line(text.PositionOf(hash).Line);
            diagnostics.Report(YamlErrors.HashInText, text, TextSpan.FromBounds(hash, line.End));
        }
    }

    private void CheckComments(YamlScalar scalar)
    {
        var first = text.PositionOf(scalar.Span.Start).Line + 1;
        var last = text.PositionOf(scalar.Offsets[^1]).Line;
        for (var number = first; number <= last; number++)
        {
            var line = text.Line(number);
            if (BlockComment.Find(_source.AsSpan(line.Start, line.Length)) is var column and >= 0)
            {
                diagnostics.Report(YamlErrors.CommentInBlock, text, TextSpan.FromBounds(line.Start + column, line.End), $"a `{_source[scalar.Span.Start]}` block");
            }
        }
    }
}
