using System.Collections.Frozen;
using System.Text;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>How a token is written: one form for all that mean the same.</summary>
internal static class TokenText
{
    private static readonly FrozenDictionary<string, string> Signs =
        LexerCharacters.Currencies.ToFrozenDictionary(sign => sign.Value, sign => sign.Key.ToString(), StringComparer.Ordinal);

    /// <param name="isName">The word is a field, a code or another name, and keeps its letters; a keyword has small ones.</param>
    public static string Of(SourceText source, Token token, bool isName) => token.Kind switch
    {
        TokenKind.Word => isName ? token.Value : token.Value.ToLowerInvariant(),
        TokenKind.Number => Number(source, token),
        TokenKind.Text => Quoted(token.Value),
        TokenKind.Pattern => $"/{token.Value.Replace("/", "\\/", StringComparison.Ordinal)}/",
        TokenKind.Star => "×",
        TokenKind.Currency => Signs.GetValueOrDefault(token.Value, token.Value),
        _ => token.Value,
    };

    /// <summary>A text in plain quotes; a backslash is doubled only where it would be taken for more than itself.</summary>
    public static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '"' || (value[i] == '\\' && (i + 1 == value.Length || value[i + 1] is '"' or '\\')))
            {
                text.Append('\\');
            }

            text.Append(value[i]);
        }

        return text.Append('"').ToString();
    }

    /// <summary>As written, commas included; its value where YAML spells the digits as escapes.</summary>
    private static string Number(SourceText source, Token token)
    {
        var written = source[token.Span];
        return written.All(c => char.IsAsciiDigit(c) || c is ',' or '.') ? written : token.Value;
    }
}
