using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>Rule ids: small letters and digits, single hyphens between.</summary>
internal static class RuleId
{
    /// <summary>The id as written, or by the file's name; null after a report.</summary>
    public static string? Bind(BindingScope scope, RuleSyntax rule, string file)
    {
        if (rule.Id is not { } id)
        {
            var byFile = ByFile(file);
            if (byFile.Length == 0)
            {
                scope.Report(BindingErrors.NoIdInName, new Text.TextSpan(rule.Span.Start, 0), file);
            }

            return byFile.Length == 0 ? null : byFile;
        }

        // The parser has refused ids that are not kebab-case.
        return FromText(id.Value) == id.Value ? id.Value : null;
    }

    /// <summary>The id of a rule without one; empty where the file's name makes none.</summary>
    public static string ByFile(string file) => FromText(Path.GetFileNameWithoutExtension(file.Replace('\\', '/')));

    private static string FromText(string text)
    {
        var word = Code.ToBareWord(text.Replace('_', '-'));
        return word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? word : Ascii(word);
    }

    private static string Ascii(string word) =>
        Code.ToBareWord(string.Concat(word.Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-')));
}
