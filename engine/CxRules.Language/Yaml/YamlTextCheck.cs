using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>What is judged on the characters alone, before a parser sees them.</summary>
internal static class YamlTextCheck
{
    public static bool Passes(SourceText text, DiagnosticBag diagnostics)
    {
        if (text.Content.Length > YamlDocumentReader.LengthLimit)
        {
            diagnostics.Report(YamlErrors.TooLarge, text, new(0, 0));
            return false;
        }

        return HasOnlyText(text, diagnostics) && HasNoTabs(text, diagnostics);
    }

    private static bool HasOnlyText(SourceText text, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < text.Content.Length; i++)
        {
            var character = text.Content[i];
            if (IsForbidden(character))
            {
                var code = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
                diagnostics.Report(YamlErrors.ForbiddenCharacter, text, new(i, 1), $"U+{code}", $"\\u{code}");
                return false;
            }
        }

        return true;
    }

    // U+0085, U+2028 and U+2029 end lines in YAML and nowhere else.
    private static bool IsForbidden(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\n' or '\r')) || character is '\u2028' or '\u2029' or '\uFEFF';

    private static bool HasNoTabs(SourceText text, DiagnosticBag diagnostics)
    {
        TextSpan? first = null;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var line = 1; line <= text.LineCount; line++)
        {
            var indentation = Indentation(text, text.Line(line));
            if (indentation.Length > 0 && text[indentation].Contains('\t', StringComparison.Ordinal))
            {
                first ??= indentation;
                edits.Add(new(indentation, text[indentation].Replace("\t", "  ", StringComparison.Ordinal)));
            }
        }

        if (first is { } span)
        {
            diagnostics.Add(YamlErrors.TabIndentation.At(text, span) with { Fix = new("Indent with spaces", edits.ToImmutable()) });
        }

        return first is null;
    }

    private static TextSpan Indentation(SourceText text, TextSpan line)
    {
        var end = line.Start;
        while (end < line.End && text.Content[end] is ' ' or '\t')
        {
            end++;
        }

        return end == line.End ? new(line.Start, 0) : TextSpan.FromBounds(line.Start, end);
    }
}
