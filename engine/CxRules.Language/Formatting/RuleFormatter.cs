using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Formatting;

/// <summary>Writes a rule file in its one canonical layout, in its own spelling or in the other. Comments are kept.</summary>
public static class RuleFormatter
{
    /// <summary>The spelling that a file's name stands for.</summary>
    public static RuleSpelling SpellingOf(string file) => Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML" ? RuleSpelling.Yaml : RuleSpelling.Sentences;

    public static RuleFileSyntax Parse(SourceText text) => SpellingOf(text.File) == RuleSpelling.Yaml ? YamlRuleParser.Parse(text) : RuleParser.Parse(text);

    /// <summary>The file in canonical layout. Lines end with CRLF where all of its own do, else with LF.</summary>
    /// <param name="file">A file without syntax errors.</param>
    /// <exception cref="FormattingException">The result would not say the same: a fault of the formatter.</exception>
    public static string Format(RuleFileSyntax file) => Convert(file, SpellingOf(file.Text.File));

    /// <summary>The file in the spelling asked for.</summary>
    /// <inheritdoc cref="Format"/>
    public static string Convert(RuleFileSyntax file, RuleSpelling to)
    {
        if (file.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            throw new ArgumentException("A file with syntax errors has no layout.", nameof(file));
        }

        var from = SpellingOf(file.Text.File);
        var layout = from == RuleSpelling.Yaml ? new YamlLayoutReader(file).Read() : new SentenceLayoutReader(file).Read();
        layout = from == to ? layout : layout with { Notes = layout.Notes.Moved() };
        var page = to == RuleSpelling.Yaml ? YamlPrinter.Print(layout) : SentencePrinter.Print(layout, RuleId.ByFile(file.Text.File));
        var text = page.ToText(LineEnds.Of(file.Text.Content));
        Verify(file, text, to);
        return text;
    }

    private static void Verify(RuleFileSyntax file, string text, RuleSpelling to)
    {
        var result = Parse(new(Path.ChangeExtension(file.Text.File, to == RuleSpelling.Yaml ? ".yaml" : ".cxr"), text));
        if (result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } mistake)
        {
            throw new FormattingException($"{file.Text.File} is left as it is: its new layout has a mistake: {mistake}");
        }

        if (!SyntaxEquality.Equal(file, result))
        {
            throw new FormattingException($"{file.Text.File} is left as it is: its new layout would mean something else.");
        }

        if (!Comments(file).SequenceEqual(Comments(result)))
        {
            throw new FormattingException($"{file.Text.File} is left as it is: a comment would be lost.");
        }
    }

    private static ImmutableArray<string> Comments(RuleFileSyntax file) => [.. file.Comments.Select(comment => file.Text[comment].TrimStart('#').Trim()).Order(StringComparer.Ordinal)];
}
