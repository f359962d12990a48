using System.Collections.Immutable;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Projects;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Fuzzing;

/// <summary>Everything that is done with a text of a user.</summary>
internal static class Reading
{
    private static readonly DateOnly s_today = new(2026, 1, 1);

    /// <summary>What is wrong with the reader; null: nothing.</summary>
    public static string? Complaint(SourceText text)
    {
        try
        {
            if (text.File == "cxrules.yaml")
            {
                ProjectReader.Read(text, new DiagnosticBag());
                return null;
            }

            if (text.File.EndsWith(".source.yaml", StringComparison.Ordinal))
            {
                SourceFileReader.Read(text, Project.Default.Schema, new DiagnosticBag());
                return null;
            }

            return OfRules(text);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.ToString();
        }
    }

    private static string? OfRules(SourceText text)
    {
        var file = RuleFormatter.Parse(text);
        if (file.ToString() != text.Content)
        {
            return "It does not print back.";
        }

        if (file.Diagnostics.Any(diagnostic => diagnostic.Span.Start < 0 || diagnostic.Span.End > text.Content.Length))
        {
            return "A diagnostic points outside.";
        }

        RuleCompilation.Create(new([text], null, ImmutableArray<SourceText>.Empty), s_today);
        return file.Diagnostics.IsEmpty ? Layout(file) : null;
    }

    private static string? Layout(Language.Syntax.RuleFileSyntax file)
    {
        var once = RuleFormatter.Format(file);
        return RuleFormatter.Format(RuleFormatter.Parse(new(file.Text.File, once))) == once ? null : "Its layout changes when it is laid out again.";
    }
}
