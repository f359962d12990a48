using System.Text;

namespace CxRules.Streams;

/// <summary>How values of the data appear in messages.</summary>
internal static class Shown
{
    private const int MaxLength = 40;

    /// <summary>At most 40 characters on one line.</summary>
    public static string Shorten(string value)
    {
        var text = new StringBuilder(MaxLength + 1);
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > MaxLength)
            {
                return text.Append('…').ToString();
            }

            text.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return text.ToString();
    }

    public static string Quote(ReadOnlySpan<byte> utf8) => $"'{Shorten(Encoding.UTF8.GetString(utf8.Length > 400 ? utf8[..400] : utf8))}'";
}
