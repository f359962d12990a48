using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Ids of rules: one word of small letters, digits and hyphens.</summary>
internal static class RuleIds
{
    public static void Report(SourceText source, WordsSyntax id, DiagnosticBag diagnostics)
    {
        if (id.Value.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c))))
        {
            return;
        }

        var kebab = Kebab(id.Value);
        var fix = new Fix($"Write {kebab}", [new(id.Span, kebab)]);
        diagnostics.Add(SyntaxErrors.IdNotKebab.At(source, id.Span, id.Value, kebab) with { Fix = fix });
    }

    private static string Kebab(string name)
    {
        var plain = name.ToLowerInvariant();
        var words = plain.Split([.. plain.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "billing-confusion-spike" : string.Join('-', words);
    }
}
