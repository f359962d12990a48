using System.Collections.Frozen;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Says in plain words, and at the right place, what YamlDotNet complains about.</summary>
internal static class YamlComplaint
{
    private static readonly (string Part, DiagnosticDescriptor Descriptor)[] Table =
    [
        ("quoted scalar, found unexpected end", YamlErrors.UnclosedQuote),
        ("quoted scalar, found unexpected document indicator", YamlErrors.UnclosedQuote),
        ("double-quoted scalar, found wrong indentation", YamlErrors.UnclosedQuote),
        ("found unknown escape", YamlErrors.Escape),
        ("expected hexadecimal", YamlErrors.Escape),
        ("invalid Unicode", YamlErrors.Escape),
        ("expected ',' or ']'", YamlErrors.CommaMissing),
        ("expected ',' or '}'", YamlErrors.CommaMissing),
        ("plain scalar value, found invalid mapping", YamlErrors.ColonInText),
        ("Mapping values are not allowed", YamlErrors.ColonInText),
        ("cannot start any token", YamlErrors.IndicatorFirst),
        ("block scalar, did not find expected comment", YamlErrors.IndicatorFirst),
        ("block scalar, found a comment without", YamlErrors.IndicatorFirst),
        ("anchor or alias", YamlErrors.IndicatorFirst),
        ("scanning a tag", YamlErrors.IndicatorFirst),
        ("entries are not allowed in this context", YamlErrors.IndicatorFirst),
        ("keys are not allowed in this context", YamlErrors.IndicatorFirst),
        ("expected node content", YamlErrors.IndicatorFirst),
        ("multiline plain scalar, found invalid mapping", YamlErrors.NoKey),
        ("simple key, could not find expected ':'", YamlErrors.NoKey),
        ("block mapping, did not find expected key", YamlErrors.Indentation),
        ("did not find expected '-' indicator", YamlErrors.Indentation),
        ("expected <document end>", YamlErrors.Indentation),
        ("extra spaces in first line", YamlErrors.Indentation),
        ("more spaces in lines above", YamlErrors.Indentation),
    ];

    private static readonly FrozenSet<DiagnosticDescriptor> AtEnd = FrozenSet.ToFrozenSet([YamlErrors.Escape]);

    /// <summary>True when the complaint comes from a bracket, opened on an earlier line or never closed.</summary>
    public static bool IsOpenBracket(SourceText text, int bracket, string message, int place) => bracket >= 0
        && bracket < text.Content.Length
        && text.Content[bracket] is '[' or '{'
        && (message.Length == 0 || text.Content.AsSpan(place).IsWhiteSpace() || text.PositionOf(bracket).Line != text.PositionOf(place).Line);

    public static Diagnostic ToDiagnostic(SourceText text, string message, int start, int end)
    {
        var descriptor = Array.Find(Table, row => message.Contains(row.Part, StringComparison.Ordinal)).Descriptor ?? YamlErrors.Unreadable;
        if (descriptor == YamlErrors.Indentation && FollowsQuote(text.Content, start))
        {
            descriptor = YamlErrors.TextAfterQuote;
        }

        if (descriptor == YamlErrors.Indentation && FitsAKeyAbove(text, start))
        {
            descriptor = YamlErrors.NoKey;
        }

        var place = AtEnd.Contains(descriptor) ? end : start;
        return descriptor.At(text, Mark(text, place), Argument(text, descriptor, message, place));
    }

    private static string Argument(SourceText text, DiagnosticDescriptor descriptor, string message, int place)
    {
        if (descriptor == YamlErrors.IndicatorFirst && place < text.Content.Length)
        {
            return text.Content[place].ToString();
        }

        return message.Length == 0 ? "its structure is broken." : message;
    }

    /// <summary>The place of the complaint; past the end of the text, the last thing written.</summary>
    private static TextSpan Mark(SourceText text, int place)
    {
        if (place < text.Content.Length && text.Content[place] is not ('\r' or '\n'))
        {
            return new(place, 1);
        }

        var last = Math.Min(place, text.Content.Length) - 1;
        while (last > 0 && char.IsWhiteSpace(text.Content[last]))
        {
            last--;
        }

        return new(Math.Max(last, 0), text.Content.Length == 0 ? 0 : 1);
    }

    /// <summary>The line stands where its neighbours have their keys, and has none.</summary>
    private static bool FitsAKeyAbove(SourceText text, int place)
    {
        var (number, column) = text.PositionOf(Math.Min(place, text.Content.Length));
        if (Line(text, number) is var own && (own.Contains(':') || IndentOf(own) != column - 1))
        {
            return false;
        }

        for (var above = number - 1; above >= 1; above--)
        {
            var line = Line(text, above);
            if (!line.IsWhiteSpace())
            {
                return IndentOf(line) == column - 1 && line.Contains(':');
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Line(SourceText text, int number) => text.Content.AsSpan(text.Line(number).Start, text.Line(number).Length);

    /// <summary>Where a line's text begins, behind the `- ` of an item.</summary>
    private static int IndentOf(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        var item = text.StartsWith("- ", StringComparison.Ordinal) ? text[1..].TrimStart(' ') : text;
        return line.Length - item.Length;
    }

    private static bool FollowsQuote(string source, int place)
    {
        var before = Math.Min(place, source.Length) - 1;
        while (before >= 0 && source[before] is ' ' or '\t')
        {
            before--;
        }

        return before >= 0 && before < place - 1 && source[before] is '"' or '\'';
    }
}
