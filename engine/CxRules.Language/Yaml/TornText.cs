using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>A text of a flow collection that its own commas may have torn apart; it grows item by item, and each character is looked at once.</summary>
internal sealed class TornText(string source, TextSpan first)
{
    private int _end = first.End;
    private int _open = Balance(source.AsSpan(first.Start, first.Length));

    /// <summary>Whether the next item is a part of it: inside its parentheses, or the next three digits of its number.</summary>
    public bool TakesIn(YamlNode next)
    {
        if (next is not YamlScalar { Style: YamlStyle.Plain, Value: not "" } || !(_open > 0 || IsNextGroup(next.Span)))
        {
            return false;
        }

        _open += Balance(source.AsSpan(_end, next.Span.End - _end));
        _end = next.Span.End;
        return true;
    }

    private static int Balance(ReadOnlySpan<char> written) => written.Count('(') - written.Count(')');

    private bool IsNextGroup(TextSpan next) => next.Start == _end + 1 && source[_end] == ',' && EndsInDigits(source.AsSpan(first.Start, _end - first.Start)) && BeginsWithThreeDigits(next);

    private static bool EndsInDigits(ReadOnlySpan<char> written)
    {
        var digits = 0;
        while (digits < written.Length && char.IsAsciiDigit(written[^(digits + 1)]))
        {
            digits++;
        }

        return digits is >= 1 and <= 3 && (digits == written.Length || !(char.IsLetter(written[^(digits + 1)]) || written[^(digits + 1)] is '-' or '_' or '.'));
    }

    private bool BeginsWithThreeDigits(TextSpan span)
    {
        var written = source.AsSpan(span.Start, span.Length);
        return written.Length >= 3 && !written[..3].ContainsAnyExceptInRange('0', '9')
            && (written.Length == 3 || !(char.IsLetterOrDigit(written[3]) || written[3] is '-' or '_'));
    }
}
