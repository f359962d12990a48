using System.Text;
using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Baselines;

/// <summary>Tokens, one a line: place, kind, text as written, and what it says where that differs.</summary>
internal static class TokenBaseline
{
    public static string Print(RuleFileSyntax file)
    {
        var lines = new StringBuilder();
        foreach (var token in file.Tokens)
        {
            var place = file.Text.PositionOf(token.Span.Start);
            var written = file.Text[token.Span];
            var says = written == token.Value ? "" : $" = {OneLine(token.Value)}";
            lines.Append($"{place.Line}:{place.Column} {token.Kind} {OneLine(written)}{says}".TrimEnd()).Append('\n');
        }

        return lines.ToString();
    }

    public static string OneLine(string text) => text.ReplaceLineEndings("⏎").Replace("\t", "⇥", StringComparison.Ordinal);
}
