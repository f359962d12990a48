using System.Collections.Immutable;
using System.Text;
using CxRules.Language.Text;

namespace CxRules.Fuzzing.Mutating;

/// <summary>Spoils a text: bytes, characters, words and lines, once or a few times.</summary>
internal sealed class Mutator(ImmutableArray<SourceText> corpus, Random random)
{
    private const int MostChanges = 6;
    private const int LongestRepeat = 400;

    private static readonly string[] s_odd =
    [
        "(", ")", "\"", "'", "“", "[", "]", "{", "}", ":", "- ", "#", " #", ",", "\n", "\r", "\t", "\0", "\ufeff", "\u2028", "\ud800", "&a", "*a", "!t", ">", "|", "|-\n", "%", "@", "`", "\\", "/", "not ",
        " and ", " or ", "rule ", "if ", "then ", "for ", "define ", "1e9", "99999999999999999999999999999", "0.", "2027-02-30", "25:61", ".", "..", "×", "🙂", "---\n", "...\n", "? ", "<<", "t.x", "((", "))",
    ];

    public SourceText Next()
    {
        var source = corpus[random.Next(corpus.Length)];
        var text = source.Content;
        for (var changes = 1 + random.Next(MostChanges); changes > 0; changes--)
        {
            text = Changed(text);
        }

        return new(source.File, text);
    }

    private string Changed(string text)
    {
        if (text.Length == 0)
        {
            return Odd();
        }

        var at = random.Next(text.Length);
        var end = Math.Min(text.Length, at + 1 + random.Next(1 + random.Next(60)));
        return random.Next(10) switch
        {
            0 => Bytes(text),
            1 => text[..at] + (char)random.Next(char.MaxValue + 1) + text[(at + 1)..],
            2 => text[..at] + text[end..],
            3 => text[..end] + text[at..],
            4 => text[..at] + Odd() + text[at..],
            5 => text[..at] + Odd() + text[end..],
            6 => text[..at] + string.Concat(Enumerable.Repeat(Odd(), random.Next(LongestRepeat))) + text[at..],
            7 => text[..at],
            8 => text[..at] + Other(60) + text[at..],
            _ => Words(text),
        };
    }

    private string Odd() => s_odd[random.Next(s_odd.Length)];

    private string Other(int longest)
    {
        var other = corpus[random.Next(corpus.Length)].Content;
        var at = random.Next(other.Length + 1);
        return other[at..Math.Min(other.Length, at + random.Next(longest))];
    }

    private string Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Two words change places.</summary>
    private string Words(string text)
    {
        var words = text.Split(' ');
        var (first, second) = (random.Next(words.Length), random.Next(words.Length));
        (words[first], words[second]) = (words[second], words[first]);
        return string.Join(' ', words);
    }
}
