using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CxRules.Language.Formatting;

/// <summary>Scalars as YAML reads them back: plain where that is safe, else in quotes.</summary>
internal static class YamlText
{
    private static readonly FrozenSet<string> Constants = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf");

    /// <summary>A sentence, which every reader takes for text or for what it says.</summary>
    public static string Sentence(string text) => Quote(text)(text);

    /// <summary>A title or a name: what other readers would take for a number, a date or a truth value stands in quotes.</summary>
    public static string Value(string text) => LooksLikeNoText(text) ? $"'{text}'" : Sentence(text);

    /// <summary>An item of a list of codes, where YAML's own quotes do for those of a sentence.</summary>
    public static string Code(string text) =>
        text.StartsWith('"') && !text.Contains('\\', StringComparison.Ordinal) && !text.Any(MustBeEscaped) ? text : Sentence(text);

    /// <summary>How parts of a text are written, so that together they are one scalar; the first of them begins it and the last ends it.</summary>
    public static IReadOnlyList<string> Parts(IReadOnlyList<string> parts)
    {
        var whole = string.Join(' ', parts);
        var quoted = Quote(whole)("") is { Length: 2 } quotes ? quotes[0] : '\0';
        if (quoted == '\0')
        {
            return parts;
        }

        var inner = parts.Select(part => Quote(whole)(part)[1..^1]).ToList();
        inner[0] = quoted + inner[0];
        inner[^1] += quoted;
        return inner;
    }

    private static Func<string, string> Quote(string text) =>
        text.Any(MustBeEscaped) ? Escaped
        : IsPlain(text) ? plain => plain
        : text.Contains('\'', StringComparison.Ordinal) && !text.AsSpan().ContainsAny('"', '\\') ? part => $"\"{part}\""
        : part => $"'{part.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && text.Trim().Length == text.Length
        && !"-?:,[]{}#&*!|>'\"%@`=".Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.Contains('\t', StringComparison.Ordinal)
        && !text.EndsWith(':')
        && !text.StartsWith("...", StringComparison.Ordinal);

    private static bool LooksLikeNoText(string text) =>
        Constants.Contains(text)
        || decimal.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)
        || (text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'o' && text.All(char.IsAsciiLetterOrDigit))
        || (text.Length >= 5 && char.IsAsciiDigit(text[0]) && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _));

    private static bool MustBeEscaped(char c) => (char.IsControl(c) && c != '\t') || c is '\u2028' or '\u2029' or '\ufeff';

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when MustBeEscaped(c) => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return escaped.Append('"').ToString();
    }
}
