using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Breaks a line that is too long, behind commas and between texts.</summary>
internal sealed class LineBreaker
{
    public const int Width = 100;

    private const int FurthestHang = 60;

    private readonly List<string> _lines = [];
    private readonly Stack<int> _hangs = new();
    private readonly int _shortHang;
    private string _line;

    private LineBreaker(string lead)
    {
        _line = lead;
        _shortHang = lead.Length - lead.AsSpan().TrimStart(' ').Length + 4;
    }

    /// <param name="lead">What stands on the line before the sentence.</param>
    public static IReadOnlyList<string> Break(string lead, Phrase phrase)
    {
        var text = phrase.Text;
        if (lead.Length + text.Length <= Width || !phrase.Words.Any(word => word.MayBegin))
        {
            return [lead + text];
        }

        var breaker = new LineBreaker(lead);
        breaker.Run(phrase);
        return breaker._lines;
    }

    private void Run(Phrase phrase)
    {
        var texts = -1;
        _hangs.Push(_line.Length);
        for (var i = 0; i < phrase.Words.Length; i++)
        {
            var word = phrase.Words[i];
            var lead = i == 0 || word.IsGlued ? "" : " ";
            var isText = word.Text[0] == '"';
            if (word.MayBegin && _line.Length + lead.Length + LengthUntilBreak(phrase, i) > Width)
            {
                _lines.Add(_line);
                _line = new string(' ', isText && texts >= 0 ? Hang(texts) : Hang(_hangs.Peek()));
                lead = "";
            }

            texts = !isText ? -1 : texts < 0 ? _line.Length + lead.Length : texts;
            _line += lead + word.Text;
            if (word.Text == "(")
            {
                _hangs.Push(_line.Length);
            }
            else if (word.Text == ")" && _hangs.Count > 1)
            {
                _hangs.Pop();
            }
        }

        _lines.Add(_line);
    }

    private int Hang(int column) => column > FurthestHang ? _shortHang : column;

    private static int LengthUntilBreak(Phrase phrase, int start)
    {
        var length = phrase.Words[start].Text.Length;
        for (var i = start + 1; i < phrase.Words.Length && !phrase.Words[i].MayBegin; i++)
        {
            length += phrase.Words[i].Text.Length + (phrase.Words[i].IsGlued ? 0 : 1);
        }

        return length;
    }
}
