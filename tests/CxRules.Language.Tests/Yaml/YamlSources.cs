using System.Text;

namespace CxRules.Language.Tests.Yaml;

/// <summary>
/// Writes texts as scalars in every style and keeps, on its own, the place of each character: what the reader is measured against.
/// </summary>
internal sealed class YamlSources(int seed)
{
    private const string Letters = "abcXYZ019é£×😀語_=<>.()%+*&!?:-'\"\\/,[]{}|~@^;";

    private readonly Random _random = new(seed);
    private readonly StringBuilder _source = new();
    private readonly StringBuilder _value = new();
    private readonly List<int> _offsets = [];
    private string _newLine = "\n";

    public string Source => _source.ToString();

    public string Value => _value.ToString();

    public IReadOnlyList<int> Offsets => _offsets;

    /// <summary>One map entry `key: …` inside a list inside a map, so that indentation matters.</summary>
    public YamlSources Write(string style)
    {
        _newLine = Pick("\n", "\r\n", "\r");
        Raw(Pick("", "# a comment" + _newLine));
        Raw("top:" + _newLine + "- first: 1" + _newLine + "  key: ");
        switch (style)
        {
            case "plain":
                Plain();
                break;
            case "single":
                Quoted('\'', 0);
                break;
            case "double":
                Quoted('"', 25);
                break;
            default:
                Block(style == "folded");
                return this;
        }

        _offsets.Add(style == "plain" ? _source.Length : _source.Length - 1);
        Raw(Pick("", " ", "  # the end") + _newLine + Pick("", "  next: x" + _newLine));
        return this;
    }

    private void Plain()
    {
        Words(() => Take(Pick("a", "b", "×", "é", "_", "(", ")", "=", "<", ">", "'", "\"", "%", "9", "語")));
    }

    private void Quoted(char quote, int escapes)
    {
        Raw(quote.ToString());
        if (_random.Next(10) > 0)
        {
            Words(() => QuotedCharacter(quote, escapes));
        }

        Raw(quote.ToString());
    }

    private void QuotedCharacter(char quote, int escapes)
    {
        if (_random.Next(100) < escapes)
        {
            var (written, value) = _random.Next(8) switch
            {
                0 => ("\\n", "\n"),
                1 => ("\\t", "\t"),
                2 => ("\\x41", "A"),
                3 => ("\\u00e9", "é"),
                4 => ("\\U0001F600", "😀"),
                5 => ("\\" + _newLine + "     ", ""),
                6 => ("\\\"", "\""),
                _ => ("\\\\", "\\"),
            };
            var place = _source.Length;
            Raw(written);
            foreach (var character in value)
            {
                Means(character, place);
            }

            return;
        }

        var letter = Rune.GetRuneAt(Letters, RuneStart(_random.Next(Letters.Length))).ToString();
        if (letter == "'" && quote == '\'')
        {
            Means('\'', _source.Length);
            Raw("''");
        }
        else if (quote == '\'' || letter is not ("\"" or "\\"))
        {
            Take(letter);
        }
    }

    /// <summary>Words with single or several spaces, folded breaks and empty lines between them.</summary>
    private void Words(Action character)
    {
        var words = 1 + _random.Next(6);
        for (var word = 0; word < words; word++)
        {
            if (word > 0)
            {
                Gap();
            }

            Take("w");
            for (var i = _random.Next(5); i > 0; i--)
            {
                character();
            }

            Take("v");
        }
    }

    private void Gap()
    {
        if (_random.Next(3) > 0)
        {
            Take(Pick(" ", "  ", " \t "));
            return;
        }

        Raw(Pick("", " ", "  "));
        var first = _source.Length;
        Raw(_newLine);
        var empty = _random.Next(3);
        for (var i = 0; i < empty; i++)
        {
            Raw(Pick("", "   "));
            Means('\n', _source.Length);
            Raw(_newLine);
        }

        if (empty == 0)
        {
            Means(' ', first);
        }

        Raw(Pick("    ", "      "));
    }

    private void Block(bool folded)
    {
        var chomping = Pick("", "-", "+");
        var explicitIndent = _random.Next(2) == 0;
        var width = 1 + _random.Next(4);
        var header = explicitIndent ? Pick(width + chomping, chomping + width) : chomping;
        Raw((folded ? ">" : "|") + header + Pick("", " ", "  # about the block") + _newLine);
        var lines = Enumerable.Range(0, 1 + _random.Next(5)).Select(i => Line(i == 0 && !explicitIndent)).ToList();
        var breaks = new List<int>();
        int? pending = null;
        var spaced = false;
        var end = _source.Length;
        for (var i = 0; i < lines.Count; i++)
        {
            var blank = lines[i].StartsWith(' ');
            if (pending is { } place)
            {
                if (!folded || blank || spaced)
                {
                    Means('\n', place);
                }
                else if (breaks.Count == 0)
                {
                    Means(' ', place);
                }
            }

            breaks.ForEach(offset => Means('\n', offset));
            breaks.Clear();
            spaced = blank;
            Raw(new string(' ', 2 + width));
            Take(lines[i]);
            end = _source.Length;
            pending = _source.Length;
            Raw(_newLine);
            for (var empty = _random.Next(3); empty > 0; empty--)
            {
                Raw(Pick("", " ", new string(' ', 2 + width)));
                breaks.Add(_source.Length);
                Raw(_newLine);
            }
        }

        if (chomping != "-" && pending is { } last)
        {
            Means('\n', last);
        }

        if (chomping == "+")
        {
            breaks.ForEach(offset => Means('\n', offset));
        }

        _offsets.Add(end);
        Raw(Pick("", "  next: x" + _newLine, "other: y" + _newLine));
    }

    private string Line(bool first)
    {
        var words = Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Pick("volume", ">", "×", "a: b", "[x", "'q'", "é😀", "- y"));
        return (first ? "" : Pick("", "", "", " ", "  ")) + string.Join(' ', words) + Pick("", "", " ");
    }

    private static int RuneStart(int index) => char.IsLowSurrogate(Letters[index]) ? index - 1 : index;

    private void Take(string written)
    {
        foreach (var character in written)
        {
            Means(character, _source.Length);
            _source.Append(character);
        }
    }

    private void Raw(string written) => _source.Append(written);

    private void Means(char character, int place)
    {
        _value.Append(character);
        _offsets.Add(place);
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
