using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>Rule ids: small letters and digits, single hyphens between.</summary>
internal static class RuleId
{
    /// <summary>The id as written, or by the file's name; null after a report.</summary>
    public static string? Bind(BindingScope scope, RuleSyntax rule, string file)
    {
        var id = Of(rule, file);
        if (id is null && rule.Id is null && !rule.IsBroken)
        {
            scope.Report(BindingErrors.NoIdInName, new Text.TextSpan(rule.Span.Start, 0), file);
        }

        return id;
    }

    /// <summary>The id of a rule without one; empty where the file's name makes none.</summary>
    public static string ByFile(string file) => FromText(Path.GetFileNameWithoutExtension(file.Replace('\\', '/')));

    /// <summary>The id as written, or by the file's name; null where it is none. The parser has refused ids that are not kebab-case.</summary>
    public static string? Of(RuleSyntax rule, string file)
    {
        if (rule.Id is { } id)
        {
            return FromText(id.Value) == id.Value ? id.Value : null;
        }

        // Of a broken rule it may be the id that could not be read.
        return !rule.IsBroken && ByFile(file) is { Length: > 0 } name ? name : null;
    }

    /// <summary>The id of one row of a table of rules; null where its key gives none.</summary>
    public static string? OfRow(string rule, string key) => FromText(key) is { Length: > 0 } word ? $"{rule}/{word}" : null;

    private static string FromText(string text)
    {
        var word = Code.ToBareWord(text.Replace('_', '-'));
        return word.All(IsOfId) ? word : Code.ToBareWord(string.Concat(word.Select(letter => IsOfId(letter) ? letter : '-')));
    }

    private static bool IsOfId(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
